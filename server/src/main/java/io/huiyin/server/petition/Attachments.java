package io.huiyin.server.petition;

import io.huiyin.server.file.Attachment;
import io.huiyin.server.file.Content;
import io.huiyin.server.file.Files;
import io.huiyin.server.file.Keeping;
import io.huiyin.server.file.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/**
 * 附件: what was handed in with a petition, by the form before there is a petition, by the intake office afterwards. Files are kept
 * under the petition's submission, so that they are there at once and stay when another page of the form has a fault.
 */
@Component
class Attachments {

    private static final int LONGEST_NAME = 60;

    private final Files files;
    private final IntakeStore intake;
    private final TransactionTemplate transaction;

    Attachments(Files files, IntakeStore intake, TransactionTemplate transaction) {
        this.files = files;
        this.intake = intake;
        this.transaction = transaction;
    }

    /**
     * A file that is not kept.
     *
     * @param name what it was called, to find it again; it is shown once and stored nowhere
     * @param key the sentence that says what is wrong and what to do
     */
    record Refusal(String name, String key, Object... args) {}

    /** What became of files that were sent: absent when the petition was handed in meanwhile, so that they are not part of it. */
    Optional<List<Refusal>> add(UUID submission, List<MultipartFile> sent) {
        List<Refusal> refusals = new ArrayList<>();
        for (MultipartFile file : sent) {
            if (name(file).isEmpty()) continue;
            switch (read(file)) {
                case Reading.Refused refused -> refusals.add(new Refusal(name(file), refused.key(), refused.args()));
                case Reading.Clean clean -> {
                    Boolean open = transaction.execute(status -> waits(submission, file, clean, refusals));
                    if (!Boolean.TRUE.equals(open)) return Optional.empty();
                }
            }
        }
        return Optional.of(refusals);
    }

    private boolean waits(UUID submission, MultipartFile file, Reading.Clean clean, List<Refusal> refusals) {
        intake.oneAtATime(submission);
        if (intake.find(submission).isPresent()) return false;
        keep(submission, file, clean, false, refusals);
        return true;
    }

    /** To a petition that is there: what is kept stays. */
    List<Refusal> addTo(UUID petition, List<MultipartFile> sent) {
        UUID owner = intake.submission(petition);
        List<Refusal> refusals = new ArrayList<>();
        for (MultipartFile file : sent) {
            if (name(file).isEmpty()) continue;
            switch (read(file)) {
                case Reading.Refused refused -> refusals.add(new Refusal(name(file), refused.key(), refused.args()));
                case Reading.Clean clean -> keep(owner, file, clean, true, refusals);
            }
        }
        return refusals;
    }

    private void keep(UUID owner, MultipartFile file, Reading.Clean clean, boolean settled, List<Refusal> refusals) {
        if (files.keep(owner, clean, settled) instanceof Keeping.Refused refused)
            refusals.add(new Refusal(name(file), refused.key(), refused.args()));
    }

    private Reading read(MultipartFile file) {
        String declared = file.getContentType();
        return files.read(name(file), declared == null ? "" : declared, file::getInputStream);
    }

    /** Without the folders that some browsers send; a name that is too long keeps its end. */
    private static String name(MultipartFile file) {
        String sent = file.getOriginalFilename();
        String name =
                sent == null ? "" : sent.replaceAll(".*[/\\\\]|\\p{Cntrl}", "").strip();
        return name.length() <= LONGEST_NAME ? name : "…" + name.substring(name.length() - LONGEST_NAME);
    }

    List<Attachment> waiting(UUID submission) {
        return files.of(submission);
    }

    void remove(UUID submission, UUID file) {
        files.remove(submission, file);
    }

    List<Attachment> of(UUID petition) {
        return files.of(intake.submission(petition));
    }

    /** Absent also for a file of another petition. */
    Optional<Content> open(UUID petition, UUID file) {
        return files.open(intake.submission(petition), file);
    }

    /** How many, each how large, together how large. */
    Object[] allowed() {
        return files.allowed();
    }
}
