package io.huiyin.server.demo;

import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.NewAccount;
import io.huiyin.server.identity.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One account for each role, all with one password that everybody may know. */
@DemoOnly
class LoadAccounts {

    static final String PASSWORD = "tingxi-demo-only";
    /** Natural resources: it hears enough complaints that its head has something to do. */
    private static final String UNIT = "ZR";

    private static final Set<Role> OF_A_UNIT = EnumSet.of(Role.HANDLER, Role.UNIT_HEAD, Role.OFFICIAL);

    private final Accounts accounts;

    LoadAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    void load(County county) {
        accounts.load(
                Arrays.stream(Role.values()).map(role -> account(role, county)).toList(), PASSWORD);
    }

    static String username(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The handler, the head and the assessed official belong to one unit, and the official decides there. */
    private static NewAccount account(Role role, County county) {
        Office office = county.office(UNIT);
        List<Office.Post> posts = office.counters().getFirst().posts();
        Office.Holding holding = posts.get(2).on(county.wish().today());
        @Nullable String unit = OF_A_UNIT.contains(role) ? office.code() : null;
        @Nullable String official = role == Role.OFFICIAL ? holding.official() : null;
        String name = role == Role.OFFICIAL ? holding.name() : county.wish().name(role.name());
        return new NewAccount(username(role), name, role, unit, official);
    }
}
