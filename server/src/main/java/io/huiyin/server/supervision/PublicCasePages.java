package io.huiyin.server.supervision;

import io.huiyin.server.web.NotFound;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 疑难案件清单, as everybody sees it: number, what it is about in one word, age, owner's office, plan, end. No petitioner, no title. */
@Controller
class PublicCasePages {

    private static final int FIRST_YEAR = 2020;

    private final HardCases cases;
    private final Stock stock;

    PublicCasePages(HardCases cases, Stock stock) {
        this.cases = cases;
        this.stock = stock;
    }

    @GetMapping("/cases")
    ModelAndView year(@RequestParam(required = false) @Nullable Integer year) {
        LocalDate today = cases.today();
        int asked = asked(year, today);
        List<HardCase> all = cases.ofYear(asked);
        return new ModelAndView("supervision/public-cases")
                .addObject("year", asked)
                .addObject("cases", all)
                .addObject("open", all.stream().filter(HardCase::open).count())
                .addObject("solved", all.stream().filter(HardCase::solved).count())
                .addObject("picture", StockPicture.of(stock.course()))
                .addObject("today", today);
    }

    /** The list of a year as open data: what the page shows, and no word more. */
    @GetMapping("/data/cases.csv")
    ResponseEntity<String> data(@RequestParam(required = false) @Nullable Integer year) {
        LocalDate today = cases.today();
        return PublicCsv.of(
                "case,subject_zh,subject_en,received_on,listed_on,age_days,owner_office,plan,plan_due_on,ending,ended_on",
                cases.ofYear(asked(year, today)).stream()
                        .map(hard -> Arrays.<@Nullable Object>asList(
                                hard.number(),
                                hard.subjectZh(),
                                hard.subjectEn(),
                                hard.receivedOn(),
                                hard.listedOn(),
                                hard.age(today),
                                hard.office(),
                                hard.plan(),
                                hard.planDue(),
                                hard.ending(),
                                hard.endedOn()))
                        .toList());
    }

    private static int asked(@Nullable Integer year, LocalDate today) {
        int asked = year == null ? today.getYear() : year;
        if (asked < FIRST_YEAR || asked > today.getYear()) throw new NotFound("year");
        return asked;
    }
}
