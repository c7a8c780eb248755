package io.huiyin.server.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.SmallCounty;
import io.huiyin.server.calendar.Quarter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HuiyinTest
class HomePagesTest {

    @Autowired
    MockMvc pages;

    @Autowired
    CountyFigures figures;

    @Test
    void a_county_without_anything_has_a_home_that_claims_nothing() throws Exception {
        assertThat(page("/"))
                .contains("href=\"/rate\"", "href=\"/results\"")
                .doesNotContain("回访", "<svg class=\"spark");
        assertThat(figures.now().heard()).isNull();
    }

    @Test
    void what_was_closed_last_quarter_is_not_counted_as_this_quarter() throws Exception {
        try (SmallCounty county = SmallCounty.empty()) {
            county.unit("A", "民政局", "department").matters("A", "on-the-spot", new Quarter(2026, 3), 40);
            assertThat(figures.now().handled().now()).isZero();
            assertThat(figures.now().handled().months().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(40);
        }
    }

    @Test
    void why_you_can_believe_this_is_told_in_both_languages() throws Exception {
        assertThat(page("/about")).contains("凭什么相信这些结果");
        String english = pages.perform(get("/about").header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(english).contains("Why you can believe this", "<html lang=\"en\"");
    }

    private String page(String address) throws Exception {
        return pages.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
