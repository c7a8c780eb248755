/** 评价邀请 and 自愿评价: invitations, slips, posters and ratings. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"sql", "web", "csv", "calendar", "ledger", "organization", "identity", "access", "matter"
        })
@org.jspecify.annotations.NullMarked
package io.huiyin.server.rating;
