package io.huiyin.server.spotcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huiyin.engine.Draw;
import io.huiyin.engine.Stratum;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.SmallCounty;
import io.huiyin.server.calendar.Quarter;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.web.Denied;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HuiyinTest
class DrawsTest {

    static final Quarter Q3 = new Quarter(2026, 3);
    static final String DICE = "31415926535897932384";

    @Autowired
    Frames frames;

    @Autowired
    Draws draws;

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient sql;

    SmallCounty county;
    SignedIn office;

    @BeforeEach
    void aCounty() throws Exception {
        county = SmallCounty.empty()
                .unit("A", "民政局", "department")
                .unit("B", "东风乡", "township")
                .matters("A", "on-the-spot", Q3, 40)
                .matters("A", "complex", Q3, 3)
                .matters("B", "promised-time", Q3, 60, 10);
        office = new SignedIn(
                county.account("assessment", "ASSESSMENT"), "assessment", "a", Role.ASSESSMENT, null, null);
    }

    @AfterEach
    void close() throws Exception {
        county.close();
    }

    @Test
    void a_frame_holds_every_matter_closed_in_the_quarter_whatever_its_outcome() {
        county.matters("A", "on-the-spot", Q3.next(), 5).rated("A", "counter", 5, 10);
        county.sql
                .sql("UPDATE matter.matter SET outcome = 'refused' WHERE unit_code = 'B'")
                .update();
        Frame frame = frames.frame(frozen());
        assertThat(frame.size()).isEqualTo(103);
        assertThat(sql.sql("SELECT count(*) FROM spotcheck.frame_matter WHERE class = 5")
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void the_digest_is_that_of_the_file_that_is_handed_out() throws Exception {
        Frame frame = frames.frame(frozen());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        frames.write(frame.id(), file);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.toByteArray());
        assertThat(frame.digest()).isEqualTo(HexFormat.of().formatHex(digest));
        assertThat(file.toString(StandardCharsets.UTF_8).lines().skip(1)).isSorted();
        assertThat(sql.sql("SELECT convert_from(body, 'UTF8') FROM ledger.entry")
                        .query(String.class)
                        .single())
                .contains(frame.digest())
                .contains("frame-frozen");
    }

    @Test
    void a_quarter_is_frozen_once_and_only_when_it_is_over() {
        UUID frame = frozen();
        assertThat(frames.freeze(Q3, office)).isEqualTo(new Freezing.AlreadyFrozen(frame));
        assertThat(frames.freeze(Q3.next(), office)).isEqualTo(new Freezing.NotOver(Q3.next()));
        assertThat(frames.freeze(Q3.previous(), office)).isEqualTo(new Freezing.NothingClosed(Q3.previous()));
    }

    @Test
    void only_the_assessment_office_freezes_and_draws() {
        SignedIn clerk = new SignedIn(office.account(), "c", "c", Role.INTAKE, null, null);
        assertThatThrownBy(() -> frames.freeze(Q3, clerk)).isInstanceOf(Denied.class);
        UUID frame = frozen();
        assertThatThrownBy(() -> draws.draw(frame, DICE, new DrawWish(10, 0), clerk))
                .isInstanceOf(Denied.class);
    }

    @Test
    void a_frame_is_drawn_from_once_and_never_by_a_short_lot() {
        UUID frame = frozen();
        assertThat(draws.draw(frame, "1234567890", new DrawWish(10, 0), office))
                .isEqualTo(new Drawing.TooLittleEntropy(10, 20));
        UUID draw = drawn(frame, new DrawWish(10, 0));
        assertThat(draws.draw(frame, DICE, new DrawWish(20, 0), office)).isEqualTo(new Drawing.AlreadyDrawn(draw));
    }

    @Test
    void anybody_repeats_the_draw_from_frame_seed_and_sizes() throws Exception {
        UUID frame = frozen();
        UUID draw = drawn(frame, new DrawWish(5, 2));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        frames.write(frame, file);
        DrawRecord record = draws.draw(draw);
        assertThat(record.seed())
                .isEqualTo(
                        sha256("huiyin-draw-v1".getBytes(), HexFormat.of().parseHex(record.digest()), DICE.getBytes()));
        assertThat(DrawFiles.sample(draws.drawn(draw)))
                .isEqualTo(repeated(file.toString(StandardCharsets.UTF_8), record.seed(), draws.strata(draw)));
        assertThat(draws.strata(draw))
                .extracting(s -> s.unit() + " " + s.type() + " " + s.population() + " " + s.size())
                .containsExactly("A complex 3 3", "A on-the-spot 40 13", "B promised-time 60 16");
    }

    @Test
    void one_call_a_recipient_about_at_most_three_matters_the_rest_is_drawn_and_not_asked() {
        UUID draw = drawn(frozen(), new DrawWish(15, 0));
        List<Calls.AskedMatter> asked = calls.asked(draw);
        Map<UUID, Long> perCall =
                asked.stream().collect(Collectors.groupingBy(Calls.AskedMatter::call, Collectors.counting()));
        assertThat(perCall.values()).allMatch(n -> n <= 3);
        assertThat(sql.sql("""
                SELECT count(*) FROM spotcheck.call c WHERE draw_id = :draw
                   AND EXISTS (SELECT 1 FROM spotcheck.frame_matter f WHERE f.person_id = c.person_id AND f.unit_code = 'B')""").param("draw", draw).query(Integer.class).single())
                .isEqualTo(6);
        assertThat(asked.size()).isLessThan(draws.drawn(draw).size());
    }

    @Test
    void a_matter_without_contact_becomes_a_call_that_cannot_be_made() {
        county.withoutContact("A", 43);
        county.sql
                .sql("UPDATE matter.matter SET person_id = NULL WHERE matter_no LIKE 'A/complex/%'")
                .update();
        UUID draw = drawn(frozen(), new DrawWish(15, 0));
        assertThat(calls.asked(draw)).filteredOn(a -> !a.contact()).hasSize(43);
        assertThat(calls.progress().getFirst().noContact()).isEqualTo(43);
        assertThat(frames.coverage(Q3)).filteredOn(c -> c.unit().equals("A")).allMatch(c -> c.share() == 0);
    }

    @Test
    void the_application_may_not_change_or_delete_anything_here() {
        drawn(frozen(), new DrawWish(10, 0));
        for (String table : sql.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'spotcheck'")
                .query(String.class)
                .list()) {
            assertThatThrownBy(() -> sql.sql("DELETE FROM spotcheck." + table).update())
                    .as(table)
                    .rootCause()
                    .hasMessageContaining("permission denied");
            String column = sql.sql(
                            "SELECT column_name FROM information_schema.columns WHERE table_schema = 'spotcheck' AND table_name = ? LIMIT 1")
                    .param(table)
                    .query(String.class)
                    .single();
            assertThatThrownBy(() -> sql.sql("UPDATE spotcheck." + table + " SET " + column + " = " + column)
                            .update())
                    .as(table)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private UUID frozen() {
        return ((Freezing.Frozen) frames.freeze(Q3, office)).frame();
    }

    private UUID drawn(UUID frame, DrawWish wish) {
        return ((Drawing.Done) draws.draw(frame, DICE, wish, office)).draw();
    }

    private static String sha256(byte[]... parts) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) sha.update(part);
        return HexFormat.of().formatHex(sha.digest());
    }

    /** As an outsider would: from the three files alone. */
    private static String repeated(String frame, String seed, List<PlannedStratum> sizes) {
        Draw draw = Draw.bySeed(seed);
        TreeMap<Stratum, Draw.Lot> lots = new TreeMap<>();
        sizes.forEach(s -> lots.put(Stratum.of(s.unit(), s.type()), draw.lot(new Draw.Size(s.size(), s.reserve()))));
        frame.lines().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
            Draw.Lot lot = lots.get(Stratum.of(cells[1], cells[6]));
            if (lot != null) lot.offer(cells[0]);
        });
        StringBuilder sample = new StringBuilder("matter,unit,type,order,kind\n");
        lots.forEach((stratum, lot) -> lot.drawn()
                .forEach(d -> sample.append(String.join(
                                ",",
                                d.matter(),
                                stratum.unit(),
                                stratum.type(),
                                Integer.toString(d.order()),
                                d.reserve() ? "reserve" : "sample"))
                        .append('\n')));
        return sample.toString();
    }
}
