package io.huiyin.audit;

import io.huiyin.audit.SurveyOptions.What;
import io.huiyin.engine.survey.Codes;
import io.huiyin.engine.survey.Quantiles;
import io.huiyin.engine.survey.Sample;
import io.huiyin.engine.survey.Statistic;
import io.huiyin.engine.survey.SurveyTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One run of the survey command.
 *
 * @param table the estimates
 * @param notes what a reader should know beside them
 */
record SurveyRun(SurveyTable table, List<String> notes) {

    static SurveyRun of(Path data, SurveyRequest request) {
        SurveyColumns columns = SurveyColumns.read(data, request.columns());
        SurveySample made = new SurveySample(columns, request);
        Sample sample = made.sample();
        Domains domains = Domains.of(columns, request.options(), sample.rows());
        if (domains.leftOut > 0) {
            made.notes().add("rows left out for missing values: " + domains.leftOut);
        }
        SurveyTable table = request.options().statistic == What.QUANTILE
                ? Quantiles.of(sample, domains.quantiles(), request.options().level)
                : SurveyTable.of(sample, domains.wanted(), request.manner());
        return new SurveyRun(table, List.copyOf(made.notes()));
    }

    /** The variables and the rows of each domain. */
    private static final class Domains {
        private final SurveyOptions options;
        private final List<SurveyVariable> variables = new ArrayList<>();
        private final List<SurveyVariable> over = new ArrayList<>();
        private final Map<String, int[]> groups = new LinkedHashMap<>();
        private int[] whole = new int[0];
        private int leftOut;

        private Domains(SurveyOptions options) {
            this.options = options;
        }

        static Domains of(SurveyColumns columns, SurveyOptions options, int[] rows) {
            Domains domains = new Domains(options);
            for (String variable : options.of) {
                domains.variables.addAll(SurveyVariable.of(variable, columns, options.statistic == What.SHARE));
            }
            options.over.forEach(x -> domains.over.add(SurveyVariable.number(x, columns.numbers(x))));
            IntPredicate complete =
                    SurveyVariable.complete(domains.variables).and(SurveyVariable.complete(domains.over));
            IntPredicate there = row -> true;
            for (String condition : options.where) {
                there = there.and(SurveyVariable.condition(condition, columns));
            }
            int[] asked = SurveyVariable.kept(rows, there);
            domains.whole = SurveyVariable.kept(rows, complete);
            domains.group(columns, asked, complete);
            return domains;
        }

        /** Splits the rows; a level that occurs keeps its place even if the variable is missing in all its rows. */
        private void group(SurveyColumns columns, int[] asked, IntPredicate complete) {
            if (options.by.isEmpty()) {
                groups.put("", SurveyVariable.kept(asked, complete));
                leftOut = asked.length - groups.values().iterator().next().length;
                return;
            }
            Codes by = columns.codes(String.join(":", options.by));
            int[] counts = new int[by.levels().size()];
            int[] known = SurveyVariable.kept(asked, row -> !by.isMissing(row));
            Arrays.stream(known).forEach(row -> counts[by.place()[row]]++);
            int[] used = SurveyVariable.kept(known, complete);
            leftOut = asked.length - used.length;
            List<List<Integer>> rows = new ArrayList<>();
            by.levels().forEach(level -> rows.add(new ArrayList<>()));
            Arrays.stream(used).forEach(row -> rows.get(by.place()[row]).add(row));
            for (int place = 0; place < counts.length; place++) {
                if (counts[place] > 0) {
                    groups.put(
                            by.levels().get(place),
                            rows.get(place).stream().mapToInt(row -> row).toArray());
                }
            }
        }

        List<SurveyTable.Wanted> wanted() {
            List<SurveyTable.Wanted> wanted = new ArrayList<>();
            for (SurveyVariable y : variables) {
                for (SurveyVariable x : over.isEmpty() ? Arrays.asList((SurveyVariable) null) : over) {
                    one(y, x, wanted);
                }
            }
            return wanted;
        }

        private void one(SurveyVariable y, @Nullable SurveyVariable x, List<SurveyTable.Wanted> wanted) {
            String name = x == null ? y.name() : y.name() + "/" + x.name();
            boolean share = x == null && y.share() && options.statistic != What.TOTAL;
            Statistic everywhere = share ? statistic(whole, y, null) : null;
            if (!options.contrast.isEmpty()) {
                Statistic first = statistic(level(options.contrast.get(0)), y, x);
                Statistic second = statistic(level(options.contrast.get(1)), y, x);
                String difference = String.join("-", options.contrast);
                wanted.add(new SurveyTable.Wanted(
                        many() ? difference + ":" + name : difference,
                        new Statistic.Difference(first, second),
                        false,
                        null));
                return;
            }
            groups.forEach((group, rows) -> wanted.add(
                    new SurveyTable.Wanted(named(group, name, ""), statistic(rows, y, x), share, everywhere)));
        }

        private boolean many() {
            return variables.size() * Math.max(1, over.size()) > 1;
        }

        /** Level, variable and quantile, as far as there is more than one of them. */
        private String named(String group, String name, String q) {
            List<String> parts = new ArrayList<>();
            if (!options.by.isEmpty()) {
                parts.add(group);
            }
            if (options.by.isEmpty() || many()) {
                parts.add(name);
            }
            if (options.q.size() > 1) {
                parts.add(q);
            }
            return String.join(":", parts);
        }

        private int[] level(String level) {
            int[] rows = groups.get(level);
            if (rows == null) {
                throw new BadInput(Path.of("--contrast"), "'" + level + "' is not a level of --by: " + groups.keySet());
            }
            return rows;
        }

        private Statistic statistic(int[] rows, SurveyVariable y, @Nullable SurveyVariable x) {
            if (x != null) {
                return new Statistic.Ratio(rows, y.value(), x.value());
            }
            return options.statistic == What.TOTAL
                    ? new Statistic.Total(rows, y.value())
                    : Statistic.mean(rows, y.value());
        }

        List<Quantiles.Wanted> quantiles() {
            List<Quantiles.Wanted> wanted = new ArrayList<>();
            for (SurveyVariable y : variables) {
                for (double p : options.q) {
                    groups.forEach((group, rows) ->
                            wanted.add(new Quantiles.Wanted(named(group, y.name(), text(p)), rows, y.value(), p)));
                }
            }
            return wanted;
        }

        private static String text(double p) {
            return Double.toString(p);
        }
    }
}
