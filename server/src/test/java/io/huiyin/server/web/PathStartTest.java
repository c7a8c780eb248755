package io.huiyin.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class PathStartTest {

    @Test
    void only_what_cannot_match_is_left_out() {
        PathStart start = PathStart.of("/desk/petitions/{id}/moves");
        assertThat(fits(start, "/desk/petitions/1/moves")).isTrue();
        assertThat(fits(start, "/desk/petitions/1/answer")).isTrue();
        assertThat(fits(start, "/desk/matters/1")).isFalse();
        assertThat(fits(start, "/")).isFalse();
    }

    @Test
    void an_address_with_escapes_gets_the_exact_look() {
        PathStart start = PathStart.of("/desk/petitions");
        assertThat(fits(start, "/%64esk/petitions")).isTrue();
        assertThat(fits(start, "/desk;x=1/petitions")).isTrue();
    }

    private static boolean fits(PathStart start, String path) {
        return start.fits(new MockHttpServletRequest("GET", path));
    }
}
