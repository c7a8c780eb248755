package io.huiyin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CodeTest {

    @Test
    void every_single_wrong_digit_is_noticed() {
        eachOf(new Random(7), code -> {
            for (int i = 0; i < 16; i++)
                for (char wrong = '0'; wrong <= '9'; wrong++)
                    if (wrong != code.charAt(i))
                        assertThat(Code.read(code.substring(0, i) + wrong + code.substring(i + 1)))
                                .isEqualTo(new Code.Reading.Mistyped());
        });
    }

    @Test
    void any_two_digits_swapped_are_noticed() {
        eachOf(new Random(8), code -> {
            for (int i = 0; i < 16; i++)
                for (int j = i + 1; j < 16; j++)
                    if (code.charAt(i) != code.charAt(j)) {
                        char[] swapped = code.toCharArray();
                        swapped[i] = code.charAt(j);
                        swapped[j] = code.charAt(i);
                        assertThat(Code.read(new String(swapped))).isEqualTo(new Code.Reading.Mistyped());
                    }
        });
    }

    @Test
    void spaces_hyphens_and_full_width_digits_are_forgiven() {
        Code code = Code.of(12_345_678_901_234L);
        assertThat(Code.parse(code.spaced())).contains(code);
        assertThat(Code.parse(code.spaced().replace(' ', '-'))).contains(code);
        assertThat(Code.parse(code.digits().replace('1', '１'))).contains(code);
    }

    @Test
    void too_short_or_not_digits_is_told_apart_from_mistyped() {
        assertThat(Code.read("1234")).isEqualTo(new Code.Reading.WrongLength(4));
        assertThat(Code.read("")).isEqualTo(new Code.Reading.WrongLength(0));
        assertThat(Code.read("' OR 1=1 --")).isInstanceOf(Code.Reading.WrongLength.class);
    }

    @Test
    void check_digits_agree_with_the_published_example() {
        // ISO/IEC 7064, MOD 97-10: 794 has the check characters 44
        assertThat(Code.of(794).digits()).isEqualTo("0000000000079444");
    }

    private static void eachOf(Random random, java.util.function.Consumer<String> check) {
        for (int i = 0; i < 50; i++)
            check.accept(Code.of(random.nextLong(Code.RANGE)).digits());
    }
}
