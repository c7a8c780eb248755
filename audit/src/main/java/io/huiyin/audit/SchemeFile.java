package io.huiyin.audit;

import io.huiyin.engine.Scheme;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A scheme in JSON: any of the keys below; what is left out is as shipped. */
final class SchemeFile {
    private static final Set<String> KEYS = Set.of(
            "scores", "level", "prior_df", "section_prior_df", "delta", "coverage", "minimum_shown", "good_from");

    private SchemeFile() {}

    static Scheme read(Path file) {
        try {
            if (Json.read(Files.readString(file)) instanceof Map<?, ?> map) {
                return scheme(map);
            }
            throw new BadInput(file, "a scheme is one JSON object");
        } catch (NoSuchFileException e) {
            throw new BadInput(file, "there is no such file");
        } catch (CharacterCodingException e) {
            throw new BadInput(file, "the text is not UTF-8");
        } catch (IOException e) {
            throw new BadInput(file, "cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new BadInput(file, String.valueOf(e.getMessage()));
        }
    }

    private static Scheme scheme(Map<?, ?> map) {
        for (Object key : map.keySet()) {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("the key '" + key + "' is not known");
            }
        }
        Scheme shipped = Scheme.asShipped();
        return new Scheme(
                map.containsKey("scores") ? numbers(map.get("scores")) : shipped.scores(),
                number(map, "level", shipped.level()),
                number(map, "prior_df", shipped.priorDf()),
                number(map, "section_prior_df", shipped.sectionPriorDf()),
                number(map, "delta", shipped.delta()),
                number(map, "coverage", shipped.coverage()),
                whole(map, "minimum_shown", shipped.minimumShown()),
                whole(map, "good_from", shipped.goodFrom()));
    }

    private static List<Double> numbers(@Nullable Object value) {
        List<Double> numbers = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(v -> numbers.add(v instanceof Double d ? d : Double.NaN));
        }
        return numbers;
    }

    private static double number(Map<?, ?> map, String key, double shipped) {
        if (!map.containsKey(key)) {
            return shipped;
        }
        if (map.get(key) instanceof Double value) {
            return value;
        }
        throw new IllegalArgumentException("'" + key + "' is not a number");
    }

    private static int whole(Map<?, ?> map, String key, int shipped) {
        double value = number(map, key, shipped);
        if (value != Math.rint(value)) {
            throw new IllegalArgumentException("'" + key + "' is not a whole number");
        }
        return (int) value;
    }
}
