package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.huiyin.proof.Code;
import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.file.Made;
import io.huiyin.server.identity.Role;
import io.huiyin.server.petition.ReviewBodies.Access;
import io.huiyin.server.petition.ReviewBodies.Adding;
import io.huiyin.server.petition.ReviewBodies.Described;
import io.huiyin.server.web.NotFound;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Reviews and re-reviews by bodies outside the county, each at its own address. */
@HuiyinTest
class ReviewBodyTest extends PetitionStories {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ReviewBodies bodies;

    @Autowired
    Attachments attachments;

    @Autowired
    Additions additions;

    @Autowired
    ReviewBodyAddresses addresses;

    @Test
    void from_register_to_termination_with_a_review_and_a_rereview_by_bodies_outside_the_county() throws Exception {
        Access city = added(ReviewBody.Kind.REVIEW, "市水务局", "");
        Access province = added(ReviewBody.Kind.REREVIEW, "省水利厅", "");
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "水费多收了", 1), Actor.PETITIONER);
        UUID id = receipt.petition();
        Code code = receipt.codes().getFirst();
        answered(id, "petition");
        assertThat(petitioner(code, "ask-review", "没有按实际用量计算")).isEqualTo(new Moving.Moved(Procedure.IN_REVIEW));
        // asked on Wednesday, 14 October 2026; 13 November is a Friday
        assertThat(row(id).dueOn()).isEqualTo(LocalDate.of(2026, 11, 13));
        assertThat(by(Role.SUPERVISION, id, "uphold-review", "计费符合规定"))
                .as("nobody in the county decides in the body's place")
                .isEqualTo(new Moving.Refused("", "petition.refused.review-body"));

        assertThat(open(city, "")).bodyText().contains("市水务局", row(id).number(), "最迟");
        assertThat(open(province, "")).bodyText().contains("省水利厅").doesNotContain(row(id).number());
        String review = "/cases/" + review(id);
        assertThat(open(city, review))
                .bodyText()
                .contains("没有按实际用量计算", "请尽快解决", "已查明")
                .doesNotContain("张1", "13800000001");
        assertThat(open(province, review)).as("another body's case").hasStatus(404);
        assertThat(decide(city, review, "", "不予支持", null))
                .hasStatus(422)
                .bodyText()
                .contains("请选“维持”或者“撤销”");
        assertThat(decide(city, review, "yes", " ", null))
                .hasStatus(422)
                .bodyText()
                .contains("请写明理由");
        assertThat(decide(city, review, "yes", "写好的理由", new byte[] {1}))
                .hasStatus(422)
                .bodyText()
                .contains("这种文件不收", "写好的理由");
        assertThat(row(id).procedure()).isEqualTo(Procedure.IN_REVIEW);
        assertThat(decide(city, review, "yes", "计费符合规定", Made.pdf()))
                .hasStatusOk()
                .bodyText()
                .contains("决定已经送出");
        assertThat(row(id).procedure()).isEqualTo(Procedure.REVIEWED);
        assertThat(decide(city, review, "no", "改口", null)).as("decided once").hasStatus(404);
        MvcTestResult own = mvc.post()
                .uri("/petitions/" + code.digits())
                .param("query", "查询码1")
                .exchange();
        assertThat(own).bodyText().contains("市水务局", "维持原答复", "计费符合规定", "附件 1：PDF 文件", "复查复核机关附上了决定书");
        UUID file = attachments.decided(id).getFirst().documents().getFirst().id();
        assertThat(mvc.post()
                        .uri("/petitions/" + code.digits() + "/files/" + file)
                        .param("query", "查询码1"))
                .hasStatusOk()
                .headers()
                .hasValue("Content-Type", "application/pdf");
        assertThat(mvc.get()
                        .uri("/desk/petitions/" + id + "/files/" + file)
                        .with(Staff.as(staff.get(Role.SUPERVISION))))
                .hasStatusOk();

        assertThat(petitioner(code, "ask-rereview", "仍然不服")).isEqualTo(new Moving.Moved(Procedure.IN_REREVIEW));
        String rereview = "/cases/" + review(id);
        assertThat(open(province, rereview)).bodyText().contains("仍然不服", "计费符合规定");
        assertThat(decide(province, rereview, "yes", "维持复查决定", null)).hasStatusOk();
        assertThat(row(id).procedure()).isEqualTo(Procedure.TERMINATED);
        assertThat(say(code, PetitionOutcome.NOT_SOLVED)).isInstanceOf(Moving.Moved.class);
        assertThatThrownBy(() ->
                        sql.sql("UPDATE petition.review SET upheld = false").update())
                .hasStackTraceContaining("stays as it is");
    }

    @Test
    void a_quashed_answer_goes_back_to_the_unit_and_a_hearing_is_not_counted() {
        Access city = added(ReviewBody.Kind.REVIEW, "市水务局", "");
        UUID id = inReview();
        String review = "/cases/" + review(id);
        assertThat(clock(city, review, "pause", "hearing", "双方对事实有争议")).hasStatusOk();
        clock.pass(Duration.ofDays(40));
        clocks.sweep();
        assertThat(sql.sql("SELECT escalated_on FROM petition.petition")
                        .query(LocalDate.class)
                        .optional())
                .as("nothing is overdue while it stands still")
                .isEmpty();
        assertThat(clock(city, review, "resume", "", "听证结束")).hasStatusOk();
        // 13 November and the 40 days of the hearing
        assertThat(row(id).dueOn()).isEqualTo(LocalDate.of(2026, 12, 23));
        assertThat(clock(city, review, "uphold-review", "", "绕过决定书")).hasStatus(422);
        assertThat(decide(city, review, "no", "没有查明用量", null)).hasStatusOk();
        assertThat(row(id).procedure()).isEqualTo(Procedure.IN_HAND);
        assertThat(row(id).clock()).isEqualTo("petition.answer");
    }

    @Test
    void a_body_that_is_late_is_found_after_days_without_a_server() {
        Access city = added(ReviewBody.Kind.REVIEW, "市水务局", "");
        UUID id = inReview();
        clock.pass(Duration.ofDays(30));
        clocks.sweep();
        assertThat(bodies.all().getFirst().overdue()).as("on the last day").isZero();
        clock.pass(Duration.ofDays(4));
        clocks.sweep();
        assertThat(bodies.all().getFirst().overdue()).isEqualTo(1);
        assertThat(day("escalated_on", id)).isEqualTo(today());
        assertThat(decide(city, "/cases/" + review(id), "yes", "迟到的决定", null)).hasStatusOk();
        assertThat(bodies.all().getFirst().open()).isZero();
    }

    @Test
    void a_body_opens_the_attachments_of_its_cases_and_the_petitioner_sees_that_it_did() throws Exception {
        Access city = added(ReviewBody.Kind.REVIEW, "市水务局", "");
        Access province = added(ReviewBody.Kind.REREVIEW, "省水利厅", "");
        UUID id = inReview();
        Code code = new Code(row(id).number());
        var photograph = new MockMultipartFile("files", "a.jpg", "image/jpeg", Made.photograph(1));
        assertThat(attachments.addOwn(tracking.signatory(code, "查询码1").orElseThrow(), List.of(photograph)))
                .isEmpty();
        additions.add(tracking.signatory(code, "查询码1").orElseThrow(), UUID.randomUUID(), "照片是九月拍的");
        UUID file = attachments.kept(row(id).owner()).getFirst().id();
        String review = "/cases/" + review(id);
        assertThat(open(city, review)).bodyText().contains("附件 1：图片（JPG）", "照片是九月拍的");
        assertThat(open(city, review + "/files/" + file))
                .hasStatusOk()
                .headers()
                .hasValue("Content-Type", "image/jpeg")
                .hasValue("Content-Security-Policy", "default-src 'none'; sandbox")
                .hasHeaderSatisfying(
                        "Content-Disposition",
                        values -> assertThat(values).singleElement().asString().startsWith("attachment"));
        assertThat(open(new Access(city.number(), "错的"), review + "/files/" + file))
                .hasStatus(403);
        assertThat(open(province, review + "/files/" + file)).as("another body").hasStatus(404);
        assertThat(open(city, review + "/files/" + UUID.randomUUID())).hasStatus(404);
        assertThat(tracking.open(code, "查询码1").orElseThrow().looks())
                .extracting(look -> look.role() + " " + look.purpose())
                .containsExactly("REVIEW_BODY attachment");
        assertThat(decide(city, review, "yes", "计费符合规定", null)).hasStatusOk();
        assertThat(open(city, review + "/files/" + file)).as("decided").hasStatus(404);
    }

    @Test
    void a_body_with_a_mailbox_is_told_of_what_comes_of_its_days_and_of_what_is_added() {
        added(ReviewBody.Kind.REVIEW, "市水务局", "");
        ReviewBody body = bodies.all().getFirst();
        assertThat(bodies.reach(body.id(), "不是邮箱")).isFalse();
        assertThat(bodies.reach(body.id(), "fucha@example.org")).isTrue();
        UUID id = inReview();
        LocalDate due = row(id).dueOn();
        additions.add(
                tracking.signatory(new Code(row(id).number()), "查询码1").orElseThrow(), UUID.randomUUID(), "还有一张收据");
        clock.pass(Duration.ofDays(java.time.temporal.ChronoUnit.DAYS.between(today(), due.minusDays(3))));
        clocks.sweep();
        clock.pass(Duration.ofDays(7));
        clocks.sweep();
        clocks.sweep();
        assertThat(sql.sql("""
                        SELECT replace(template, 'petition.telling.', '') || ' ' || addressee_kind || ' ' || path || ' ' || number || ' ' || coalesce(day::text, '')
                          FROM message.message WHERE template LIKE 'petition.telling.review%' OR template LIKE '%due' ORDER BY id""").query(String.class).list())
                .as("each once, to the body and not to the unit, and the petition's number nowhere")
                .containsExactly(
                        "review office /reviews/" + body.number().digits() + "  ",
                        "review-news office /reviews/" + body.number().digits() + "  ",
                        "review-due office /reviews/" + body.number().digits() + "  " + due,
                        "review-overdue office /reviews/" + body.number().digits() + "  " + due);
        assertThat(addresses.open(body.id(), UUID.randomUUID())).isPresent();
        bodies.use(body.id(), false);
        assertThat(addresses.open(body.id(), UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_wrong_code_an_unknown_number_and_a_body_not_in_use_say_the_same_and_guesses_run_out() {
        Access city = added(ReviewBody.Kind.REVIEW, "市水务局", "");
        ReviewBody body = bodies.all().getFirst();
        String known = page("/reviews/" + city.number().digits(), "错的访问码");
        String unknown = page("/reviews/" + Code.of(7).digits(), "错的访问码");
        assertThat(unknown.replace(Code.of(7).digits(), city.number().digits())).isEqualTo(known);
        assertThat(known).contains("对不上").doesNotContain("市水务局");
        bodies.use(body.id(), false);
        assertThat(open(city, "")).hasStatus(403);
        bodies.use(body.id(), true);
        Access renewed = bodies.renew(body.id());
        assertThat(open(city, "")).as("the code before").hasStatus(403);
        assertThat(open(renewed, "")).hasStatusOk();
        assertThat(open(
                        new Access(
                                renewed.number(),
                                renewed.code().replace("-", " ").toUpperCase(java.util.Locale.ROOT)),
                        ""))
                .as("as somebody reads it aloud")
                .hasStatusOk();
        for (int guess = 4; guess < 30; guess++) // four were wrong before
        page("/reviews/" + city.number().digits(), "猜" + guess);
        assertThat(open(renewed, "")).hasStatus(429);
        assertThat(sql.sql("SELECT string_agg(to_jsonb(b)::text, '') FROM petition.review_body b")
                        .query(String.class)
                        .single())
                .doesNotContain(renewed.code());
    }

    @Test
    void a_unit_never_reviews_its_own_answer_nor_one_of_a_petition_that_is_about_it() {
        assertThat(bodies.add(described(ReviewBody.Kind.REVIEW, "自己", "SW", List.of("SW"))))
                .isEqualTo(new Adding.Refused("own", "petition.body.itself"));
        added(ReviewBody.Kind.REVIEW, "水务局复查组", "SW");
        UUID id = inReview();
        assertThat(attachments.decided(id))
                .as("SW answered, and cannot be the body")
                .isEmpty();
        assertThat(life.move(id, wish(id, "uphold-review", "维持"), new Actor("SUPERVISION", null, "SW", null)))
                .as("nor does anybody of it decide")
                .isEqualTo(new Moving.Refused("", "petition.refused.recused"));
        assertThat(by(Role.SUPERVISION, id, "uphold-review", "维持")).isEqualTo(new Moving.Moved(Procedure.REVIEWED));

        added(ReviewBody.Kind.REVIEW, "公安局法制科", "GA");
        Receipt about = intake.register(petition(PetitionClass.APPEAL, "GA", "反映公安局", 1), Actor.PETITIONER);
        answered(about.petition(), "petition");
        petitioner(about.codes().getFirst(), "ask-review", "不服");
        assertThat(attachments.decided(about.petition())).as("complained of").isEmpty();
    }

    @Test
    void a_unit_with_a_body_of_its_own_goes_there_and_all_others_to_the_one_for_all() {
        added(ReviewBody.Kind.REVIEW, "县政府", "");
        assertThat(bodies.add(described(ReviewBody.Kind.REVIEW, "市水务局", "", List.of("SW"))))
                .isInstanceOf(Adding.Added.class);
        assertThat(attachments.decided(inReview()).getFirst().review().nameZh()).isEqualTo("市水务局");
    }

    @Test
    void the_intake_office_keeps_the_list_and_sees_each_code_once() {
        MvcTestResult made = mvc.post()
                .uri("/desk/review-bodies")
                .param("kind", "REVIEW")
                .param("nameZh", "市信访局")
                .param("nameEn", "City petition office")
                .param("office", "0830-1234567")
                .param("reviewed", "SW")
                .with(Staff.as(staff.get(Role.INTAKE)))
                .with(csrf())
                .exchange();
        assertThat(made).hasStatusOk().bodyText().contains("只显示这一次", "水务局");
        assertThat(mvc.get().uri("/desk/review-bodies").with(Staff.as(staff.get(Role.ADMINISTRATOR))))
                .bodyText()
                .contains("市信访局")
                .doesNotContain("只显示这一次");
        assertThat(mvc.post()
                        .uri("/desk/review-bodies")
                        .param("nameZh", "没有级别")
                        .with(Staff.as(staff.get(Role.INTAKE)))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("请选复查或者复核", "没有级别");
        assertThat(mvc.get().uri("/desk/review-bodies").with(Staff.as(staff.get(Role.UNIT_HEAD))))
                .hasStatus(403);
        UUID id = bodies.all().getFirst().id();
        assertThat(mvc.post()
                        .uri("/desk/review-bodies/" + id + "/email")
                        .param("email", "市信访局")
                        .with(Staff.as(staff.get(Role.INTAKE)))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("请填一个完整的邮箱");
        assertThat(mvc.post()
                        .uri("/desk/review-bodies/" + id + "/email")
                        .param("email", "fucha@example.org")
                        .with(Staff.as(staff.get(Role.INTAKE)))
                        .with(csrf()))
                .hasStatus(302);
        assertThat(bodies.all().getFirst().email()).isEqualTo("fucha@example.org");
        assertThatThrownBy(() -> bodies.renew(UUID.randomUUID())).isInstanceOf(NotFound.class);
    }

    private static Described described(ReviewBody.Kind kind, String name, String own, List<String> reviewed) {
        return new Described(kind, name, "Body", "0830-1234567", "", own, reviewed);
    }

    private Access added(ReviewBody.Kind kind, String name, String own) {
        Adding adding = bodies.add(described(kind, name, own, List.of()));
        assertThat(adding).isInstanceOf(Adding.Added.class);
        return ((Adding.Added) adding).access();
    }

    private UUID inReview() {
        Receipt receipt = intake.register(petition(PetitionClass.APPEAL, null, "水费", 1), Actor.PETITIONER);
        answered(receipt.petition(), "petition");
        assertThat(petitioner(receipt.codes().getFirst(), "ask-review", "不服"))
                .isEqualTo(new Moving.Moved(Procedure.IN_REVIEW));
        return receipt.petition();
    }

    private UUID review(UUID petition) {
        return attachments.decided(petition).getLast().review().id();
    }

    private MvcTestResult open(Access access, String path) {
        return mvc.post()
                .uri("/reviews/" + access.number().digits() + path)
                .param("access", access.code())
                .exchange();
    }

    private String page(String address, String access) {
        MvcTestResult page = mvc.post().uri(address).param("access", access).exchange();
        assertThat(page).hasStatus(403);
        return new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private MvcTestResult decide(
            Access access,
            String path,
            String upheld,
            String words,
            byte @org.jspecify.annotations.Nullable [] document) {
        var post = mvc.post()
                .uri("/reviews/" + access.number().digits() + path + "/files")
                .multipart();
        if (document != null) post.file(new MockMultipartFile("files", "决定.pdf", "application/pdf", document));
        return post.param("access", access.code())
                .param("seen", String.valueOf(version()))
                .param("upheld", upheld)
                .param("words", words)
                .exchange();
    }

    private MvcTestResult clock(Access access, String path, String move, String ground, String reason) {
        return mvc.post()
                .uri("/reviews/" + access.number().digits() + path + "/moves")
                .param("access", access.code())
                .param("seen", String.valueOf(version()))
                .param("move", move)
                .param("ground", ground)
                .param("reason", reason)
                .exchange();
    }

    private long version() {
        return sql.sql("SELECT version FROM petition.petition")
                .query(Long.class)
                .single();
    }
}
