package io.huiyin.server.demo;

import io.huiyin.server.calendar.WorkingDays;
import io.huiyin.server.sql.SqlTime;
import java.io.PrintStream;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;

/** Loads the demo county once, through the same doors as everybody: a start after a crash goes on where it stopped. */
@DemoOnly
class Loading {

    private final Steps steps;
    private final LoadAccounts accounts;
    private final WorkingDays calendar;
    private final Clock clock;
    private final double scale;

    Loading(
            Steps steps,
            LoadAccounts accounts,
            WorkingDays calendar,
            Clock clock,
            @Value("${huiyin.demo.scale:1}") double scale) {
        this.steps = steps;
        this.accounts = accounts;
        this.calendar = calendar;
        this.clock = clock;
        this.scale = scale;
    }

    void run(PrintStream out) {
        Wish wish = steps.begin(new Wish(County.SEED, SqlTime.day(clock.instant()), scale, calendar::isWorkingDay));
        if (steps.whole()) return;
        Progress progress = new Progress(out);
        County county = new County(wish);
        progress.at(0, "offices");
        steps.once("accounts", () -> accounts.load(county));
        steps.end();
        progress.end("The demo county is loaded");
    }
}
