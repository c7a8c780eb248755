/** 督查督办: hard cases and who owns them, personal acts, the three faults, orders, receptions, advice. */
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
            "petition"
        })
@org.jspecify.annotations.NullMarked
package io.huiyin.server.supervision;
