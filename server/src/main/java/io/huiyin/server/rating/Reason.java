package io.huiyin.server.rating;

/**
 * One code of the national list of reasons (好差评).
 *
 * @param content which of the assessment's contents it speaks about
 */
public record Reason(String code, int level, String textZh, String textEn, Question content) {

    public String text(boolean chinese) {
        return chinese ? textZh : textEn;
    }
}
