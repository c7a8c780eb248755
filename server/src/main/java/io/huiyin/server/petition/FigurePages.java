package io.huiyin.server.petition;

import io.huiyin.server.petition.FigureStore.Month;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What becomes of petitions, for everybody. */
@Controller
class FigurePages {

    private static final String HEADER =
            "unit,month,received,answered_ever,in_time,answered,in_review,terminated,not_accepted,"
                    + "withdrawn,solved,partly,not_solved,unreachable,wrong_number";

    private final Figures figures;
    private final HarmSample harm;

    FigurePages(Figures figures, HarmSample harm) {
        this.figures = figures;
        this.harm = harm;
    }

    @GetMapping("/results/petitions")
    ModelAndView figures(@RequestParam(required = false) @Nullable String unit) {
        return new ModelAndView("petition/figures").addObject("shown", figures.of(unit));
    }

    /** Numbers under ten are the word {@code <10}. */
    @GetMapping("/data/petitions.csv")
    ResponseEntity<String> data() {
        String rows = figures.each().stream().map(FigurePages::row).collect(Collectors.joining());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(HEADER + "\r\n" + rows);
    }

    /** By which seed those were drawn who were asked whether anything bad happened; of quarters whose draw is over. */
    @GetMapping("/data/harm-draws.csv")
    ResponseEntity<String> draws() {
        String rows = harm.rounds().stream()
                .map(one -> String.join(",", one.quarter(), one.seed(), one.salt(), few(one.drawn())) + "\r\n")
                .collect(Collectors.joining());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body("quarter,seed,salt,drawn\r\n" + rows);
    }

    private static String few(long number) {
        return number < Figures.FEWEST ? "<" + Figures.FEWEST : String.valueOf(number);
    }

    private static String row(Month month) {
        return month.unit() + "," + month.month() + ","
                + LongStream.of(
                                month.received(),
                                month.replied(),
                                month.inTime(),
                                month.answered(),
                                month.inReview(),
                                month.terminated(),
                                month.notAccepted(),
                                month.withdrawn(),
                                month.solved(),
                                month.partly(),
                                month.notSolved(),
                                month.unreachable(),
                                month.wrongNumber())
                        .mapToObj(FigurePages::few)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }
}
