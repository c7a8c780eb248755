/** 整改: what a poor rating starts. */
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
            "rating"
        })
@org.jspecify.annotations.NullMarked
package io.huiyin.server.rectification;
