/** 办件: handled matters and their import. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"sql", "web", "csv", "calendar", "ledger", "organization", "identity", "access"})
@org.jspecify.annotations.NullMarked
package io.huiyin.server.matter;
