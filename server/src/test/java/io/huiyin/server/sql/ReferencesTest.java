package io.huiyin.server.sql;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huiyin.server.HuiyinTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What refers to something refers to something that is there, whichever way rows come. */
@HuiyinTest
class ReferencesTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    CopyIn copy;

    @Autowired
    PlannerStatistics statistics;

    @Test
    void a_place_in_the_log_is_an_entrys() {
        UUID nobody = Ids.next();
        assertThatThrownBy(() -> sql.sql("INSERT INTO ledger.place (position, entry_id) VALUES (0, :id)")
                        .param("id", nobody)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("ledger.place refers to ledger.entry by entry_id, and " + nobody);
    }

    @Test
    void one_unknown_matter_spoils_the_whole_copy() {
        UUID nobody = Ids.next();
        assertThatThrownBy(() -> copy.into(
                        "rating.invitation (matter_id, code_tag, secret_hash, opens_at, closes_at)",
                        java.util.List.<Object[]>of(
                                new Object[] {nobody, new byte[] {1}, new byte[] {1}, "2026-01-01", "2026-02-01"})))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("matter.matter by matter_id");
    }

    @Test
    void the_application_may_bring_the_planner_up_to_date() {
        assertThatCode(statistics::refresh).doesNotThrowAnyException();
    }
}
