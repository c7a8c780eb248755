package io.huiyin.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.huiyin.server.sql.StaleRow;
import jakarta.servlet.RequestDispatcher;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class ErrorPagesTest {

    private MockMvc pages;

    @BeforeEach
    void set_up() throws Exception {
        pages = PagesBench.around(new Broken());
    }

    @Test
    void an_unknown_thing_is_a_404_that_leads_home() throws Exception {
        assertThat(body(get("/broken/absent"), 404)).contains("没有找到这一页", "href=\"/\"");
        assertThat(body(get("/nowhere"), 404)).contains("没有找到这一页");
    }

    @Test
    void a_refusal_is_a_403_that_says_who_may() throws Exception {
        assertThat(body(get("/broken/denied"), 403)).contains("这一页您不能看", "请过几分钟再试");
    }

    @Test
    void a_lost_race_is_a_409_that_leads_to_the_newest_version() throws Exception {
        assertThat(body(get("/broken/stale"), 409)).contains("别人先改了一步", "href=\"/broken/stale\"");
    }

    @Test
    void a_wrong_method_is_a_405_that_names_the_right_one() throws Exception {
        pages.perform(post("/broken/absent"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", "GET"));
    }

    @Test
    void what_cannot_be_read_is_a_400() throws Exception {
        assertThat(body(get("/broken/day/tomorrow"), 400)).contains("这个请求看不懂");
        assertThat(body(get("/broken/needs"), 400)).contains("这个请求看不懂");
        assertThat(body(get("/broken/character"), 400)).contains("这个请求看不懂");
    }

    @Test
    void a_database_that_does_not_answer_is_a_503_that_says_when_to_try_again() throws Exception {
        pages.perform(get("/broken/busy"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "10"));
    }

    @Test
    void a_fault_of_ours_is_a_500_with_a_number_and_without_its_inside() throws Exception {
        String page = body(get("/broken/fault"), 500);
        assertThat(page).containsPattern("class=\"code\">[0-9a-f]{8}<");
        assertThat(page).doesNotContain("secret detail", "IllegalState", "at io.huiyin");
    }

    @Test
    void what_the_container_refuses_looks_the_same() throws Exception {
        assertThat(body(refusedWith(413), 413)).contains("内容太长了");
        assertThat(body(refusedWith(418), 418)).contains("这个请求看不懂");
        assertThat(body(get("/error"), 404)).contains("没有找到这一页");
    }

    @Test
    void the_switches_on_an_error_page_lead_back_to_the_address_that_failed() throws Exception {
        assertThat(body(refusedWith(413).requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/somewhere"), 413))
                .contains("back=%2Fsomewhere");
    }

    @Test
    void an_error_speaks_the_readers_language() throws Exception {
        assertThat(body(get("/broken/absent").header("Accept-Language", "en-GB"), 404))
                .contains("<html lang=\"en\"", "There is no such page");
    }

    private static MockHttpServletRequestBuilder refusedWith(int status) {
        return get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status);
    }

    private String body(MockHttpServletRequestBuilder request, int status) throws Exception {
        return pages.perform(request)
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** Pages that fail in every way. */
    @RestController
    static class Broken {
        @GetMapping("/broken/absent")
        String absent() {
            throw new NotFound("matter 7");
        }

        @GetMapping("/broken/denied")
        String denied() {
            throw new Denied("web.error.429.next");
        }

        @GetMapping("/broken/stale")
        String stale() {
            throw new StaleRow(7);
        }

        @GetMapping("/broken/day/{day}")
        String day(@PathVariable LocalDate day) {
            return day.toString();
        }

        @GetMapping("/broken/needs")
        String needs(@RequestParam String something) {
            return something;
        }

        @GetMapping("/broken/character")
        String character() {
            throw new UncategorizedSQLException("insert", "INSERT", new SQLException("0x00", "22021"));
        }

        @GetMapping("/broken/busy")
        String busy() {
            throw new DataAccessResourceFailureException("no connection");
        }

        @GetMapping("/broken/fault")
        String fault() {
            throw new IllegalStateException("secret detail");
        }
    }
}
