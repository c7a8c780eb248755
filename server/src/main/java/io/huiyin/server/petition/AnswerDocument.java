package io.huiyin.server.petition;

import io.huiyin.server.sql.SqlTime;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * 答复意见书: the answer as a sheet to print, with number and a place for the seal. Its name follows from the lawful ways of its claims.
 *
 * @param number of the petition, which is the document's too
 * @param on the day on which it was issued
 */
record AnswerDocument(String number, String title, String unit, LocalDate on, List<Claim> claims) {

    /** @throws IllegalStateException when there is no answer yet */
    static AnswerDocument of(String number, String title, String unit, List<Claim> claims, List<Move> moves) {
        LocalDate on = moves.stream()
                .filter(move -> move.move().equals("answer"))
                .map(move -> SqlTime.day(move.madeAt()))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new IllegalStateException("no answer to " + number));
        return new AnswerDocument(number, title, unit, on, claims);
    }

    String name(Routes routes, Locale locale) {
        Set<String> names = new LinkedHashSet<>();
        for (Claim claim : claims)
            names.add(Objects.requireNonNull(routes.find(claim.route())).document(locale));
        return String.join(" · ", names);
    }
}
