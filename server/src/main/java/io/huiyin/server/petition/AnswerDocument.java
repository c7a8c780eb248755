package io.huiyin.server.petition;

import io.huiyin.server.sql.SqlTime;
import io.huiyin.server.web.Sheets;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * 答复意见书: the answer as a sheet to print, with number and a place for the seal. Its name follows from the lawful ways of its claims.
 *
 * @param number of the petition, which is the document's too
 * @param on the day on which it was issued
 * @param reviewUntil the last day on which a review can be asked; null: none of its claims can be reviewed
 */
record AnswerDocument(
        String number,
        String title,
        String unit,
        LocalDate on,
        @Nullable LocalDate reviewUntil,
        List<Claim> claims) {

    /** @throws IllegalStateException when there is no answer yet */
    static AnswerDocument of(String number, String title, String unit, List<Claim> claims, List<Move> moves) {
        Move answered = moves.stream()
                .filter(move -> move.move().equals("answer"))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new IllegalStateException("no answer to " + number));
        return new AnswerDocument(number, title, unit, SqlTime.day(answered.madeAt()), answered.dueOn(), claims);
    }

    /** To be saved; its file is called by the number. */
    ModelAndView pdf(Sheets sheets) {
        return new ModelAndView(sheets.view("petition/sheet", "answer-" + number, on));
    }

    String name(Routes routes, Locale locale) {
        Set<String> names = new LinkedHashSet<>();
        for (Claim claim : claims)
            names.add(Objects.requireNonNull(routes.find(claim.route())).document(locale));
        return String.join(" · ", names);
    }
}
