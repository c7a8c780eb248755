/** 信访件: residents' petitions from the first word to their real end; also those that other platforms handle, imported. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "sql",
            "web",
            "csv",
            "calendar",
            "ledger",
            "organization",
            "identity",
            "access",
            "matter",
            "message",
            "file"
        })
@org.jspecify.annotations.NullMarked
package io.huiyin.server.petition;
