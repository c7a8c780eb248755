package io.huiyin.server.rating;

import io.huiyin.server.csv.Importer;
import io.huiyin.server.csv.Reading;
import io.huiyin.server.csv.Row;
import io.huiyin.server.csv.Taking;
import io.huiyin.server.rating.InvitationStore.Rateable;
import io.huiyin.server.sql.SqlTime;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code ./huiyin import ratings}. A row that does not say its channel was collected by the office, as platforms do, and counts
 * as the counter's.
 */
@Component
class RatingImporter implements Importer {

    private static final Set<String> REQUIRED = Set.of("matter_id", "rated_at", "overall");
    private static final List<String> CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::word).toList();
    private static final int DATE_ONLY = "YYYY-MM-DD".length();

    /** In the order of the row's digest, from which its submission is made: a new column goes to the end. */
    private static final List<String> COLUMNS = Stream.of(
                    Stream.of("matter_id", "rated_at", "overall", "channel", "terminal"),
                    Arrays.stream(Question.values()).map(Question::word),
                    Stream.of("reasons", "comment"))
            .flatMap(Function.identity())
            .toList();

    private final Ratings ratings;
    private final InvitationStore invitations;
    private final Reasons reasons;
    private final Clock clock;

    RatingImporter(Ratings ratings, InvitationStore invitations, Reasons reasons, Clock clock) {
        this.ratings = ratings;
        this.invitations = invitations;
        this.reasons = reasons;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "ratings";
    }

    @Override
    public Set<String> required() {
        return REQUIRED;
    }

    @Override
    public Set<String> columns() {
        return Set.copyOf(COLUMNS);
    }

    @Override
    public List<Taking> take(List<Row> rows, Setting setting) {
        Map<String, Rateable> matters = matters(rows);
        List<@Nullable Taking> faults = new ArrayList<>(rows.size());
        List<Rating> good = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Reading reading = new Reading(row);
            Rating rating = rating(reading, matters, submission(row));
            faults.add(reading.good() ? null : reading.rejected());
            if (reading.good() && rating != null) good.add(rating);
        }
        Set<UUID> fresh = new HashSet<>(ratings.record(good));
        // a row that stands twice in the file is taken once
        return Taking.merged(
                faults,
                good.stream()
                        .map(rating -> fresh.remove(rating.submission()) ? Taking.TAKEN : Taking.UNCHANGED)
                        .toList());
    }

    private Map<String, Rateable> matters(List<Row> rows) {
        Set<String> numbers = rows.stream().map(row -> row.text("matter_id")).collect(Collectors.toSet());
        return invitations.byNumbers(numbers).stream()
                .collect(Collectors.toMap(Rateable::matterNo, Function.identity()));
    }

    /** The same row again is the same submission; two different ones in one instant are two. */
    private static UUID submission(Row row) {
        ByteBuffer digest = ByteBuffer.wrap(row.digest(COLUMNS));
        return new UUID(digest.getLong(), digest.getLong());
    }

    private @Nullable Rating rating(Reading row, Map<String, Rateable> matters, UUID submission) {
        String number = row.requiredCode("matter_id");
        Rateable matter = matters.get(number);
        if (matter == null && !number.isEmpty())
            row.reject("matter " + Reading.quoted(number) + " is not known: import the matters first");
        Integer overall = row.level("overall");
        if (overall == null && row.text("overall").isEmpty()) row.reject("overall is empty");
        Instant at = row.time("rated_at");
        if (at == null && row.text("rated_at").isEmpty()) row.reject("rated_at is empty");
        String channel = row.oneOf("channel", CHANNELS);
        String terminal = row.code("terminal");
        Opinion opinion = opinion(row, overall);
        Instant ratedAt = matter == null || at == null ? null : open(row, matter, at);
        if (matter == null || ratedAt == null) return null;
        return new Rating(
                submission,
                matter.matter(),
                channel == null ? Channel.COUNTER : Channel.of(channel).orElseThrow(),
                terminal == null ? "" : terminal,
                opinion,
                ratedAt);
    }

    /** When it counts as rated; null, and the row is rejected, when the matter could not be rated then. */
    private @Nullable Instant open(Reading row, Rateable matter, Instant at) {
        Instant opens = matter.opensAt();
        Instant closes = matter.closesAt();
        if (opens == null || closes == null) {
            row.reject(
                    "matter " + Reading.quoted(matter.matterNo()) + " is not closed yet: it can be rated when it is");
            return null;
        }
        // a day without an hour, the day of the closing: some time after it
        boolean dateOnly = row.text("rated_at").length() == DATE_ONLY;
        Instant rated = dateOnly && SqlTime.day(at).equals(SqlTime.day(opens)) && at.isBefore(opens) ? opens : at;
        String quoted = "rated_at " + Reading.quoted(row.text("rated_at"));
        if (rated.isBefore(opens)) row.reject(quoted + " is before the matter was closed: it could not be rated yet");
        else if (!rated.isBefore(closes))
            row.reject(quoted + " is after " + SqlTime.day(closes.minusNanos(1)) + ", the last day to rate the matter");
        else if (rated.isAfter(clock.instant())) row.reject(quoted + " is in the future");
        return rated;
    }

    private Opinion opinion(Reading row, @Nullable Integer overall) {
        Map<Question, Integer> answers = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            Integer answer = row.level(question.word());
            if (answer != null) answers.put(question, answer);
        }
        Opinion opinion =
                new Opinion(overall == null ? 0 : overall, answers, codes(row, overall), row.text("comment"), false);
        if (Fault.in(opinion, reasons).contains(Fault.COMMENT_TOO_LONG))
            row.reject("comment is longer than 2,000 characters");
        return opinion;
    }

    private List<String> codes(Reading row, @Nullable Integer overall) {
        List<String> codes = Arrays.stream(row.text("reasons").split("[;；]"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
        for (String code : codes) {
            Reason reason = reasons.find(code).orElse(null);
            if (reason == null) row.reject("reason " + Reading.quoted(code) + " is not in the national list");
            else if (overall != null && reason.level() != overall)
                row.reject("reason " + Reading.quoted(code) + " belongs to level " + reason.level() + ", not to "
                        + overall);
        }
        return codes;
    }
}
