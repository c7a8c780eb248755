package io.huiyin.engine;

import java.util.List;

/**
 * What was fixed before anybody served (办件情形; METHODS 2.5): type of the matter, channel chosen by the citizen,
 * complexity and the citizen's age group, as codes; empty text where the frame does not say.
 */
public record Circumstances(String type, String channel, String complexity, String age) {
    /** Names of the four circumstances, in the order in which they are adjusted for. */
    public static final List<String> NAMES = List.of("type", "channel", "complexity", "age");

    /** A matter of which only the type is known. */
    public static Circumstances ofType(String type) {
        return new Circumstances(type, "", "", "");
    }

    /** The code of one circumstance, by its place in {@link #NAMES}. */
    public String level(int circumstance) {
        return switch (circumstance) {
            case 0 -> type;
            case 1 -> channel;
            case 2 -> complexity;
            case 3 -> age;
            default -> throw new IllegalArgumentException("no such circumstance: " + circumstance);
        };
    }

    /** The record's own would do; this one is quick from the first call on, and there are many. */
    @Override
    public int hashCode() {
        return 31 * (31 * (31 * (type.hashCode()) + channel.hashCode()) + complexity.hashCode()) + age.hashCode();
    }
}
