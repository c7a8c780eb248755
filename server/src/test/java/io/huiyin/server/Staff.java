package io.huiyin.server;

import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.NewAccount;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Members of staff for tests. */
public final class Staff {

    /** The password of every account that {@link #account} opens. */
    public static final String PASSWORD = "correct horse battery";

    private Staff() {}

    /** Somebody who has signed in, without an account in the database: enough where nothing refers to it. */
    public static SignedIn somebody(Role role, @Nullable String unit) {
        return new SignedIn(
                new UUID(0x0199000000007000L, 0x8000000000000000L + role.ordinal()),
                role.name().toLowerCase(java.util.Locale.ROOT),
                "测试" + role.ordinal(),
                role,
                unit,
                role == Role.OFFICIAL ? "O1" : null);
    }

    /** With an account in the database, for what refers to it (interviews, draws, identity reads). */
    public static SignedIn account(Accounts accounts, Role role, @Nullable String unit) {
        String username = "test-" + role.name().toLowerCase(java.util.Locale.ROOT);
        accounts.load(
                List.of(new NewAccount(
                        username, "测试" + role.ordinal(), role, unit, role == Role.OFFICIAL ? "O1" : null)),
                PASSWORD);
        return accounts.find(username).orElseThrow();
    }

    /** A MockMvc request in somebody's name: {@code mvc.perform(get("/desk").with(Staff.as(head)))}. */
    public static RequestPostProcessor as(SignedIn by) {
        return SecurityMockMvcRequestPostProcessors.authentication(by.authentication());
    }
}
