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
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/**
 * 附件: what was handed in with a petition, by the form before there is a petition, by petitioner and intake office afterwards. Files are kept
 * under the petition's submission, so that they are there at once and stay when another page of the form has a fault.
 */
@Component
class Attachments {

    private static final int LONGEST_NAME = 60;

    private final Files files;
    private final IntakeStore intake;
    private final LifeStore life;
    private final Additions additions;
    private final ReviewStore reviews;
    private final TransactionTemplate transaction;

    Attachments(
            Files files,
            IntakeStore intake,
            LifeStore life,
            Additions additions,
            ReviewStore reviews,
            TransactionTemplate transaction) {
        this.files = files;
        this.intake = intake;
        this.life = life;
        this.additions = additions;
        this.reviews = reviews;
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

    /** Whether no file was chosen: browsers send an empty one then. */
    static boolean isNone(List<MultipartFile> sent) {
        return sent.stream().allMatch(file -> name(file).isEmpty());
    }

    /** By the petitioner, as long as the petition has not come to an end that is final. */
    List<Refusal> addOwn(Signatory own, List<MultipartFile> sent) {
        if (life.find(own.petition()).orElseThrow().procedure().over())
            return List.of(new Refusal("", "petition.add.over"));
        return addTo(own.petition(), sent, Actor.PETITIONER);
    }

    /** To a petition that is there: what is kept stays, stands in the history and has its entry in the log. */
    List<Refusal> addTo(UUID petition, List<MultipartFile> sent, Actor by) {
        UUID owner = intake.submission(petition);
        List<Refusal> refusals = new ArrayList<>();
        for (MultipartFile file : sent) {
            if (name(file).isEmpty()) continue;
            switch (read(file)) {
                case Reading.Refused refused -> refusals.add(new Refusal(name(file), refused.key(), refused.args()));
                case Reading.Clean clean ->
                    transaction.executeWithoutResult(status -> {
                        if (keep(owner, file, clean, true, refusals) instanceof Keeping.Kept kept && kept.fresh())
                            additions.record(petition, kept.attachment(), by);
                    });
            }
        }
        return refusals;
    }

    /** Reads files that are kept later, in the transaction of what they belong to; refusals are those that cannot be. */
    List<Refusal> clean(List<MultipartFile> sent, List<Reading.Clean> into) {
        List<Refusal> refusals = new ArrayList<>();
        for (MultipartFile file : sent) {
            if (name(file).isEmpty()) continue;
            switch (read(file)) {
                case Reading.Refused refused -> refusals.add(new Refusal(name(file), refused.key(), refused.args()));
                case Reading.Clean clean -> into.add(clean);
            }
        }
        return refusals;
    }

    /** A document of a review body's decision; in the transaction that decides. */
    Keeping addDecided(Review review, Reading.Clean document) {
        Keeping keeping = files.keep(review.id(), document, true);
        if (keeping instanceof Keeping.Kept kept && kept.fresh())
            additions.record(review.petition(), kept.attachment(), Actor.REVIEW_BODY);
        return keeping;
    }

    /** A review with the documents of its decision. */
    record Decided(Review review, List<Attachment> documents) {}

    /** Oldest first. */
    List<Decided> decided(UUID petition) {
        return reviews.of(petition).stream()
                .map(one -> new Decided(one, files.of(one.id())))
                .toList();
    }

    private Keeping keep(UUID owner, MultipartFile file, Reading.Clean clean, boolean settled, List<Refusal> refusals) {
        Keeping keeping = files.keep(owner, clean, settled);
        if (keeping instanceof Keeping.Refused refused)
            refusals.add(new Refusal(name(file), refused.key(), refused.args()));
        return keeping;
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

    /** @param owner a submission, or the petition that has none ({@link LifeRow#owner}) */
    List<Attachment> kept(UUID owner) {
        return files.of(owner);
    }

    void remove(UUID submission, UUID file) {
        files.remove(submission, file);
    }

    /** By somebody other than the petitioner, who sees the trace of it. Absent also for a file of another petition. */
    Optional<Content> open(UUID petition, UUID file, Actor by) {
        return transaction.execute(status -> {
            Optional<Content> found = open(petition, file);
            if (found.isPresent()) additions.look(petition, file, by);
            return found;
        });
    }

    /** By the petitioner. Absent also for a file of another petition. */
    Optional<Content> open(UUID petition, UUID file) {
        return Stream.concat(
                        Stream.of(intake.submission(petition)),
                        reviews.of(petition).stream().map(Review::id))
                .map(owner -> files.open(owner, file))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** How many, each how large, together how large. */
    Object[] allowed() {
        return files.allowed();
    }
}
