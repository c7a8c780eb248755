package io.huiyin.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.huiyin.server.HuiyinTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What every answer tells the browser not to do. */
@HuiyinTest
class HeadersTest {

    @Autowired
    MockMvcTester mvc;

    @Test
    void no_script_style_frame_or_form_of_others_and_no_device_is_ever_used() {
        for (String path : List.of("/", "/rate", "/results", "/desk/sign-in", "/nowhere")) {
            assertThat(mvc.perform(get(path)))
                    .as(path)
                    .headers()
                    .hasValue("Content-Security-Policy", AccessConfiguration.CONTENT_SECURITY_POLICY)
                    .hasValue("Permissions-Policy", AccessConfiguration.PERMISSIONS_POLICY)
                    .hasValue("Referrer-Policy", "same-origin")
                    .hasValue("Cross-Origin-Opener-Policy", "same-origin")
                    .hasValue("Cross-Origin-Resource-Policy", "same-origin")
                    .hasValue("X-Content-Type-Options", "nosniff")
                    .hasValue("X-Frame-Options", "DENY");
        }
        assertThat(AccessConfiguration.CONTENT_SECURITY_POLICY).doesNotContain("unsafe", "http:", "https:", "*");
    }

    @Test
    void https_is_demanded_only_over_https() {
        assertThat(mvc.perform(get("/"))).headers().doesNotContainHeader("Strict-Transport-Security");
        assertThat(mvc.perform(get("/").secure(true))).headers().containsHeader("Strict-Transport-Security");
    }

    @Test
    void what_staff_see_is_not_kept_by_the_browser_and_no_public_page_makes_a_session() {
        assertThat(mvc.perform(get("/desk/sign-in")))
                .headers()
                .hasValue("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
        for (String path : List.of("/", "/rate", "/results", "/about"))
            assertThat(mvc.perform(get(path))).as(path).headers().doesNotContainHeader("Set-Cookie");
    }
}
