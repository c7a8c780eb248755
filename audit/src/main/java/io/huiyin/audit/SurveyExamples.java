package io.huiyin.audit;

/** Examples for the help page: one for each family of the reference numbers; a test runs them all. */
final class SurveyExamples {
    /** Each comment names the entry of api_reference.json that the command below it equals. */
    static final String TEXT = """

            Examples on R's own example data; the first word above each is the entry of
            api_reference.json that it equals.

            # srs.mean.api00: a simple random sample, weights from the population
            ./huiyin survey apisrs.csv --fpc fpc --of api00

            # strat.by.stype: strata, the mean of each level
            ./huiyin survey apistrat.csv --strata stype --weights pw --fpc fpc --of api00 --by stype

            # clus1.ratio: whole clusters, a ratio
            ./huiyin survey apiclus1.csv --ids dnum --weights pw --fpc fpc --statistic ratio --of api.stu --over enroll

            # clus1.post.total: post-stratified to known numbers of schools
            printf 'level,N\\nE,4421\\nH,755\\nM,1018\\n' > stype.csv
            ./huiyin survey apiclus1.csv --ids dnum --weights pw --fpc fpc --statistic total --of enroll --poststratify stype=stype.csv

            # clus1.rake.mean.converged: raked to two margins
            printf 'level,N\\nNo,1072\\nYes,5122\\n' > wide.csv
            ./huiyin survey apiclus1.csv --ids dnum --weights pw --fpc fpc --of api00 --rake stype=stype.csv,sch.wide=wide.csv

            # clus1.cal.logit.mean: calibrated, weights between 0.6 and 1.6 of the old ones
            printf 'term,total\\n(Intercept),6194\\nstypeH,755\\nstypeM,1018\\napi99,3914069\\n' > totals.csv
            ./huiyin survey apiclus1.csv --ids dnum --weights pw --fpc fpc --of api00 --calibrate totals.csv --method logit --bounds 0.6,1.6

            # clus2.mean.enroll: two stages; rows with an empty cell are left out
            ./huiyin survey apiclus2.csv --ids dnum,snum --fpc fpc1,fpc2 --of enroll

            # mu284.total: two stages, a total
            ./huiyin survey mu284.csv --ids id1,id2 --fpc n1,n2 --statistic total --of y1

            # rep.subboot.strat: given bootstrap weights
            ./huiyin survey apistrat.csv --weights pw --of api00 --type bootstrap --replicates apistrat_subbootstrap_repweights.csv

            # tp.mu284.total: two phases
            printf '{"subset":"sub","phase1":{"ids":["id1"],"fpc":["n1"]},"phase2":{"ids":["id"],"strata":["id1"]}}' > phase.json
            ./huiyin survey mu284_twophase.csv --twophase phase.json --statistic total --of y1

            # lonely.adjust: a stratum with one school, as R treats it
            ./huiyin survey apistrat_lonelyH.csv --strata stype --weights pw --fpc fpc --of api00 --lonely adjust

            Families of the reference that are not here: regression (glm), tests of tables
            (chisq), unequal chances without replacement (pps).
            """;

    private SurveyExamples() {}
}
