package io.huiyin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class DrawCommandTest extends CommandTest {
    private static final String SEED = "00ff10";

    private Path frame() throws IOException {
        List<String> lines = new ArrayList<>(List.of("matter,unit,type,note"));
        for (int i = 1; i <= 90; i++) {
            lines.add("办件" + i + "," + (i % 3 == 0 ? "民政局" : i % 3 * 10) + "," + i % 2 + ",\"a, b\"");
        }
        return file("frame.csv", lines.toArray(String[]::new));
    }

    @Test
    void draws_what_anybody_can_compute() throws IOException, GeneralSecurityException {
        Path sizes = file("sizes.csv", "unit,type,n,reserve", "20,0,2,1", "民政局,1,1,0", "10,1,3,99");
        Outcome outcome = run("draw", frame(), "--strata", "unit,type", "--seed", SEED, "--sizes", sizes);
        StringBuilder expected = new StringBuilder("matter,unit,type,order,kind\n");
        stratum(expected, "10,1", 3, 99);
        stratum(expected, "20,0", 2, 1);
        stratum(expected, "民政局,1", 1, 0);
        assertThat(outcome.out()).isEqualTo(expected.toString());
        assertThat(outcome.code()).isZero();
    }

    private static void stratum(StringBuilder out, String stratum, int n, int reserve) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(new byte[] {0, (byte) 0xff, 0x10}, "any"));
        Map<String, String> byRank = new TreeMap<>();
        for (int i = 1; i <= 90; i++) {
            if (((i % 3 == 0 ? "民政局" : i % 3 * 10) + "," + i % 2).equals(stratum)) {
                StringBuilder hex = new StringBuilder();
                for (byte b : mac.doFinal(("办件" + i).getBytes(StandardCharsets.UTF_8))) {
                    hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
                }
                byRank.put(hex.toString(), "办件" + i);
            }
        }
        int order = 0;
        for (String matter : byRank.values()) {
            if (order++ < n + reserve) {
                out.append(matter + "," + stratum + "," + order + "," + (order > n ? "reserve" : "sample") + "\n");
            }
        }
    }

    @Test
    void refuses_bad_seeds_and_sizes() throws IOException {
        Path sizes = file("sizes.csv", "unit,type,n,reserve", "20,0,2,1");
        assertRefused(
                run("draw", frame(), "--strata", "unit,type", "--seed", "xyz", "--sizes", sizes),
                "--seed: the seed is not an even number of hex digits: xyz");
        assertRefused(
                run("draw", frame(), "--strata", "unit,kind", "--seed", SEED, "--sizes", sizes),
                "sizes.csv, row 1, column kind: the column is missing");
        assertRefused(
                run(
                        "draw",
                        frame(),
                        "--strata",
                        "unit,type",
                        "--seed",
                        SEED,
                        "--sizes",
                        file("s.csv", "unit,type,n,reserve", "20,0,many,1")),
                "s.csv, row 2, column n: 'many' is not a whole number from 0 to 2147483647");
        assertRefused(
                run(
                        "draw",
                        frame(),
                        "--strata",
                        "unit,type",
                        "--seed",
                        SEED,
                        "--sizes",
                        file("s.csv", "unit,type,n,reserve", "20,0,16,1")),
                "frame.csv: unit,type = 20,0: 16 matters are wanted of 15");
        assertRefused(
                run(
                        "draw",
                        frame(),
                        "--strata",
                        "unit,type",
                        "--seed",
                        SEED,
                        "--sizes",
                        file("s.csv", "unit,type,n,reserve", "20,0,1,1", "20,0,1,1")),
                "s.csv, row 3, column unit: the stratum stands twice");
        assertThat(run("draw", frame(), "--strata", "unit,type", "--sizes", sizes)
                        .code())
                .isEqualTo(2);
    }
}
