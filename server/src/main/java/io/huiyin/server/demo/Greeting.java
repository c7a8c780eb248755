package io.huiyin.server.demo;

import io.huiyin.server.identity.Role;
import io.huiyin.server.rating.Invitations;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;

/** What the demo prints when it is ready: where it is, who may sign in, what may be rated, what to try. */
@DemoOnly
class Greeting {

    private final GreetingStore store;
    private final Invitations invitations;
    private final Environment environment;
    private final Clock clock;
    private final int codes;

    Greeting(
            GreetingStore store,
            Invitations invitations,
            Environment environment,
            Clock clock,
            @Value("${huiyin.demo.codes:3}") int codes) {
        this.store = store;
        this.invitations = invitations;
        this.environment = environment;
        this.clock = clock;
        this.codes = codes;
    }

    void print(PrintStream out) {
        String address = "http://127.0.0.1:" + environment.getProperty("local.server.port", "8080");
        LocalDate today = store.today();
        out.println();
        out.println("Huiyin 回音: 听溪县, a county that does not exist, on " + today);
        out.println("  " + address + "/          what residents see");
        out.println("  " + address + "/rate      rate a matter, with one of these codes that nobody has used:");
        for (String code : unused()) out.println("      " + code);
        out.println("  " + address + "/petitions/" + store.answered() + "   follow a petition, query code "
                + LoadLives.QUERY_CODE);
        out.println("  " + address + "/results   how each unit is doing");
        out.println("  " + address + "/desk      staff; sign in as one of:");
        for (Role role : Role.values()) out.println("      " + LoadAccounts.username(role));
        out.println("    with the password " + LoadAccounts.PASSWORD + " (of this demo only)");
        out.println("Stop with Ctrl-C; the next start keeps everything.");
        out.flush();
    }

    /** Of matters whose invitation stays open for some days more. */
    private List<String> unused() {
        Instant since = clock.instant().minus(20, ChronoUnit.DAYS);
        return store.unrated(since, codes).stream()
                .flatMap(matter -> invitations.slip(matter).stream())
                .map(slip -> slip.code().spaced())
                .toList();
    }
}
