package io.huiyin.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CountyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 14);

    private static County county(double scale) {
        return new County(new Wish(County.SEED, TODAY, scale, CountyTest::worked));
    }

    private static boolean worked(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    @Test
    void the_whole_county_has_36_departments_39_townships_and_about_120000_matters() {
        County county = county(1);
        assertThat(county.offices())
                .filteredOn(office -> office.kind().equals("department"))
                .hasSize(36);
        assertThat(county.offices())
                .filteredOn(office -> office.kind().equals("township"))
                .hasSize(39);
        assertThat(county.matters().count()).isBetween(118_000L, 122_000L);
    }

    @Test
    void the_same_seed_and_day_make_the_same_county() {
        List<Handled> once = county(0.05).matters().toList();
        assertThat(county(0.05).matters().toList()).isEqualTo(once);
        assertThat(once).hasSizeBetween(5_400, 6_600);
        assertThat(county(0.05).letters().toList())
                .isEqualTo(county(0.05).letters().toList());
    }

    @Test
    void every_matter_has_a_number_of_its_own_and_lies_before_the_demo_s_day() {
        Set<String> numbers = new HashSet<>();
        county(0.05).matters().forEach(matter -> {
            assertThat(numbers.add(matter.number())).isTrue();
            assertThat(worked(Wish.day(matter.openedAt()))).isTrue();
            if (matter.closedAt() != null)
                assertThat(matter.closedAt())
                        .isAfterOrEqualTo(matter.openedAt())
                        .isBefore(Wish.at(TODAY, 0));
        });
    }

    @Test
    void nobody_holds_two_posts() {
        List<String> officials = county(1).offices().stream()
                .flatMap(office -> office.sections().stream())
                .flatMap(section -> section.posts().stream())
                .flatMap(post -> post.holdings().stream())
                .map(Office.Holding::official)
                .toList();
        assertThat(officials).doesNotHaveDuplicates().hasSizeGreaterThan(700);
    }

    @Test
    void nearly_every_tap_at_a_counter_is_a_five_and_own_ratings_are_mixed() {
        County county = county(0.2);
        List<Vote> votes = county.matters()
                .flatMap(matter -> county.votes(matter).stream())
                .toList();
        List<Vote> taps =
                votes.stream().filter(vote -> vote.channel().equals("counter")).toList();
        List<Vote> own =
                votes.stream().filter(vote -> vote.channel().equals("own")).toList();
        assertThat(share(taps, 5)).isGreaterThan(0.96);
        assertThat(share(own, 5)).isBetween(0.2, 0.5);
        assertThat(taps.size()).isGreaterThan(5 * own.size());
    }

    @Test
    void two_outcomes_in_a_hundred_are_refusals_and_most_matters_are_done() {
        var outcomes = county(0.2)
                .matters()
                .filter(Handled::closed)
                .collect(Collectors.groupingBy(Handled::outcome, Collectors.counting()));
        long closed = outcomes.values().stream().mapToLong(Long::longValue).sum();
        assertThat(outcomes.get("done") / (double) closed).isBetween(0.85, 0.96);
        assertThat(outcomes).containsKeys("refused", "returned", "withdrawn", "given-up");
    }

    private static double share(List<Vote> votes, int level) {
        return votes.stream().filter(vote -> vote.answer().overall() == level).count() / (double) votes.size();
    }
}
