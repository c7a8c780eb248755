package io.huiyin.server;

import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.NewAccount;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Members of staff for tests. */
public final class Staff {

    /** The password of every account that {@link #account} opens. */
    public static final String PASSWORD = "correct horse battery";

    private static final Set<Role> OF_A_UNIT = Set.of(Role.HANDLER, Role.UNIT_HEAD, Role.OFFICIAL);

    private Staff() {}

    /** Somebody who has signed in, without an account in the database: enough where nothing refers to it. */
    public static SignedIn somebody(Role role, @Nullable String unit) {
        return new SignedIn(
                new UUID(0x0199000000007000L, 0x8000000000000000L + role.ordinal()),
                role.name().toLowerCase(Locale.ROOT),
                "测试" + role.ordinal(),
                role,
                unit,
                role == Role.OFFICIAL ? "O1" : null);
    }

    /** With an account in the database, for what refers to it (interviews, draws, identity reads). */
    public static SignedIn account(Accounts accounts, Role role, @Nullable String unit) {
        accounts.load(List.of(wanted(role, unit)), PASSWORD);
        return accounts.find(wanted(role, unit).username()).orElseThrow();
    }

    /** One account of each role; those who need a unit belong to the one given. */
    public static Map<Role, SignedIn> everyRole(Accounts accounts, String unit) {
        Map<Role, SignedIn> staff = new EnumMap<>(Role.class);
        List<NewAccount> wanted = Arrays.stream(Role.values())
                .map(role -> wanted(role, OF_A_UNIT.contains(role) ? unit : null))
                .toList();
        accounts.load(wanted, PASSWORD);
        for (NewAccount one : wanted)
            staff.put(one.role(), accounts.find(one.username()).orElseThrow());
        return staff;
    }

    private static NewAccount wanted(Role role, @Nullable String unit) {
        String username = "test-" + role.name().toLowerCase(Locale.ROOT);
        return new NewAccount(username, "测试" + role.ordinal(), role, unit, role == Role.OFFICIAL ? "O1" : null);
    }

    /** A MockMvc request in somebody's name: {@code mvc.perform(get("/desk").with(Staff.as(head)))}. */
    public static RequestPostProcessor as(SignedIn by) {
        return SecurityMockMvcRequestPostProcessors.authentication(by.authentication());
    }
}
