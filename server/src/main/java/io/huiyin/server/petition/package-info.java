/** 信访件: residents' petitions; for now their import and the desk's list. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"sql", "web", "csv", "calendar", "ledger", "organization", "identity", "access", "matter"
        })
@org.jspecify.annotations.NullMarked
package io.huiyin.server.petition;
