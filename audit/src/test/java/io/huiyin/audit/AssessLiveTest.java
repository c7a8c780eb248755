package io.huiyin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws a small county anew with a fresh seed and compares what 'assess' says with R's survey package run live, so that
 * stored numbers cannot be learnt by heart. Skipped where Rscript or survey is missing (Debian: r-base-core
 * r-cran-survey). {@code -Dhuiyin.seed=N} repeats a run.
 */
class AssessLiveTest extends CommandTest {
    private static final int UNITS = 10;
    private static final String COMMON = "matter,unit,section,post,person,type,channel,complexity,age,rated,x";

    private final long seed = Long.getLong("huiyin.seed", System.nanoTime() % 1_000_000_007);
    private final Random random = new Random(seed);

    /** One matter, before anybody is drawn. */
    private record Matter(int number, int unit, int section, int type, int age, int truth, String common) {}

    @Test
    void fresh_counties_equal_r_survey() throws Exception {
        assumeTrue(hasR(), "skipped: Rscript with survey is not installed");
        Path strata = file("strata.csv", strata().toArray(String[]::new));
        Path stages = file("stages.csv", stages().toArray(String[]::new));
        Map<String, JsonNode> ours = new HashMap<>();
        ours.put("strata", assess(strata));
        ours.put("casemix-variance", ours.get("strata"));
        ours.put("strata", assess(strata, "--casemix-variance"));
        ours.put("plain", ours.get("casemix-variance"));
        ours.put("cluster", assess(strata, "--cluster", "owner"));
        ours.put("stages", assess(stages, "--casemix-variance"));
        ours.put("plain-stages", assess(stages));
        SoftAssertions all = new SoftAssertions();
        List<String> lines = rOutput();
        assertThat(lines).as("quantities from R, seed %s", seed).hasSizeGreaterThan(60);
        lines.forEach(line -> compare(all, ours, line.split("\t")));
        all.assertAll();
    }

    /** Flags and ranks without the adjustment's error stand in a run without it, all else in the run with it. */
    private void compare(SoftAssertions all, Map<String, JsonNode> ours, String[] line) {
        boolean peers = line[1].startsWith("peers") || line[1].startsWith("ranks") || line[1].equals("flags");
        String run = !peers
                ? line[0]
                : switch (line[0]) {
                    case "strata" -> "plain";
                    case "stages" -> "plain-stages";
                    case "casemix-variance" -> "strata";
                    default -> line[0];
                };
        JsonNode node = Objects.requireNonNull(ours.get(run), run);
        for (String key : line[1].split("\\.")) {
            node = node.get(key);
        }
        List<JsonNode> values = node.isArray() ? node.valueStream().toList() : List.of(node);
        List<Double> known = values.stream()
                .filter(v -> !v.isString() || !v.asString().matches("[a-z-]+"))
                .map(v -> Double.parseDouble(v.asString()))
                .toList();
        List<Double> expected = new ArrayList<>();
        for (int i = 3; i < line.length; i++) {
            if (!line[i].equals("NA") && !line[i].equals("NaN")) {
                expected.add(Double.valueOf(line[i]));
            }
        }
        double tolerance = Double.parseDouble(line[2]);
        all.assertThat(known).as("%s %s, seed %s", line[0], line[1], seed).hasSameSizeAs(expected);
        for (int i = 0; i < Math.min(known.size(), expected.size()); i++) {
            all.assertThat(Math.abs(known.get(i) - expected.get(i)))
                    .as("%s %s[%d]: %s against %s, seed %s", line[0], line[1], i, known.get(i), expected.get(i), seed)
                    .isLessThanOrEqualTo(tolerance * Math.max(0.01, Math.abs(expected.get(i))));
        }
    }

