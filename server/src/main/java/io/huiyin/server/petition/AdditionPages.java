package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.server.petition.Attachments.Refusal;
import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.RateLimit;
import io.huiyin.server.web.RateLimit.Attempt;
import io.huiyin.server.web.RateLimit.Limit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What a petitioner adds from the own page: words, files, or both. */
@Controller
class AdditionPages {

    private final OwnPage own;
    private final Additions additions;
    private final Attachments attachments;
    private final RateLimit rateLimit;
    private final Limit posts;

    AdditionPages(
            OwnPage own,
            Additions additions,
            Attachments attachments,
            RateLimit rateLimit,
            @Value("${huiyin.rate-limit.files:200}") int most) {
        this.own = own;
        this.additions = additions;
        this.attachments = attachments;
        this.rateLimit = rateLimit;
        this.posts = new Limit("petition files", most, Duration.ofMinutes(10));
    }

    /** Words with a fault come back as they were typed, and no file is kept then; words without one stay when a file is refused. */
    @PostMapping("/petitions/{code}/files")
    ModelAndView add(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String submission,
            @RequestParam(defaultValue = "") String added,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request) {
        Code number = OwnPage.code(code);
        String words = added.replace("\0", "").strip();
        List<MultipartFile> sent = files == null ? List.of() : files;
        return own.guess(number, query, request, opened -> {
            Attempt attempt = rateLimit.attempt(request, posts);
            if (!attempt.allowed()) {
                FormErrors busy =
                        FormErrors.none().add("added", "petition.files.busy", (attempt.secondsToWait() + 59) / 60);
                return own.page(number, query, opened, busy, HttpStatus.TOO_MANY_REQUESTS)
                        .addObject("added", words);
            }
            if (words.isEmpty() && Attachments.isNone(sent))
                return refused(number, query, FormErrors.none().add("added", "petition.add.nothing"), words);
            if (!words.isEmpty()) {
                FormErrors errors = additions.add(opened.own(), PublicPages.id(submission), words);
                if (errors.any()) return refused(number, query, errors, words);
            }
            List<Refusal> refusals = attachments.addOwn(opened.own(), sent);
            if (!refusals.isEmpty()) return refused(number, query, refusals);
            return now(number, query, FormErrors.none(), HttpStatus.OK).addObject("done", "petition.add.done");
        });
    }

    private ModelAndView refused(Code number, String query, FormErrors errors, String words) {
        return now(number, query, errors, HttpStatus.UNPROCESSABLE_CONTENT).addObject("added", words);
    }

    private ModelAndView refused(Code number, String query, List<Refusal> refusals) {
        Refusal first = refusals.getFirst();
        FormErrors errors = first.name().isEmpty()
                ? FormErrors.none().add("files", first.key(), first.args())
                : FormErrors.none().add("files", "petition.files.refused", refusals.size());
        return now(number, query, errors, HttpStatus.UNPROCESSABLE_CONTENT).addObject("refusals", refusals);
    }

    private ModelAndView now(Code number, String query, FormErrors errors, HttpStatus status) {
        return own.page(number, query, errors, status);
    }
}
