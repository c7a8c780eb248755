package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.server.file.Content;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.petition.Attachments.Refusal;
import io.huiyin.server.web.Denied;
import io.huiyin.server.web.FormErrors;
import io.huiyin.server.web.Guess;
import io.huiyin.server.web.NotFound;
import io.huiyin.server.web.RateLimit;
import io.huiyin.server.web.RateLimit.Attempt;
import io.huiyin.server.web.RateLimit.Limit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Attachments: sent with the public form or by the intake office, opened by whoever may see the petition, always as a download. */
@Controller
class FilePages {

    /** A download that a browser opens all the same may do nothing. */
    private static final String NOTHING = "default-src 'none'; sandbox";

    private final Attachments attachments;
    private final FormPage form;
    private final Intake intake;
    private final IntakeStore submissions;
    private final PetitionDesk desk;
    private final Tracking tracking;
    private final RateLimit rateLimit;
    private final Limit posts;

    FilePages(
            Attachments attachments,
            FormPage form,
            Intake intake,
            IntakeStore submissions,
            PetitionDesk desk,
            Tracking tracking,
            RateLimit rateLimit,
            @Value("${huiyin.rate-limit.files:200}") int most) {
        this.attachments = attachments;
        this.form = form;
        this.intake = intake;
        this.submissions = submissions;
        this.desk = desk;
        this.tracking = tracking;
        this.rateLimit = rateLimit;
        this.posts = new Limit("petition files", most, Duration.ofMinutes(10));
    }

    /** Where the switches of language and size lead back to. */
    @GetMapping("/petitions/new/files")
    String start() {
        return "redirect:/petitions/new";
    }

    /** The form's page of attachments: whatever its button, files that were chosen are kept first. */
    @PostMapping("/petitions/new/files")
    ModelAndView files(
            PetitionForm sent,
            @RequestParam(required = false) @Nullable UUID remove,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request) {
        UUID submission = PublicPages.id(sent.text("submission"));
        Attempt attempt = rateLimit.attempt(request, posts);
        if (!attempt.allowed())
            return form.show(
                    "files",
                    sent,
                    FormErrors.none().add("files", "petition.files.busy", (attempt.secondsToWait() + 59) / 60),
                    HttpStatus.TOO_MANY_REQUESTS);
        if (remove != null) attachments.remove(submission, remove);
        Optional<List<Refusal>> refusals = attachments.add(submission, files == null ? List.of() : files);
        if (refusals.isEmpty())
            return new ModelAndView("petition/receipt")
                    .addObject(
                            "receipt",
                            intake.receipt(submissions.find(submission).orElseThrow()));
        if (!refusals.get().isEmpty())
            return form.show("files", sent, faults(refusals.get()), HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("refusals", refusals.get());
        return form.show(next(sent, remove != null), sent, FormErrors.none(), HttpStatus.OK);
    }

    private static String next(PetitionForm sent, boolean removed) {
        if (removed) return "files";
        if (sent.next() != null && PetitionForm.STEPS.contains(sent.next())) return sent.next();
        return PetitionForm.STEPS.get(PetitionForm.STEPS.indexOf("files") + 1);
    }

    private static FormErrors faults(List<Refusal> refusals) {
        return FormErrors.none().add("files", "petition.files.refused", refusals.size());
    }

    @GetMapping("/desk/petitions/{id}/files")
    ModelAndView list(@PathVariable UUID id, SignedIn by) {
        return list(id, by, List.of());
    }

    /** The intake office adds what came on paper or later. */
    @PostMapping("/desk/petitions/{id}/files")
    ModelAndView add(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable List<MultipartFile> files, SignedIn by) {
        desk.open(id, by);
        List<Refusal> refusals = attachments.addTo(id, files == null ? List.of() : files, Actor.of(by));
        return refusals.isEmpty()
                ? new ModelAndView("redirect:/desk/petitions/" + id + "/files")
                : list(id, by, refusals);
    }

    private ModelAndView list(UUID id, SignedIn by, List<Refusal> refusals) {
        PetitionDesk.OnDesk opened = desk.open(id, by);
        return new ModelAndView(
                        "petition/attach", refusals.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("opened", opened)
                .addObject("attachments", attachments.kept(opened.life().owner()))
                .addObject("allowed", attachments.allowed())
                .addObject("refusals", refusals)
                .addObject("errors", refusals.isEmpty() ? FormErrors.none() : faults(refusals));
    }

    @GetMapping("/desk/petitions/{id}/files/{file}")
    ResponseEntity<byte[]> open(@PathVariable UUID id, @PathVariable UUID file, SignedIn by) {
        desk.open(id, by);
        return download(attachments.open(id, file, Actor.of(by)));
    }

    /** The petitioner's own: number and query code belong together, else a wrong guess is counted. */
    @PostMapping("/petitions/{code}/files/{file}")
    ResponseEntity<byte[]> openOwn(
            @PathVariable String code,
            @PathVariable UUID file,
            @RequestParam(defaultValue = "") String query,
            HttpServletRequest request) {
        Code number = Code.parse(code).orElseThrow(() -> new NotFound("petition"));
        return switch (rateLimit.guess(request, OwnPage.GUESSES, () -> tracking.signatory(number, query))) {
            case Guess.Right<Signatory> own ->
                download(attachments.open(own.opened().petition(), file));
            case Guess.Wrong<Signatory> wrong -> throw new Denied("petition.track.wrong");
            case Guess.TooMany<Signatory> many -> throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    /** As whatever browser saves it, and opens nothing. */
    static ResponseEntity<byte[]> download(Optional<Content> found) {
        Content content = found.orElseThrow(() -> new NotFound("file"));
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType(content.attachment().kind().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.attachment().saveAs())
                                .build()
                                .toString())
                .header("Content-Security-Policy", NOTHING)
                .body(content.bytes());
    }
}
