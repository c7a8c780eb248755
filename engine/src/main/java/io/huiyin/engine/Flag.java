package io.huiyin.engine;

/** How a unit compares with the mean of its kind (与同类比较); never a rank. */
public enum Flag {
    BELOW("-1", "低于同类", "worse than its kind"),
    NOT_DISTINGUISHABLE("0", "与同类无法区分", "cannot be told apart"),
    ABOVE("1", "高于同类", "better than its kind"),
    NOT_COMPARED("not-compared", "不参与比较", "not compared");

    private final String word;
    private final String chinese;
    private final String english;

    Flag(String word, String chinese, String english) {
        this.word = word;
        this.chinese = chinese;
        this.english = english;
    }

    /** What stands in files: -1, 0, 1 or {@code not-compared}. */
    public String word() {
        return word;
    }

    /** In Chinese. */
    public String chinese() {
        return chinese;
    }

    /** In English. */
    public String english() {
        return english;
    }
}
