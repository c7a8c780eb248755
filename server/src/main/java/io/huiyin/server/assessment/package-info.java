/** 考核: schemes, cycles and results. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "sql",
            "web",
            "calendar",
            "ledger",
            "organization",
            "identity",
            "access",
            "matter",
            "rating",
            "spotcheck"
        })
@org.jspecify.annotations.NullMarked
package io.huiyin.server.assessment;
