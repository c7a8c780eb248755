package io.huiyin.server.assessment;

import java.util.Map;

/**
 * 办件记录核查: what became of all of a unit's matters, from every record.
 *
 * @param outcomes matters by outcome: done, refused, returned, withdrawn, given-up
 * @param due matters with a promised day
 * @param inTime those of them closed on that day or before
 */
public record RecordCheck(Map<String, Integer> outcomes, int due, int inTime) {

    public static final RecordCheck EMPTY = new RecordCheck(Map.of(), 0, 0);

    public RecordCheck {
        outcomes = Map.copyOf(outcomes);
    }

    public int matters() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int of(String outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    RecordCheck plus(RecordCheck other) {
        Map<String, Integer> sum = new java.util.HashMap<>(outcomes);
        other.outcomes.forEach((outcome, matters) -> sum.merge(outcome, matters, Integer::sum));
        return new RecordCheck(sum, due + other.due, inTime + other.inTime);
    }
}
