package io.huiyin.engine;

/** Why a number is missing (缺数原因): a word for files and a sentence for people, listed in docs/reasons.md. */
public enum Reason {
    NOT_ASSESSED("not-assessed", "没有完成任何回访，不作评定。", "No interview was completed, so nothing is assessed."),
    ONE_INTERVIEW(
            "one-interview",
            "只有一次回访，误差无法由本单位的数据算出。",
            "With one interview the error cannot be computed from the unit's own answers."),
    IDENTICAL_ANSWERS(
            "identical-answers",
            "全县回访的答案没有差异，误差无法估计。",
            "The interviews of the whole county show no spread, so the error cannot be estimated."),
    NO_SPREAD("no-spread", "没有任何一层有两次以上回访，误差无法估计。", "No stratum has two interviews, so the error cannot be estimated."),
    NO_INTERVIEW("no-interview", "全县没有完成任何回访。", "No interview was completed in the whole county."),
    NO_RATING("no-rating", "没有可关联的自愿评价。", "There is no voluntary rating that can be linked."),
    NO_PAIR("no-pair", "没有既有自愿评价又有回访的办件。", "No matter has both a voluntary rating and an interview."),
    NOT_DRAWN("not-drawn", "没有抽取任何办件。", "No matter was drawn."),
    NO_CONTACT_COLUMN("no-contact-column", "抽样框没有说明联系方式是否可用。", "The frame does not say whether contacts are usable."),
    NOT_ESTIMABLE(
            "not-estimable", "回访无法区分这一水平。", "The interviews cannot tell this level from the others within units."),
    CONTACTS_MISSING("contacts-missing", "联系方式缺失，不参与比较。", "Contacts are missing, so the unit is not compared."),
    ALL_ANSWERED("all-answered", "抽中的都答复了，无需调整。", "All who were drawn answered, so there is nothing to repair."),
    NO_TRACE("no-trace", "没有可比较的痕迹。", "There is nothing to compare."),
    NEVER("never", "任何假定的偏移都不会改变它。", "No shift of the silent changes it."),
    NOT_FLAGGED("not-flagged", "没有可因此改变的标记。", "There is no flag that could change."),
    NOT_ASKED_FOR("not-asked-for", "本次没有要求计算。", "This run was not asked to compute it."),
    SEVERAL_KINDS("several-kinds", "单位分为几类，见各类的数值。", "Units are of several kinds: see the numbers of each kind."),
    NO_PEERS("no-peers", "同类单位不足两个，无从比较。", "There are fewer than two units of this kind to compare."),
    EMPTY_DOMAIN("empty-domain", "这一部分没有任何一行。", "The domain has no row."),
    ZERO_DENOMINATOR("zero-denominator", "分母为零。", "The denominator is 0."),
    ONE_UNIT(
            "one-unit",
            "这一部分只来自一个抽样单元，误差无法估计。",
            "The domain comes from one drawn unit, so its error cannot be estimated."),
    LONELY_STRATUM(
            "lonely-stratum", "有一层只抽了一个单元，误差无法估计。", "A stratum has one drawn unit, so the error cannot be estimated."),
    NO_DEGREES_OF_FREEDOM("no-degrees-of-freedom", "自由度为零，无法给出区间。", "There are no degrees of freedom for an interval."),
    SHARE_AT_EDGE(
            "share-at-edge",
            "比例为 0 或 1，这种区间无定义；请用 beta 区间。",
            "At a share of 0 or 1 this interval is not defined; the beta interval is."),
    NOT_A_SHARE("not-a-share", "这种区间只适用于 0 到 1 之间的比例。", "This interval is for shares between 0 and 1 only."),
    BEYOND_DATA("beyond-data", "区间的这一端超出了数据。", "This end of the interval lies beyond the data."),
    NO_DESIGN_EFFECT("no-design-effect", "设计效应无定义。", "The design effect is not defined."),
    REPLICATE_UNDEFINED(
            "replicate-undefined",
            "有一组重复权数下无法计算，误差无法估计。",
            "The estimate does not exist under one of the replicate weights, so its error cannot be estimated."),
    NEGATIVE_VARIANCE("negative-variance", "估计出的方差为负。", "The estimated variance is negative."),
    OVERFLOW("overflow", "数值过大，无法计算。", "The numbers are too large to compute with.");

    private final String word;
    private final String chinese;
    private final String english;

    Reason(String word, String chinese, String english) {
        this.word = word;
        this.chinese = chinese;
        this.english = english;
    }

    /** The word that stands for the number in files, such as {@code not-assessed}. */
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
