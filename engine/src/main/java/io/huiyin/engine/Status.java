package io.huiyin.engine;

/** Whether a unit's number may be shown (能否公布): the page hides the number of every unit that is not OK. */
public enum Status {
    OK("ok", "可以公布", "may be shown"),
    TOO_FEW("too-few", "回访太少，不公布分数", "too few interviews for a number"),
    CONTACTS_MISSING("contacts-missing", "联系方式缺失，不作评定", "not assessable: contacts missing"),
    NOT_ASSESSED("not-assessed", "没有回访，不作评定", "not assessed: no interview");

    private final String word;
    private final String chinese;
    private final String english;

    Status(String word, String chinese, String english) {
        this.word = word;
        this.chinese = chinese;
        this.english = english;
    }

    /** What stands in files. */
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
