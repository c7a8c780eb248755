package io.huiyin.server.supervision;

/** One of the words that a table offers, in both languages. */
record Choice(String code, String nameZh, String nameEn) {
    String name(boolean chinese) {
        return chinese ? nameZh : nameEn;
    }
}
