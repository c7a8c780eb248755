package io.huiyin.server.publication;

import io.huiyin.engine.Interval;
import io.huiyin.engine.Status;
import io.huiyin.server.assessment.UnitOutcome;
import io.huiyin.server.web.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Results in words, for pages and for those who hear them read out. */
final class Words {

    private Words() {}

    /** The message that says how a unit compares, or why it shows no number. */
    static String key(UnitOutcome unit) {
        if (!unit.shown())
            return switch (unit.result().status()) {
                case CONTACTS_MISSING -> "publication.word.contacts";
                case NOT_ASSESSED -> "publication.word.none";
                case TOO_FEW -> "publication.word.few";
                case OK -> "publication.word.noInterval";
            };
        return switch (unit.result().flagStanding()) {
            case ABOVE -> "publication.word.above";
            case BELOW -> "publication.word.below";
            case NOT_DISTINGUISHABLE -> "publication.word.same";
            case NOT_COMPARED -> "publication.word.alone";
        };
    }

    /** The same as a shape. */
    static String shape(UnitOutcome unit) {
        if (!unit.shown()) return unit.result().status() == Status.CONTACTS_MISSING ? "✕" : "…";
        return switch (unit.result().flagStanding()) {
            case ABOVE -> "▲";
            case BELOW -> "▼";
            case NOT_DISTINGUISHABLE -> "≈";
            case NOT_COMPARED -> "–";
        };
    }

    static String interval(Page page, Interval interval) {
        return interval.isKnown()
                ? page.text(
                        "publication.interval",
                        page.decimal(interval.low().value(), 1),
                        page.decimal(interval.high().value(), 1))
                : "–";
    }

    static String number(Page page, @Nullable Double value) {
        return value == null ? "–" : page.decimal(value, 1);
    }

    static String signed(Page page, @Nullable Double value) {
        return value == null ? "–" : (value > 0 ? "+" : value < 0 ? "−" : "") + page.decimal(Math.abs(value), 1);
    }

    /** A share in per cent; the whole must not be 0. */
    static String percent(Page page, long part, long whole) {
        return page.decimal(100.0 * part / whole, 1) + " %";
    }

    /** A code as a part of an address. */
    static String segment(String code) {
        return UriUtils.encodePathSegment(code, StandardCharsets.UTF_8);
    }

    /** A row of a plot, read out. */
    static String line(Page page, UnitOutcome unit) {
        List<String> parts = new ArrayList<>();
        if (unit.shown())
            parts.add(page.text(
                    "publication.line.score",
                    page.decimal(unit.score(), 1),
                    interval(page, unit.result().published()),
                    interval(page, unit.result().publishedNonresponse())));
        else parts.add(page.text(key(unit)));
        if (unit.ratings().counterMean() != null)
            parts.add(page.text(
                    "publication.line.counter", number(page, unit.ratings().counterMean())));
        if (unit.ratings().ownMean() != null)
            parts.add(page.text(
                    "publication.line.own", number(page, unit.ratings().ownMean())));
        return unit.name()
                + page.text("publication.line.colon")
                + String.join(page.text("publication.line.comma"), parts);
    }
}
