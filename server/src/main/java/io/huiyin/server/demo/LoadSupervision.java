package io.huiyin.server.demo;

import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.NewAccount;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.supervision.PastCases;
import io.huiyin.server.supervision.PastCases.PastAct;
import io.huiyin.server.supervision.PastCases.PastCase;
import io.huiyin.server.supervision.PastCases.PastOrder;
import io.huiyin.server.supervision.PastCases.PastOwner;
import io.huiyin.server.supervision.PastReceptions;
import io.huiyin.server.supervision.PastReceptions.PastAdvice;
import io.huiyin.server.supervision.PastReceptions.PastHour;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A dozen hard cases with their owners, what those did, and the orders, receptions and advice of the last year. */
@DemoOnly
class LoadSupervision {

    private static final int OPEN = 10;
    private static final int ENDED = 6;
    private static final int SOLVED = 2;
    private static final int OVERDUE = 90; // days after which an unanswered petition is proposed: 60 and 30

    private final PastCases past;
    private final PastReceptions receptions;
    private final Accounts accounts;

    LoadSupervision(PastCases past, PastReceptions receptions, Accounts accounts) {
        this.past = past;
        this.receptions = receptions;
        this.accounts = accounts;
    }

    /** A leader's account and office. */
    private record Leader(SignedIn account, String office) {}

    void load(County county, List<Letter> letters) {
        List<Leader> leaders = leaders(county);
        past.cases(Stream.concat(
                        unanswered(county, letters).stream().map(letter -> open(county, letter, leaders)),
                        Stream.concat(
                                lateAnswered(county, letters).stream().map(letter -> ended(county, letter, leaders)),
                                Stream.concat(
                                        past.living(3).stream().map(living -> living(county, living, leaders)),
                                        past.solved(SOLVED).stream().map(solved -> solved(county, solved, leaders)))))
                .toList());
        past.orders(
                unanswered(county, letters).stream()
                        .limit(6)
                        .map(letter -> order(county, letter))
                        .toList(),
                county.wish().today().minusDays(5));
        receptions.hours(hours(county, leaders), Wish.at(county.wish().today(), 0));
        receptions.advice(advice(county));
        SignedIn supervision =
                accounts.find(LoadAccounts.username(Role.SUPERVISION)).orElseThrow();
        for (int month = 0; month < 24; month++)
            receptions.staffing(county.wish().today().minusMonths(month), 31 + (month < 10 ? 0 : 2), supervision);
    }

    private List<Leader> leaders(County county) {
        List<Leader> all = new ArrayList<>();
        List<List<String>> rows = Tables.rows("leaders", ',');
        accounts.load(
                rows.stream()
                        .map(row -> new NewAccount(
                                row.getFirst(), county.wish().name(row.getFirst()), Role.LEADER, null, null))
                        .toList(),
                LoadAccounts.PASSWORD);
        for (List<String> row : rows) {
            past.office(row.get(0), row.get(1));
            all.add(new Leader(accounts.find(row.get(0)).orElseThrow(), row.get(1)));
        }
        return all;
    }

    /** Long overdue and without an answer: the oldest. */
    private static List<Letter> unanswered(County county, List<Letter> letters) {
        LocalDate latest = county.wish().today().minusDays(OVERDUE + 20L);
        return letters.stream()
                .filter(letter -> letter.matter().closedAt() == null)
                .filter(letter -> SqlTime.day(letter.receivedAt()).isBefore(latest))
                .sorted(Comparator.comparing(Letter::receivedAt))
                .limit(OPEN)
                .toList();
    }

    /** Answered elsewhere in the end, but long after the limit. */
    private static List<Letter> lateAnswered(County county, List<Letter> letters) {
        return letters.stream()
                .filter(letter -> letter.matter().closedAt() != null && waited(letter) > 75)
                .sorted(Comparator.comparing(Letter::number))
                .limit(ENDED)
                .toList();
    }

    private static long waited(Letter letter) {
        Instant closed = letter.matter().closedAt();
        return closed == null ? 0 : ChronoUnit.DAYS.between(letter.receivedAt(), closed);
    }

    private static PastCase open(County county, Letter letter, List<Leader> leaders) {
        Dice dice = county.wish().dice("hard case", letter.number());
        LocalDate today = county.wish().today();
        LocalDate listed = SqlTime.day(letter.receivedAt()).plusDays(OVERDUE + dice.below(15));
        return new PastCase(
                letter.number(),
                dice.pick(SUBJECTS),
                "overdue",
                listed,
                dice.chance(0.15) ? null : owner(dice, leaders, listed.plusDays(1 + dice.below(4)), today, null),
                null);
    }

    private static PastCase ended(County county, Letter letter, List<Leader> leaders) {
        Dice dice = county.wish().dice("hard case", letter.number());
        LocalDate ended =
                SqlTime.day(java.util.Objects.requireNonNull(letter.matter().closedAt()));
        LocalDate listed = SqlTime.day(letter.receivedAt()).plusDays(40);
        return new PastCase(
                letter.number(),
                dice.pick(SUBJECTS),
                "by-hand",
                listed,
                owner(dice, leaders, listed, county.wish().today(), ended),
                ended);
    }

