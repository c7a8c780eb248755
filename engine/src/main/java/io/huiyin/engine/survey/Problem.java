package io.huiyin.engine.survey;

/** Why a survey cannot be computed at all (无法计算的原因): a word and a sentence for people, listed in docs/reasons.md. */
public enum Problem {
    NO_ROWS("no-rows", "没有任何一行数据。", "There is no row of data."),
    BAD_WEIGHT("bad-weight", "权数必须是不小于零的数。", "A weight must be a number that is not negative."),
    NO_WEIGHT("no-weight", "全部权数都是零。", "All weights are zero."),
    POPULATION_DIFFERS("population-differs", "同一层内给出了不同的总体数。", "The population sizes differ inside one stratum."),
    POPULATION_TOO_SMALL(
            "population-too-small", "总体数小于样本数。", "The population of a stratum is smaller than its sample."),
    LONELY_STRATUM(
            "lonely-stratum-refused",
            "有一层只抽了一个单元，而选择了遇此即停。",
            "A stratum has one drawn unit, and --lonely fail was chosen."),
    LEVEL_WITHOUT_TOTAL("level-without-total", "样本中有一类没有给出总体数。", "A level of the sample has no population total."),
    CELL_WITHOUT_SAMPLE("cell-without-sample", "总体中有一类在样本中没有任何行。", "A population cell has no row in the sample."),
    BAD_TOTAL("bad-total", "总体数必须是正数。", "A population total must be a positive number."),
    MARGINS_DISAGREE("margins-disagree", "各边际的总数不相等。", "The margins have different totals."),
    COLLINEAR("collinear", "校准变量之间线性相关，无法求解。", "The calibration terms are linear combinations of each other."),
    CALIBRATION_INFEASIBLE(
            "calibration-infeasible", "没有任何一组允许的权数能达到给定的总体数。", "No allowed weights reach the given totals."),
    NOT_CONVERGED("not-converged", "迭代没有收敛。", "The iteration did not converge."),
    BAD_BOUNDS("bad-bounds", "界限必须包含 1。", "The bounds must lie on both sides of 1."),
    MISSING_AUXILIARY("missing-auxiliary", "校准变量不能有缺失值。", "A variable used for weighting has a missing value."),
    REPLICATES_DIFFER(
            "replicates-differ", "重复权数的行数与数据不符。", "The replicate weights do not have one row per row of data."),
    NOT_PAIRED("not-paired", "平衡半样本要求每层恰有两个单元。", "Balanced half-samples need exactly two units in every stratum."),
    NOT_ONE_STRATUM("not-one-stratum", "JK1 要求设计不分层。", "JK1 needs a design without strata."),
    NOBODY_IN_PHASE_TWO("nobody-in-phase-two", "第二相没有任何一行。", "No row was drawn in the second phase.");

    private final String word;
    private final String chinese;
    private final String english;

    Problem(String word, String chinese, String english) {
        this.word = word;
        this.chinese = chinese;
        this.english = english;
    }

    /** The word, such as {@code margins-disagree}. */
    public String word() {
        return word;
    }

    /** One sentence in Chinese. */
    public String chinese() {
        return chinese;
    }

    /** One sentence in English. */
    public String english() {
        return english;
    }
}
