package io.huiyin.server.supervision;

import io.huiyin.server.calendar.LegalValues;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.supervision.FaultStore.Band;
import io.huiyin.server.supervision.FaultStore.Found;
import io.huiyin.server.supervision.FaultStore.Thresholds;
import io.huiyin.server.supervision.History.Step;
import io.huiyin.server.supervision.History.Subject;
import io.huiyin.server.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 督查看板: the three faults by leader and unit, with the cases behind each number; supervision sees all, a leader the own. */
@Component
@Transactional(readOnly = true)
class Oversight {

    private final FaultStore store;
    private final CaseStore cases;
    private final History history;
    private final LegalValues values;
    private final Clock clock;

    Oversight(FaultStore store, CaseStore cases, History history, LegalValues values, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.history = history;
        this.values = values;
        this.clock = clock;
    }

    /** How often each fault stands against one name, an office or a unit. */
    record Tally(String name, Map<Fault, Long> counts) {
        long of(Fault fault) {
            return counts.getOrDefault(fault, 0L);
        }
    }

    List<Found> faults(SignedIn by) {
        LocalDate today = today();
        List<Found> all =
                store.all(new Thresholds(days(Fault.UNSUPERVISED), days(Fault.UNWORKED), days(Fault.UNENDED), today));
        return by.role() == Role.LEADER
                ? all.stream()
                        .filter(found -> by.account().equals(found.leader()))
                        .toList()
                : all;
    }

    /** Calendar days after which it is a fault. */
    int days(Fault fault) {
        return values.value(fault.value(), today());
    }

    static List<Tally> byLeader(List<Found> faults) {
        return tally(faults, Found::office);
    }

    static List<Tally> byUnit(List<Found> faults) {
        return tally(faults, Found::unit);
    }

    private static List<Tally> tally(List<Found> faults, Function<Found, @Nullable String> name) {
        Map<String, Map<Fault, Long>> all = new TreeMap<>();
        for (Found found : faults) {
            String whose = name.apply(found);
            if (whose != null)
                all.computeIfAbsent(whose, none -> new EnumMap<>(Fault.class)).merge(found.fault(), 1L, Long::sum);
        }
        return all.entrySet().stream()
                .map(one -> new Tally(one.getKey(), one.getValue()))
                .toList();
    }

    List<Band> backlog() {
        return store.backlog(today());
    }

    /** What supervision did about one petition before. */
    List<History.Line> checks(UUID petition) {
        return history.of(petition);
    }

    String title(UUID petition) {
        return cases.title(petition).orElseThrow(() -> new NotFound("petition"));
    }

    /** 督办记录: supervision asked after a petition, on the spot or by telephone, and what it found. */
    @Transactional
    Doing check(UUID petition, String words, SignedIn by) {
        if (cases.title(petition).isEmpty()) throw new NotFound("petition");
        if (words.isEmpty()) return Doing.refused("words", "check");
        if (words.length() > Typed.LONGEST) return Doing.refused("words", "long", Typed.LONGEST);
        history.write(Step.of(Subject.PETITION, petition, "checked", words), by);
        return new Doing.Done(petition);
    }

    LocalDate today() {
        return SqlTime.day(clock.instant());
    }
}