    private static PastCase living(County county, PastCases.Living living, List<Leader> leaders) {
        Dice dice = county.wish().dice("hard case", living.number());
        LocalDate today = county.wish().today();
        LocalDate listed =
                today.minusDays(1 + dice.below(Math.max(1, (int) ChronoUnit.DAYS.between(living.receivedOn(), today))));
        return new PastCase(
                living.number(),
                dice.pick(SUBJECTS),
                "by-hand",
                listed,
                owner(dice, leaders, listed, today, null),
                null);
    }

    /** The petitioner said that it is solved, on the demo's own day. */
    private static PastCase solved(County county, PastCases.Living solved, List<Leader> leaders) {
        Dice dice = county.wish().dice("hard case", solved.number());
        LocalDate today = county.wish().today();
        LocalDate listed = solved.receivedOn().plusDays(1);
        return new PastCase(
                solved.number(),
                dice.pick(SUBJECTS),
                "by-hand",
                listed,
                owner(dice, leaders, listed, today, today),
                today);
    }

    /** One leader in four never acts, one in four has acted too long ago; the others act every few weeks, and plan anew. */
    private static PastOwner owner(
            Dice dice, List<Leader> leaders, LocalDate taken, LocalDate today, @Nullable LocalDate ended) {
        Leader leader = dice.chance(0.3) ? leaders.getFirst() : dice.pick(leaders);
        List<List<String>> texts = Tables.rows("acts", ';');
        List<PastAct> acts = new ArrayList<>();
        int kind = dice.weighted(25, 25, 50);
        LocalDate last = ended != null ? ended : kind == 1 ? today.minusDays(40) : today.minusDays(1);
        for (LocalDate day = taken.plusDays(2 + dice.below(9));
                kind > 0 && !day.isAfter(last);
                day = day.plusDays(9 + dice.below(18))) {
            List<String> text = dice.pick(texts);
            acts.add(new PastAct(text.get(0), day, dice.chance(0.2) ? "县信访局副局长" : "", text.get(1)));
        }
        return new PastOwner(
                leader.account().account(),
                leader.office(),
                dice.pick(PLANS),
                taken,
                kind == 2 && ended == null ? today.plusDays(5 + dice.below(50)) : taken.plusDays(60 + dice.below(32)),
                acts);
    }

    private static PastOrder order(County county, Letter letter) {
        Dice dice = county.wish().dice("order", letter.number());
        LocalDate issued = county.wish().today().minusDays(20 + dice.below(90));
        boolean replied = dice.chance(0.6);
        return new PastOrder(
                letter.number(),
                dice.pick(List.of("overdue", "no-feedback", "perfunctory")),
                dice.pick(List.of("daily", "listed", "talk")),
                "请查明为什么没有答复，限期办结并书面说明。",
                issued,
                replied ? "已指定分管负责人办理，原因是经办人调岗后没有交接，现已补上。" : "",
                issued.plusDays(12),
                dice.chance(0.5));
    }

    /** Each leader two hours on one day of each month, every third time out in a village; the next two months are planned. */
    private static List<PastHour> hours(County county, List<Leader> leaders) {
        List<PastHour> all = new ArrayList<>();
        LocalDate today = county.wish().today();
        List<Office> townships = county.offices().stream()
                .filter(office -> office.kind().equals("township"))
                .toList();
        for (int month = -20; month <= 1; month++)
            for (int i = 0; i < leaders.size(); i++) {
                Dice dice = county.wish().dice("hours", String.valueOf(month), String.valueOf(i));
                if (month < -10 && dice.chance(0.1)) continue;
                LocalDate day =
                        county.wish().lastWorkingDay(today.plusMonths(month).plusDays(3 + 4L * i));
                boolean village = dice.chance(0.33);
                all.add(new PastHour(
                        leaders.get(i).account().account(),
                        leaders.get(i).office(),
                        village,
                        village ? dice.pick(townships).name() + "便民服务中心" : "县信访局一楼接待室",
                        Wish.at(day, 9 * 3600),
                        Wish.at(day, 11 * 3600),
                        month < -1 ? List.of() : VISITS.subList(0, 1 + dice.below(3)),
                        "当面听了，问清了情况，由承办单位一周内回话。"));
            }
        return all;
    }

    private static List<PastAdvice> advice(County county) {
        LocalDate today = county.wish().today();
        return Tables.rows("advice", ';').stream()
                .map(row -> new PastAdvice(
                        county.office(row.get(0)).code(),
                        row.get(1),
                        row.get(2),
                        row.get(3),
                        today.minusDays(Long.parseLong(row.get(4))),
                        row.get(5).equals("yes"),
                        row.get(6),
                        row.get(7),
                        row.get(8)))
                .toList();
    }

    private static final List<String> SUBJECTS =
            List.of("construction", "land", "farming", "labour", "transport", "environment");

    private static final List<String> PLANS = List.of(
            "一周内到现场查看，两周内召集有关单位定方案，一个月内动工，完工后请本人看。",
            "先把历年的材料对一遍，缺的补上；能办的马上办，不能办的当面说明依据。",
            "请承办单位和本人坐到一起，把争议的数算清楚，按算清的补发。");

    private static final List<String> VISITS = List.of("通村路什么时候修", "安置房的办证问题", "想问低保审核的结果");
}