    private static JsonNode assess(Path frame, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("assess", frame));
        arguments.addAll(List.of(more));
        Outcome outcome = run(arguments.toArray());
        assertThat(outcome.err()).isEmpty();
        return JsonMapper.shared().readTree(outcome.out());
    }

    private List<Matter> matters(int unit, int count, int first) {
        List<Matter> matters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int section = 6 * unit + random.nextInt(6) + 1;
            int type = 1 + random.nextInt(3);
            int channel = 1 + random.nextInt(3);
            int complexity = 1 + random.nextInt(2);
            int age = 1 + random.nextInt(3);
            double mood = random.nextGaussian() + 0.06 * unit - 0.3 * (type == 2 ? 1 : 0) + 0.2 * channel;
            int truth = Math.clamp(Math.round(3.6 + mood), 1, 5);
            boolean rated = random.nextInt(3) == 0;
            int rating = Math.clamp(truth + (random.nextInt(4) == 0 ? 1 : 0), 1, 5);
            String common = "m" + (first + i) + "," + (unit + 1) + "," + section + "," + section + "," + section + "0,"
                    + type + "," + channel + "," + complexity + "," + age + "," + (rated ? "1," + rating : "0,");
            matters.add(new Matter(first + i, unit + 1, section, type, age, truth, common));
        }
        return matters;
    }

    /** Two persons own a fifth of the matters; the first two of a stratum always answer, so that no stratum is lonely. */
    private List<String> strata() {
        List<String> lines = new ArrayList<>(List.of(COMMON + ",N_h,n_h,sampled,resp,y,owner,delay_s"));
        for (int unit = 0; unit < UNITS; unit++) {
            List<Matter> all = matters(unit, 150 + random.nextInt(150), 1000 * unit);
            for (int type = 1; type <= 3; type++) {
                int layer = type;
                List<Matter> stratum = all.stream().filter(m -> m.type == layer).toList();
                int drawn = 14 + random.nextInt(6);
                for (int i = 0; i < stratum.size(); i++) {
                    Matter m = stratum.get(i);
                    boolean sampled = i < drawn;
                    boolean answers = sampled && (i < 2 || random.nextDouble() < 0.55 + 0.1 * m.age);
                    String owner = i > 1 && random.nextInt(5) == 0 ? "agent" + random.nextInt(2) : "p" + m.number;
                    lines.add(String.join(
                            ",",
                            m.common,
                            Integer.toString(stratum.size()),
                            Integer.toString(drawn),
                            sampled ? "1" : "0",
                            answers ? "1," + m.truth : "0,",
                            owner,
                            ""));
                }
            }
        }
        return lines;
    }

    /** Three of up to six sections are drawn, then at least four matters in each. */
    private List<String> stages() {
        List<String> lines = new ArrayList<>(List.of(COMMON + ",M_u,m_u,N_s,n_s,sampled,resp,y,delay_s"));
        for (int unit = 0; unit < UNITS; unit++) {
            List<Matter> all = matters(unit, 150 + random.nextInt(150), 1000 * unit);
            List<Integer> sections =
                    all.stream().map(Matter::section).distinct().toList();
            int drawnSections = Math.min(3 + unit % 2, sections.size());
            for (int s = 0; s < sections.size(); s++) {
                int code = sections.get(s);
                List<Matter> section =
                        all.stream().filter(m -> m.section == code).toList();
                int drawn = s < drawnSections ? Math.min(section.size(), 5 + random.nextInt(8)) : 0;
                for (int i = 0; i < section.size(); i++) {
                    lines.add(String.join(
                            ",",
                            section.get(i).common,
                            sections.size() + "," + drawnSections,
                            section.size() + "," + drawn,
                            i < drawn ? "1,1," + section.get(i).truth : "0,0,",
                            ""));
                }
            }
        }
        return lines;
    }

    private List<String> rOutput() throws Exception {
        System.out.println("AssessLiveTest: seed " + seed);
        try (InputStream script = Objects.requireNonNull(AssessLiveTest.class.getResourceAsStream("assess-live.R"))) {
            Files.write(folder.resolve("assess-live.R"), script.readAllBytes());
        }
        Path out = folder.resolve("r.txt");
        Process r = new ProcessBuilder("Rscript", "--vanilla", "assess-live.R")
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("r.err").toFile())
                .start();
        assertThat(r.waitFor(120, TimeUnit.SECONDS)).as("R ends").isTrue();
        assertThat(r.exitValue())
                .as("R's complaint, seed %s: %s", seed, Files.readString(folder.resolve("r.err")))
                .isZero();
        return Files.readAllLines(out);
    }

    private static boolean hasR() throws InterruptedException {
        try {
            return new ProcessBuilder("Rscript", "-e", "library(survey)")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
