package io.huiyin.server.petition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SoughtTest {

    @Test
    void han_characters_are_sought_in_pairs_and_words_by_their_beginning() {
        assertThat(Sought.of("路灯").query()).isEqualTo("'路灯'");
        assertThat(Sought.of("三号路口").query()).isEqualTo("'三号' & '号路' & '路口'");
        assertThat(Sought.of("灯").query()).isEqualTo("'灯':*");
        assertThat(Sought.of("Street LIGHT").query()).isEqualTo("'street':* & 'light':*");
        assertThat(Sought.of("5G基站，路灯").query()).isEqualTo("'5g':* & '基站' & '路灯'");
    }

    @Test
    void full_width_and_case_make_no_difference() {
        assertThat(Sought.of("ＡＢ１２")).isEqualTo(Sought.of("ab12"));
    }

    @Test
    void only_longer_terms_are_read_again_in_the_text() {
        assertThat(Sought.of("路灯 三号路口 灯 light").phrases()).containsExactly("三号路口");
    }

    @Test
    void what_holds_no_word_seeks_nothing() {
        assertThat(Sought.of(" '':* & | ! \\ ，。").isEmpty()).isTrue();
        assertThat(Sought.of("").isEmpty()).isTrue();
    }
}
