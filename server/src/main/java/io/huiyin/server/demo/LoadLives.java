package io.huiyin.server.demo;

import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.Rehearsal;
import io.huiyin.server.petition.Rehearsal.Cast;
import io.huiyin.server.petition.Rehearsal.Part;
import io.huiyin.server.petition.Rehearsal.Reach;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A few petitions that live in this system, of the demo accounts' unit and in every state, and passages to answer them with. */
@DemoOnly
class LoadLives {

    /** By which a visitor opens the page of any of them. */
    static final String QUERY_CODE = "123456";

    private static final int EACH = 3;

    private static final Map<String, String> CHANNELS = Map.of(
            "hotline-zh", "12345 政务服务便民热线，全天",
            "hotline-en", "12345, day and night",
            "visit-zh", "县信访局一楼接待室，工作日 8:30–12:00、14:00–17:30",
            "visit-en", "Petition office, ground floor; working days 8:30–12:00 and 14:00–17:30",
            "letter-zh", "本县人民路 1 号 县信访局",
            "letter-en", "Petition office, 1 Renmin Road");

    private final Rehearsal rehearsal;
    private final Accounts accounts;

    LoadLives(Rehearsal rehearsal, Accounts accounts) {
        this.rehearsal = rehearsal;
        this.accounts = accounts;
    }

    void load(County county, List<Letter> letters) {
        Cast cast = new Cast(account(Role.INTAKE), account(Role.UNIT_HEAD), account(Role.HANDLER));
        for (List<String> row : Tables.rows("passages", ','))
            rehearsal.passage(
                    id("passage " + row.get(2)), row.get(1), row.get(2), row.get(3), account(Role.valueOf(row.get(0))));
        rehearsal.channels(CHANNELS, account(Role.INTAKE));
        Reach[] reaches = Reach.values();
        for (int i = 0; i < reaches.length * EACH; i++) {
            Letter letter = letters.get(i % letters.size());
            rehearsal.live(part(county, letter, i, reaches[i % reaches.length]), cast);
        }
    }

    private static Part part(County county, Letter letter, int i, Reach reach) {
        LocalDate day = county.wish().today().minusDays(2L + 5L * (i % 9));
        Instant at = Wish.at(day, 9 * 3600 + 600 * i);
        return new Part(
                id("life " + i),
                at,
                letter.title(),
                letter.text(),
                i % 4 == 0 ? List.of("请尽快解决", "请书面说明为什么拖了这么久") : List.of("请尽快解决"),
                letter.name(),
                "1390000" + String.format(java.util.Locale.ROOT, "%04d", i),
                QUERY_CODE,
                hotline(i),
                letter.answer() == null ? "经现场核查，情况属实。" : letter.answer(),
                reach);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** A few came by telephone. */
    private static @Nullable String hotline(int i) {
        return switch (i % 8) {
            case 1 -> "utility";
            case 2 -> "ordinary";
            case 3 -> "hard";
            default -> null;
        };
    }

    private SignedIn account(Role role) {
        return accounts.find(LoadAccounts.username(role)).orElseThrow();
    }
}
