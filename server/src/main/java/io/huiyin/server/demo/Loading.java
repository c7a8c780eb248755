package io.huiyin.server.demo;

import io.huiyin.server.calendar.Quarter;
import io.huiyin.server.calendar.WorkingDays;
import io.huiyin.server.sql.PlannerStatistics;
import io.huiyin.server.sql.SqlTime;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;

/** Loads the demo county once, through the same doors as everybody: a start after a crash goes on where it stopped. */
@DemoOnly
class Loading {

    private static final int BATCH = 4_000;

    private final Steps steps;
    private final Loaders loaders;
    private final PlannerStatistics statistics;
    private final WorkingDays calendar;
    private final Clock clock;
    private final double scale;

    Loading(
            Steps steps,
            Loaders loaders,
            PlannerStatistics statistics,
            WorkingDays calendar,
            Clock clock,
            @Value("${huiyin.demo.scale:1}") double scale) {
        this.steps = steps;
        this.loaders = loaders;
        this.statistics = statistics;
        this.calendar = calendar;
        this.clock = clock;
        this.scale = scale;
    }

    /** What each part of the county is loaded by. */
    @DemoOnly
    record Loaders(
            LoadOffices offices,
            LoadAccounts accounts,
            LoadMatters matters,
            LoadRatings ratings,
            LoadLetters letters,
            LoadLives lives,
            LoadSpotChecks spotChecks,
            LoadSupervision supervision,
            LoadCycle cycle) {}

    void run(PrintStream out) {
        Wish wish = steps.begin(new Wish(County.SEED, SqlTime.day(clock.instant()), scale, calendar::isWorkingDay));
        if (!steps.whole()) load(new County(wish), new Progress(out));
    }

    private void load(County county, Progress progress) {
        progress.at(0, "making it up");
        List<Handled> all = progress.timed("generator", () -> county.matters().toList());
        List<Letter> letters = county.letters().toList();
        step("offices", progress, () -> loaders.offices().load(county));
        step("accounts", progress, () -> loaders.accounts().load(county));
        try (Lane lane = new Lane()) {
            matters(county, all, progress, lane);
            petitions(county, letters, progress);
            List<Handled> petitioned = letters.stream().map(Letter::matter).toList();
            spotChecks(county, Stream.concat(all.stream(), petitioned.stream()).toList(), progress, lane);
        }
        progress.at(0.96, "petitions that live here");
        step("lives", progress, () -> loaders.lives().load(county, letters));
        progress.at(0.97, "supervision");
        step("supervision", progress, () -> loaders.supervision().load(county, letters));
        progress.at(0.98, "results");
        progress.timed("statistics", this::refreshStatistics);
        step("cycle", progress, () -> loaders.cycle().load(county));
        steps.end();
        progress.end("The demo county is loaded: " + all.size() + " matters, " + letters.size() + " petitions");
    }

    /** Each lot's ratings follow in the other lane while the next lot's matters are stored. */
    private void matters(County county, List<Handled> all, Progress progress, Lane lane) {
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Handled> some = all.subList(from, Math.min(from + BATCH, all.size()));
            int lot = from / BATCH;
            progress.at(0.04 + 0.76 * from / all.size(), "matters and ratings");
            step("matters " + lot, progress, () -> loaders.matters().load(some, county));
            lane.add(() ->
                    step("ratings " + lot, progress, () -> loaders.ratings().load(some, county)));
            if (lot == 1 || lot == 8) progress.timed("statistics", this::refreshStatistics);
        }
        lane.finish();
    }

    private void petitions(County county, List<Letter> letters, Progress progress) {
        progress.at(0.8, "petitions");
        step("petitions", progress, () -> loaders.letters().load(letters));
        List<Handled> matters = letters.stream().map(Letter::matter).toList();
        step("ratings of petitions", progress, () -> loaders.ratings().load(matters, county));
    }

    private void spotChecks(County county, List<Handled> all, Progress progress, Lane lane) {
        LoadSpotChecks load = loaders.spotChecks();
        Map<String, Handled> byNumber = all.stream().collect(Collectors.toMap(Handled::number, Function.identity()));
        List<Quarter> quarters = county.times().quarters();
        for (int i = 0; i < quarters.size(); i++) {
            Quarter quarter = quarters.get(i);
            progress.at(0.82 + 0.04 * i, "spot check of " + quarter);
            step("draw " + quarter, progress, () -> load.draw(quarter, county));
            lane.add(() -> step("calls " + quarter, progress, () -> load.call(quarter, county, byNumber)));
        }
        lane.finish();
    }

    private boolean refreshStatistics() {
        statistics.refresh();
        return true;
    }

    private void step(String name, Progress progress, Runnable work) {
        progress.timed(name.split(" ")[0], () -> {
            steps.once(name, work);
            return true;
        });
    }
}
