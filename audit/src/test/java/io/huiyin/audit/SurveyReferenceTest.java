package io.huiyin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Every entry of api_reference.json (R 4.2.2, survey 4.1-1) whose method the survey command has: estimates to 1e-9 of
 * their size, errors to 1e-8, iterative ones to 1e-6.
 */
class SurveyReferenceTest extends SurveyReferences {
    /** What the command does not do, and why. */
    private static final Set<String> NOT_OURS = Set.of(
            "meta",
            "srs.var.api00", // a variance as the estimate
            "strat.glm.gauss", // regression
            "strat.glm.logit",
            "tp.nwtco.glm",
            "tp.nwtco.cal.glm",
            "strat.chisq", // tests of tables
            "strat.ciprop.likelihood", // two more intervals of a share
            "strat.ciprop.asin",
            "pps.brewer", // unequal chances without replacement
            "pps.overton",
            "pps.HR",
            "clus1.post.pop", // the totals that other entries use
            "clus1.rake.mean"); // R stops before it has converged; clus1.rake.mean.converged is the same, converged

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            srs.mean.api00           | apisrs.csv --fpc fpc --of api00
            srs.total.enroll         | apisrs.csv --weights pw --fpc fpc --of enroll --statistic total
            srs.total.enroll.nofpc   | apisrs.csv --weights pw --of enroll --statistic total
            srs.mean.stype           | apisrs.csv --fpc fpc --of stype
            srs.ratio                | apisrs.csv --fpc fpc --statistic ratio --of api.stu --over enroll
            strat.mean.api00         | STRAT --of api00
            strat.mean.api00.nofpc   | apistrat.csv --strata stype --weights pw --of api00
            strat.total.enroll       | STRAT --of enroll --statistic total
            strat.mean.stype         | STRAT --of stype
            strat.ratio              | STRAT --statistic ratio --of api.stu --over enroll
            strat.ratio.sep          | STRAT --statistic total --of api.stu --calibrate separate.csv --variance enroll
            strat.by.stype           | STRAT --of api00 --by stype
            strat.by.compimp         | STRAT --of api00 --by comp.imp
            strat.domain.total       | STRAT --of enroll --statistic total --where comp.imp=Yes
            clus1.mean.api00         | CLUS1 --of api00
            clus1.total.enroll       | CLUS1 --of enroll --statistic total
            clus1.ratio              | CLUS1 --statistic ratio --of api.stu --over enroll
            clus1.by.stype           | CLUS1 --of api00 --by stype
            clus1.post.mean          | CLUS1 --of api00 --poststratify stype=stype.csv
            clus1.post.total         | CLUS1 --of enroll --statistic total --poststratify stype=stype.csv
            clus1.post.by            | CLUS1 --of api00 --by stype --poststratify stype=stype.csv
            clus1.rake.mean.converged | CLUS1 --of api00 --rake stype=stype.csv,sch.wide=wide.csv
            clus1.cal.stype.mean     | CLUS1 --of api00 --calibrate stype-terms.csv
            clus1.cal.stype.total    | CLUS1 --of enroll --statistic total --calibrate stype-terms.csv
            clus1.cal.api99.mean     | CLUS1 --of api00 --calibrate terms.csv
            clus1.cal.api99.total    | CLUS1 --of enroll --statistic total --calibrate terms.csv
            clus1.cal.raking.mean    | CLUS1 --of api00 --calibrate terms.csv --method raking
            clus1.cal.bounded.mean   | CLUS1 --of api00 --calibrate terms.csv --bounds 0.6,1.6
            clus1.cal.logit.mean     | CLUS1 --of api00 --calibrate terms.csv --method logit --bounds 0.6,1.6
            clus1.cal.ratio.total    | CLUS1 --of api00 --statistic total --calibrate api99.csv --variance api99
            clus2.mean.api00         | CLUS2 --of api00
            clus2.mean.enroll        | CLUS2 --of enroll
            clus2.total.enroll       | CLUS2 --of enroll --statistic total
            clus2.mean.enroll.wr     | apiclus2.csv --ids dnum --weights pw --of enroll
            mu284.total              | mu284.csv --ids id1,id2 --fpc n1,n2 --of y1 --statistic total
            mu284.mean               | mu284.csv --ids id1,id2 --fpc n1,n2 --of y1
            rep.JKn.strat            | STRAT --of api00 --type JKn
            rep.JK1.clus1            | CLUS1 --of api00 --type JK1
            rep.JK1.clus1.post       | CLUS1 --of api00 --type JK1 --poststratify stype=stype.csv
            rep.subboot.strat        | STRAT --of api00 --type bootstrap --replicates apistrat_subbootstrap_repweights.csv
            rep.BRR.scd              | scd.csv --strata ESA --weights pw --type BRR --statistic ratio --of alive --over arrests
            tp.pbc                   | pbc_min.csv --twophase pbc.json --of bili
            tp.pbc.approx            | pbc_min.csv --twophase pbc-approx.json --of bili
            tp.mu284.total           | mu284_twophase.csv --twophase mu284.json --of y1 --statistic total
            tp.mu284.mean            | mu284_twophase.csv --twophase mu284.json --of y1
            tp.nwtco.mean            | nwtco_incc2.csv --twophase nwtco.json --of histol=2,age
            tp.nwtco.cal.mean        | nwtco_incc2.csv --twophase nwtco-cal.json --of histol=2,age
            lonely.remove            | LONELY --of api00 --lonely remove
            lonely.certainty         | LONELY --of api00 --lonely certainty
            lonely.adjust            | LONELY --of api00 --lonely adjust
            lonely.average           | LONELY --of api00 --lonely average
            lonely.domain.adjust     | DOMAIN --of api00 --lonely adjust --domain-lonely
            lonely.domain.plain      | DOMAIN --of api00 --lonely adjust
            edge.constant            | CONSTANT --of k
            edge.within0             | CONSTANT --of onezero
            edge.certainty           | CENSUS --of api00
            """)
    void equals_the_reference(String id, String command) throws IOException {
        JsonNode expected = reference().get(id);
        JsonNode ours = survey(command);
        boolean iterative = id.contains("rak") || id.contains("logit") || id.contains("bounded");
        assertClose(id + " est", ours.get("est"), expected.get("est"), iterative ? 1e-6 : 1e-9);
        if (expected.has("se")) {
            assertClose(id + " se", ours.get("se"), expected.get("se"), iterative ? 1e-6 : 1e-8);
        }
        if (expected.has("vcov")) {
            double size = expected.get("vcov").get(0).get(0).asDouble();
            for (int i = 0; i < expected.get("vcov").size(); i++) {
                for (int j = 0; j < expected.get("vcov").size(); j++) {
                    assertNear(
                            id + " vcov",
                            ours.get("vcov").get(i).get(j).asDouble(),
                            expected.get("vcov").get(i).get(j).asDouble(),
                            iterative ? 2e-6 : 2e-8,
                            size * 1e-12);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            srs.degf                    | est          | df   | apisrs.csv --fpc fpc --of api00
            strat.degf                  | est          | df   | STRAT --of api00
            clus1.degf                  | est          | df   | CLUS1 --of api00
            clus2.degf                  | est          | df   | CLUS2 --of api00
            rep.JKn.strat               | degf         | df   | STRAT --of api00 --type JKn
            lonely.adjust               | degf         | df   | LONELY --of api00 --lonely adjust
            strat.mean.api00.confint.t  | df           | df   | STRAT --of api00
            strat.mean.api00.confint.t  | ci           | ci   | STRAT --of api00
            strat.mean.api00.confint.t  | ci_norm      | ci   | STRAT --of api00 --interval normal
            strat.mean.deff             | deff         | deff | STRAT --of api00
            strat.mean.deff             | deff_replace | deff | STRAT --of api00 --deff with_replacement
            strat.by.compimp.covmat     | contrast     | est  | STRAT --of api00 --by comp.imp --contrast Yes,No
            strat.by.compimp.covmat     | contrast_se  | se   | STRAT --of api00 --by comp.imp --contrast Yes,No
            strat.ciprop.logit          | ci           | ci   | STRAT --of sch.wide=Yes --statistic share --interval logit
            strat.ciprop.xlogit         | ci           | ci   | STRAT --of sch.wide=Yes --statistic share --interval logit
            strat.ciprop.beta           | ci           | ci   | STRAT --of sch.wide=Yes --statistic share
            strat.ciprop.mean           | ci           | ci   | STRAT --of sch.wide=Yes --statistic share --interval t
            strat.quantile              | q            | est  | STRAT --of api00 --statistic quantile --q 0.25,0.5,0.75
            strat.quantile              | se           | se   | STRAT --of api00 --statistic quantile --q 0.25,0.5,0.75
            rep.JK1.clus1               | ratio        | est  | CLUS1 --type JK1 --statistic ratio --of api.stu --over enroll
            rep.JK1.clus1               | ratio_se     | se   | CLUS1 --type JK1 --statistic ratio --of api.stu --over enroll
            lonely.remove               | tot          | est  | LONELY --of api00 --statistic total --lonely remove
            lonely.remove               | tot_se       | se   | LONELY --of api00 --statistic total --lonely remove
            lonely.certainty            | tot_se       | se   | LONELY --of api00 --statistic total --lonely certainty
            lonely.adjust               | tot_se       | se   | LONELY --of api00 --statistic total --lonely adjust
            lonely.average              | tot_se       | se   | LONELY --of api00 --statistic total --lonely average
            lonely.remove               | nofpc_se     | se   | LONELY-NOFPC --of api00 --lonely remove
            lonely.adjust               | nofpc_se     | se   | LONELY-NOFPC --of api00 --lonely adjust
            lonely.average              | nofpc_se     | se   | LONELY-NOFPC --of api00 --lonely average
            """)
    void equals_further_numbers(String id, String theirs, String ours, String command) throws IOException {
        JsonNode result = survey(command).get(ours);
        JsonNode flat = result.get(0).isArray() ? result.get(0) : result;
        assertClose(id + " " + theirs, flat, reference().get(id).get(theirs), 1e-8);
    }

    @Test
    void a_quantiles_interval() throws IOException {
        JsonNode ci = survey("STRAT --of api00 --statistic quantile --q 0.25,0.5,0.75")
                .get("ci");
        JsonNode expected = reference().get("strat.quantile");
        for (int i = 0; i < 3; i++) {
            assertThat(ci.get(i).get(0).asDouble())
                    .isEqualTo(expected.get("lo").get(i).asDouble());
            assertThat(ci.get(i).get(1).asDouble())
                    .isEqualTo(expected.get("hi").get(i).asDouble());
        }
    }

    @Test
    void covariances_of_domains() throws IOException {
        JsonNode vcov = survey("STRAT --of api00 --by comp.imp").get("vcov");
        JsonNode expected = reference().get("strat.by.compimp.covmat").get("vcov");
        assertNear(
                "covariance",
                vcov.get(0).get(1).asDouble(),
                expected.get(0).get(1).asDouble(),
                1e-8,
                0);
        assertNear(
                "covariance",
                vcov.get(1).get(0).asDouble(),
                expected.get(1).get(0).asDouble(),
                1e-8,
                0);
    }

    @Test
    void two_variables_by_two_variables() throws IOException {
        JsonNode ours = survey("STRAT --of api99,api00 --by stype,sch.wide");
        JsonNode expected = reference().get("strat.by.two");
        for (int group = 0; group < 6; group++) {
            String name = expected.get("names").get(group).asString();
            assertThat(ours.get("names").get(group).asString()).isEqualTo(name + ":api99");
            assertThat(ours.get("names").get(group + 6).asString()).isEqualTo(name + ":api00");
            for (int variable = 0; variable < 2; variable++) {
                int place = group + 6 * variable;
                assertNear(
                        name,
                        ours.get("est").get(place).asDouble(),
                        expected.get("est").get(group).get(variable).asDouble(),
                        1e-9,
                        0);
                assertNear(
                        name,
                        ours.get("se").get(place).asDouble(),
                        expected.get("se").get(group).get(variable).asDouble(),
                        1e-8,
                        0);
            }
        }
    }

    @Test
    void a_share_of_1_has_an_interval_where_r_has_none() throws IOException {
        assertThat(reference().get("edge.ciprop1.beta").get("ci").get(0).isNull())
                .isTrue();
        JsonNode ours = survey("CONSTANT --of one --statistic share");
        assertThat(ours.get("est").get(0).asDouble()).isEqualTo(1);
        double low = ours.get("ci").get(0).get(0).asDouble();
        assertThat(low).isBetween(0.97, 0.99);
        assertThat(ours.get("ci").get(0).get(1).asDouble()).isEqualTo(1);
    }

    @Test
    void no_entry_is_forgotten() throws Exception {
        Set<String> named = new TreeSet<>(NOT_OURS);
        for (String method : List.of("equals_the_reference", "equals_further_numbers")) {
            for (java.lang.reflect.Method m : getClass().getDeclaredMethods()) {
                if (m.getName().equals(method)) {
                    m.getAnnotation(CsvSource.class)
                            .textBlock()
                            .lines()
                            .forEach(line -> named.add(line.split("\\|")[0].strip()));
                }
            }
        }
        named.addAll(List.of("strat.by.two", "strat.quantile", "strat.by.compimp.covmat", "edge.ciprop1.beta"));
        assertThat(named).containsAll(reference().propertyNames());
    }
}
