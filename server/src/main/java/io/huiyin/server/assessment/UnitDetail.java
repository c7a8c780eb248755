package io.huiyin.server.assessment;

import io.huiyin.engine.Status;
import io.huiyin.engine.UnitResult;
import java.util.List;

/**
 * What a unit's own page adds.
 *
 * @param quarters its score quarter by quarter
 * @param contents satisfied, happy, agree; number, attitude, quality, competence: each computed as the score is
 * @param keySections its key sections, as counts only
 * @param asked interviews in which was asked whether anybody pressed the recipient
 * @param pressed those who said yes
 */
public record UnitDetail(
        List<Part> quarters, List<Part> contents, List<KeySection> keySections, int asked, int pressed) {

    public UnitDetail {
        quarters = List.copyOf(quarters);
        contents = List.copyOf(contents);
        keySections = List.copyOf(keySections);
    }

    /** One part's result: of one quarter, or of one question. */
    public record Part(String name, UnitResult result) {
        public boolean shown() {
            return result.status() == Status.OK && result.published().isKnown();
        }

        /** Within what is possible. */
        public double score() {
            return Math.clamp(result.score().value().value(), 0, 100);
        }
    }

    /** 关键科室. */
    public record KeySection(String name, int matters, int interviews) {}
}
