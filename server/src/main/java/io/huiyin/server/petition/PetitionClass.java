package io.huiyin.server.petition;

/** 类别: each has a procedure of its own. */
enum PetitionClass {
    /** 建议意见: ends with a reasoned reply. */
    PROPOSAL,
    /** 检举控告: ends with a finding, and nothing of it reaches the accused. */
    ACCUSATION,
    /** 申诉求决: only this one is asked whether it is solved. */
    APPEAL;

    String key() {
        return "petition.class." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
