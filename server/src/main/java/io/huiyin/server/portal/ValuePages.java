package io.huiyin.server.portal;

import io.huiyin.server.calendar.LegalValues;
import io.huiyin.server.calendar.WorkingDays;
import io.huiyin.server.sql.SqlTime;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What law or custom sets, with its source and the day it came into force; and the days off of a year. */
@Controller
class ValuePages {

    private final LegalValues values;
    private final WorkingDays days;
    private final Clock clock;

    ValuePages(LegalValues values, WorkingDays days, Clock clock) {
        this.values = values;
        this.days = days;
        this.clock = clock;
    }

    @GetMapping("/desk/values")
    String values(@RequestParam(defaultValue = "0") int year, Model model) {
        LocalDate today = SqlTime.day(clock.instant());
        int shown = year == 0 ? today.getYear() : Math.clamp(year, 2012, today.getYear() + 1);
        model.addAttribute("values", values.all());
        model.addAttribute("today", today);
        model.addAttribute("year", shown);
        model.addAttribute("days", days.ofYear(shown));
        return "portal/values";
    }
}
