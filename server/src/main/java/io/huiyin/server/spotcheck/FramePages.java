package io.huiyin.server.spotcheck;

import io.huiyin.server.calendar.LegalValues;
import io.huiyin.server.calendar.Quarter;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.NotFound;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** 抽样框和抽签: the assessment office's quarters, step by step. */
@Controller
class FramePages {

    private final Frames frames;
    private final Draws draws;
    private final LegalValues legal;
    private final Clock clock;

    FramePages(Frames frames, Draws draws, LegalValues legal, Clock clock) {
        this.frames = frames;
        this.draws = draws;
        this.legal = legal;
        this.clock = clock;
    }

    @GetMapping("/desk/frames")
    ModelAndView list(SignedIn by) {
        return list(by, FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/frames")
    ModelAndView freeze(@RequestParam(defaultValue = "") String quarter, SignedIn by) {
        Quarter wanted = parse(quarter);
        return switch (frames.freeze(wanted, by)) {
            case Freezing.Frozen frozen -> redirect("/desk/frames/" + wanted);
            case Freezing.AlreadyFrozen frozen -> redirect("/desk/frames/" + wanted);
            case Freezing.NotOver notOver -> refuse(by, "spotcheck.frames.notOver", wanted);
            case Freezing.NothingClosed nothing -> refuse(by, "spotcheck.frames.nothing", wanted);
        };
    }

    @GetMapping("/desk/frames/{quarter}")
    ModelAndView show(@PathVariable String quarter, SignedIn by) {
        return show(parse(quarter), DrawForm.fresh(), FormErrors.none(), by);
    }

    @PostMapping("/desk/frames/{quarter}/draw")
    ModelAndView draw(@PathVariable String quarter, DrawForm typed, SignedIn by) {
        Quarter wanted = parse(quarter);
        Frame frame = frames.frame(wanted).orElseThrow(() -> new NotFound("frame " + quarter));
        FormErrors errors = typed.errors();
        if (errors.any()) return show(wanted, typed, errors, by);
        return switch (draws.draw(frame.id(), typed.entropy(), typed.wish(), by)) {
            case Drawing.Done done -> redirect("/desk/draws/" + done.draw());
            case Drawing.AlreadyDrawn before -> redirect("/desk/draws/" + before.draw());
            case Drawing.TooLittleEntropy little ->
                show(wanted, typed, errors.add("entropy", "spotcheck.draw.entropy.short", little.least()), by);
        };
    }

    private ModelAndView refuse(SignedIn by, String key, Quarter quarter) {
        return list(by, FormErrors.none().add("", key, quarter), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView list(SignedIn by, FormErrors errors, HttpStatus status) {
        ModelAndView page = new ModelAndView("spotcheck/frames", status);
        page.addObject("steps", frames.steps());
        page.addObject("errors", errors);
        page.addObject("office", by.role() == Role.ASSESSMENT);
        return page;
    }

    private ModelAndView show(Quarter quarter, DrawForm typed, FormErrors errors, SignedIn by) {
        ModelAndView page =
                new ModelAndView("spotcheck/frame", errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        Optional<Frame> frame = frames.frame(quarter);
        page.addObject("quarter", quarter);
        page.addObject("over", frames.isOver(quarter));
        page.addObject("frame", frame.orElse(null));
        page.addObject("coverage", frames.coverage(quarter));
        page.addObject("least", legal.value("spotcheck.coverage", SqlTime.day(clock.instant())));
        page.addObject("response", legal.value("spotcheck.response", SqlTime.day(clock.instant())));
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        page.addObject("office", by.role() == Role.ASSESSMENT);
        return page;
    }

    private static Quarter parse(String quarter) {
        try {
            return Quarter.parse(quarter);
        } catch (IllegalArgumentException e) {
            throw new NotFound("quarter " + quarter);
        }
    }

    private static ModelAndView redirect(String address) {
        return new ModelAndView(new RedirectView(address));
    }
}
