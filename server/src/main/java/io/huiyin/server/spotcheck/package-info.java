/** 抽查: frames, draws, call sheets, interviews. */
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
            "rating"
        })
@org.jspecify.annotations.NullMarked
package io.huiyin.server.spotcheck;
