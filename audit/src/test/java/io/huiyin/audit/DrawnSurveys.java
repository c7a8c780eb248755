package io.huiyin.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Surveys of four designs with numbers drawn by chance, as files for the command and for R. */
final class DrawnSurveys {
    /** Where a file goes: its name and its lines. */
    interface Files {
        void write(String name, String... lines) throws IOException;
    }

    private final Random random;
    private final Files files;

    DrawnSurveys(Random random, Files files) {
        this.random = random;
        this.files = files;
    }

    void draw() throws IOException {
        stratified();
        twoStage();
        lonely();
        twoPhase();
    }

    private double normal(double mean, double spread) {
        return mean + spread * random.nextGaussian();
    }

    private void stratified() throws IOException {
        List<String> rows = new ArrayList<>(List.of("code,h,N,w,y,x,z,yes,g,k"));
        List<String> replicates = new ArrayList<>();
        int[] sizes = {20 + random.nextInt(20), 30 + random.nextInt(20), 15 + random.nextInt(20)};
        int[] populations = {150 + random.nextInt(100), 400 + random.nextInt(100), 60 + random.nextInt(100)};
        double[] all = new double[6];
        for (int h = 0; h < 3; h++) {
            for (int i = 0; i < sizes[h]; i++) {
                double x = Math.exp(normal(3, 0.4));
                double w = populations[h] / (double) sizes[h] * (0.8 + 0.4 * random.nextDouble());
                int g = random.nextInt(3);
                int k = random.nextInt(2);
                all[g] += w;
                all[3 + k] += w;
                all[5] += w * x;
                rows.add(String.join(
                        ",",
                        "c" + h + "-" + i,
                        "s" + h,
                        "" + populations[h],
                        "" + w,
                        "" + (normal(5 * h, 4) + 2 * x),
                        "" + x,
                        random.nextInt(12) == 0 ? "" : "" + normal(1000, 3),
                        random.nextInt(4) == 0 ? "0" : "1",
                        "gABC".charAt(0) + "ABC".substring(g, g + 1),
                        k == 0 ? "u" : "v"));
                StringBuilder line = new StringBuilder();
                for (int r = 0; r < 30; r++) {
                    line.append(r == 0 ? "" : ",").append(0.2 + 1.6 * random.nextDouble());
                }
                replicates.add(line.toString());
            }
        }
        files.write("a.csv", rows.toArray(String[]::new));
        StringBuilder names = new StringBuilder("r0");
        for (int r = 1; r < 30; r++) {
            names.append(",r").append(r);
        }
        replicates.addFirst(names.toString());
        files.write("r.csv", replicates.toArray(String[]::new));
        double total = all[0] + all[1] + all[2];
        double a = all[0] * 1.04;
        double b = all[1] * 0.97;
        files.write("g-pop.csv", "level,N", "gA," + a, "gB," + b, "gC," + (total - a - b));
        double u = all[3] * 1.05;
        files.write("k-pop.csv", "level,N", "u," + u, "v," + (total - u));
        files.write(
                "terms.csv",
                "term,total",
                "(Intercept)," + total,
                "ggB," + b,
                "ggC," + (total - a - b),
                "x," + all[5] * 1.02);
    }

    private void twoStage() throws IOException {
        List<String> rows = new ArrayList<>(List.of("h,psu,ssu,N,M,w,y,x,g"));
        for (int h = 1; h <= 3; h++) {
            int drawn = 3 + random.nextInt(3);
            int population = drawn + random.nextInt(20);
            for (int p = 0; p < drawn; p++) {
                int members = 2 + random.nextInt(4);
                int size = members + random.nextInt(10);
                double level = normal(50, 10);
                for (int s = 0; s < members; s++) {
                    double x = Math.exp(normal(2, 0.3));
                    rows.add(String.join(
                            ",",
                            "" + h,
                            "" + (p + 1),
                            "" + s,
                            "" + population,
                            "" + size,
                            "" + (population / (double) drawn * size / members),
                            "" + (normal(level, 5) + x),
                            "" + x,
                            s % 2 == 0 ? "s" : "t"));
                }
            }
        }
        files.write("b.csv", rows.toArray(String[]::new));
        files.write("x.csv", "term,total", "x,21000");
    }

    /** Stratum 2 has one unit; of stratum 3 one unit of several is in domain s. */
    private void lonely() throws IOException {
        List<String> rows = new ArrayList<>(List.of("h,psu,N,w,y,g"));
        int[] units = {5 + random.nextInt(4), 1, 4 + random.nextInt(3), 6};
        for (int h = 0; h < units.length; h++) {
            for (int p = 0; p < units[h]; p++) {
                for (int i = 0; i < 3; i++) {
                    boolean s = h == 2 ? p == 0 : random.nextBoolean() || p < 2;
                    rows.add(String.join(
                            ",",
                            "" + h,
                            "" + p,
                            "" + (40 + 10 * h),
                            "" + (5 + h + i),
                            "" + normal(20 + 3 * h, 5),
                            s ? "s" : "t"));
                }
            }
        }
        files.write("l.csv", rows.toArray(String[]::new));
    }

    private void twoPhase() throws IOException {
        List<String> rows = new ArrayList<>(List.of("id,h,psu,N,F,y,x,g,k,sub"));
        int[] inPhase = new int[3];
        for (int i = 0; i < 150; i++) {
            int g = random.nextInt(3);
            double x = normal(10, 2);
            boolean sub = inPhase[g] < 3 || random.nextInt(3) <= g;
            inPhase[g] += sub ? 1 : 0;
            rows.add(String.join(
                    ",",
                    "" + i,
                    "h" + i % 2,
                    "" + i / 10,
                    i % 2 == 0 ? "500" : "220",
                    "40",
                    "" + (normal(30, 6) + x),
                    "" + x,
                    "g" + g,
                    random.nextBoolean() ? "u" : "v",
                    sub ? "TRUE" : "FALSE"));
        }
        files.write("p.csv", rows.toArray(String[]::new));
        String second = "\"phase2\": {\"ids\": [\"id\"], \"strata\": [\"g\"]}}";
        String first = "{\"subset\": \"sub\", \"phase1\": {\"ids\": [\"id\"], \"strata\": [\"h\"], \"fpc\": [\"N\"]}, ";
        files.write("P.json", first + second);
        files.write("PA.json", first + "\"method\": \"approx\", " + second);
        files.write("PCAL.json", first + "\"calibrate\": [\"g\", \"x\"], " + second);
        files.write("PW.json", "{\"subset\": \"sub\", " + second);
        files.write("PC.json", "{\"subset\": \"sub\", \"phase1\": {\"ids\": [\"psu\"], \"fpc\": [\"F\"]}, " + second);
    }
}
