package io.huiyin.audit;

import io.huiyin.engine.survey.DesignEffect;
import io.huiyin.engine.survey.Distance;
import io.huiyin.engine.survey.IntervalKind;
import io.huiyin.engine.survey.Lonely;
import io.huiyin.engine.survey.Replicates;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said to the survey command. */
final class SurveyOptions {
    /** What is estimated. */
    enum What {
        MEAN,
        TOTAL,
        RATIO,
        SHARE,
        QUANTILE
    }

    @Option(
            names = "--ids",
            split = ",",
            paramLabel = "A",
            description = "Units, one column a stage; default: every row.")
    List<String> ids = List.of();

    @Option(names = "--strata", split = ",", paramLabel = "H", description = "Strata; several columns are crossed.")
    List<String> strata = List.of();

    @Option(names = "--fpc", split = ",", paramLabel = "N", description = "Population sizes, one column a stage.")
    List<String> fpc = List.of();

    @Option(names = "--weights", paramLabel = "W", description = "Weights; default: from --fpc.")
    @Nullable
    String weights;

    @Option(
            names = "--of",
            split = ",",
            required = true,
            paramLabel = "y",
            description = "Variables; a text one gives a row per level; 'y=level' is one level, factor(y) makes text.")
    List<String> of = List.of();

    @Option(names = "--statistic", description = "mean (default), total, ratio, share or quantile.")
    What statistic = What.MEAN;

    @Option(names = "--over", split = ",", paramLabel = "x", description = "Denominators of ratios.")
    List<String> over = List.of();

    @Option(names = "--q", split = ",", paramLabel = "p", description = "Quantiles, as 0.25,0.5.")
    List<Double> q = List.of();

    @Option(names = "--by", split = ",", paramLabel = "d", description = "A row per level, or per crossed level.")
    List<String> by = List.of();

    @Option(names = "--where", paramLabel = "'column=value'", description = "Only these rows; may stand several times.")
    List<String> where = List.of();

    @Option(names = "--contrast", split = ",", paramLabel = "A,B", description = "A minus B, two levels of --by.")
    List<String> contrast = List.of();

    @Option(
            names = "--interval",
            description = "t, normal, logit, beta, wilson or clopper_pearson; default: beta for shares, else t.")
    @Nullable
    IntervalKind interval;

    @Option(names = "--level", paramLabel = "P", description = "Level of the intervals; default 0.95.")
    double level = 0.95;

    @Option(names = "--deff", description = "without_replacement (default) or with_replacement.")
    DesignEffect deff = DesignEffect.WITHOUT_REPLACEMENT;

    @Option(names = "--lonely", description = "fail, certainty, remove, adjust, average or collapse (default).")
    Lonely lonely = Lonely.COLLAPSE;

    @Option(names = "--domain-lonely", description = "A stratum with one unit in the domain counts as lonely.")
    boolean domainLonely;

    @Option(names = "--replicates", paramLabel = "REP.csv", description = "Replicate weights, a row a row of the data.")
    @Nullable
    Path replicates;

    @Option(
            names = "--type",
            description = "JK1, JKn, BRR or bootstrap; the first three are made from the design without --replicates.")
    Replicates.@Nullable Type type;

    @Option(names = "--combined", description = "The replicate weights contain the weights already.")
    boolean combined;

    @Option(
            names = "--scale",
            paramLabel = "X",
            description = "Factor of each squared deviation, in place of the type's.")
    @Nullable
    Double scale;

    @Option(names = "--mse", description = "Deviations of replicates from the estimate, not from their mean.")
    boolean mse;

    @Option(names = "--poststratify", paramLabel = "d=POP.csv", description = "POP has level,N.")
    @Nullable
    String poststratify;

    @Option(names = "--rake", split = ",", paramLabel = "d=POP.csv", description = "Two or more margins.")
    List<String> rake = List.of();

    @Option(names = "--calibrate", paramLabel = "TOTALS.csv", description = "term,total with R's names of terms.")
    @Nullable
    Path calibrate;

    @Option(names = "--method", description = "linear (default), raking or logit.")
    Distance.Method method = Distance.Method.LINEAR;

    @Option(names = "--bounds", split = ",", paramLabel = "a,b", description = "Bounds of new over old weights.")
    List<Double> bounds = List.of();

    @Option(names = "--variance", paramLabel = "x", description = "Calibration: the variance of y is this term.")
    @Nullable
    String variance;

    @Option(
            names = "--twophase",
            paramLabel = "PHASE.json",
            description = "The design of two phases; see docs/survey.md.")
    @Nullable
    Path twophase;
}
