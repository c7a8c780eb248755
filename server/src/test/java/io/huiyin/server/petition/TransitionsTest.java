package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every pair of states, against the one table. */
@HuiyinTest
class TransitionsTest {

    private static final UUID ID = new UUID(0x0199000000007000L, 0x8000000000000001L);

    @Autowired
    Transitions transitions;

    @Autowired
    JdbcClient sql;

    @Autowired
    MockMvcTester mvc;

    @Test
    void the_database_lets_a_petition_go_from_state_to_state_only_as_the_table_says() throws SQLException {
        List<String> wrong = new ArrayList<>();
        try (Connection superuser = TestDatabase.superuser();
                Statement past = superuser.createStatement()) {
            laid(past);
            for (Procedure from : Procedure.values())
                for (Procedure to : Procedure.values()) {
                    if (from == to) continue;
                    put(past, "procedure", from.name());
                    boolean listed = transitions.from(from).stream().anyMatch(one -> one.to() == to);
                    if (goes("procedure", to.name()) != listed) wrong.add(from + " to " + to);
                }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_move_has_its_words_and_every_state_is_reached_and_left_or_an_end() throws IOException {
        String chinese = Files.readString(Path.of("src/main/resources/messages/petition.properties"));
        String english = Files.readString(Path.of("src/main/resources/messages/petition_en.properties"));
        for (Transition one : transitions.all())
            assertThat(List.of(chinese, english)).allMatch(text -> text.contains("\n" + one.key() + "="), one.key());
        List<String> ends = java.util.Arrays.stream(Procedure.values())
                .filter(state -> transitions.from(state).isEmpty())
                .map(Procedure::name)
                .toList();
        assertThat(ends).containsExactlyInAnyOrder("TERMINATED", "WITHDRAWN");
    }

    @Test
    void the_documentation_is_the_table() throws IOException {
        String rows = transitions.all().stream()
                .sorted(java.util.Comparator.comparing(Transition::axis)
                        .reversed()
                        .thenComparing(one -> states().indexOf(one.fromState()))
                        .thenComparing(Transition::move))
                .map(one -> "| "
                        + String.join(
                                " | ",
                                one.fromState(),
                                one.move(),
                                one.toState(),
                                one.who().stream().sorted().collect(Collectors.joining(" ")),
                                one.needs().stream().sorted().collect(Collectors.joining(" ")),
                                one.clock(),
                                one.told())
                        + " |")
                .collect(Collectors.joining("\n"));
        Path page = Path.of("../docs/states.md");
        assertThat(Files.readString(page))
                .as("write this into docs/states.md:\n" + rows)
                .contains(rows);
    }

    @Test
    void what_is_told_besides_moves_stands_in_the_documentation_too() throws IOException {
        String rows = sql.sql("""
                        SELECT '| ' || what || ' | ' || string_agg(whom || ':' || replace(template, 'petition.telling.', ''), ' ' ORDER BY whom DESC) || ' |'
                          FROM petition.telling WHERE what NOT IN (SELECT move FROM petition.transition) AND what <> 'receive'
                         GROUP BY what ORDER BY what""").query(String.class).list().stream().collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("../docs/states.md")))
                .as("write this into docs/states.md:\n" + rows)
                .contains(rows);
    }

    @Test
    void the_table_is_open_data() {
        assertThat(mvc.get().uri("/data/states.csv"))
                .hasStatusOk()
                .bodyText()
                .startsWith("axis,move,from,to,who,needs,clock,told")
                .contains("procedure,accept,TRANSFERRED,ACCEPTED,UNIT_HEAD,,petition.answer,PETITIONER:news");
    }

    @Test
    void residents_read_the_table_in_words_of_both_languages() {
        for (String language : List.of("zh-CN", "en")) {
            var page =
                    mvc.get().uri("/steps").header("Accept-Language", language).exchange();
            assertThat(page).hasStatusOk().bodyText().doesNotContain("petition.", "PETITIONER", "IN_HAND");
            assertThat(page)
                    .bodyText()
                    .contains(
                            language.equals("en")
                                    ? List.of("In hand", "at most 60 days", "head of the unit", "It ends here")
                                    : List.of("正在办理", "最多 60 天", "单位负责人", "到这里为止"));
        }
    }

    private static List<String> states() {
        List<String> states = new ArrayList<>();
        for (Procedure one : Procedure.values()) states.add(one.name());
        for (PetitionOutcome one : PetitionOutcome.values()) states.add(one.name());
        return states;
    }

    /** A petition of which everything is there that a move may need. */
    private static void laid(Statement past) throws SQLException {
        past.execute("SET session_replication_role = replica");
        past.execute("INSERT INTO petition.petition (id, petition_no, received_at, reply, row_digest) VALUES ('" + ID
                + "', 'P', now(), 'none', '\\x00')");
        past.execute("INSERT INTO petition.claim (petition_id, no, words, route, facts, opinion, basis) VALUES ('" + ID
                + "', 1, 'w', 'petition', 'f', 'o', 'b')");
        past.execute("INSERT INTO petition.signatory (id, petition_id, place, code, query_tag) VALUES ('" + ID + "', '"
                + ID + "', 1, '0000000000000000', '\\x00')");
        past.execute("INSERT INTO petition.verdict (id, submission, signatory_id, said, source, said_at) VALUES ('" + ID
                + "', '" + ID + "', '" + ID + "', 'WITHDRAWN', 'OWN', now())");
    }

    private static void put(Statement past, String column, String state) throws SQLException {
        past.execute("UPDATE petition.petition SET " + column + " = '" + state + "'");
    }

    private boolean goes(String column, String state) {
        try {
            sql.sql("UPDATE petition.petition SET " + column + " = :state")
                    .param("state", state)
                    .update();
            return true;
        } catch (DataAccessException e) {
            return false;
        }
    }
}
