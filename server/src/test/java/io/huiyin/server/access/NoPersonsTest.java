package io.huiyin.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.SmallCounty;
import io.huiyin.server.Staff;
import io.huiyin.server.TestClock;
import io.huiyin.server.access.RouteTable.Route;
import io.huiyin.server.assessment.CycleOpening;
import io.huiyin.server.assessment.Cycles;
import io.huiyin.server.assessment.Publishing;
import io.huiyin.server.calendar.Quarter;
import io.huiyin.server.identity.Role;
import io.huiyin.server.spotcheck.DrawWish;
import io.huiyin.server.spotcheck.Drawing;
import io.huiyin.server.spotcheck.Draws;
import io.huiyin.server.spotcheck.Frames;
import io.huiyin.server.spotcheck.Freezing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** There is no list, score, search, count or export of petitioners and raters as persons (DESIGN section 6, rule 10). */
@HuiyinTest
class NoPersonsTest {

    private static final Pattern PERSON = Pattern.compile(
            "(?i)person|people|resident|recipient|petitioner|complainant|rater|contact|phone|mobile|name_of|identity");

    /** One call, order, petition or booked reception, opened with a purpose; nobody can ask for more than that one. */
    private static final Set<String> ONE_WITH_A_TRACE = Set.of(
            "/desk/rectifications/{id}/contact", "/desk/petitions/{id}/contact", "/desk/receptions/{id}/contact");

    /** {@code person} is the official in charge in the columns of ./huiyin assess; {@code contact} says whether there is one. */
    private static final Set<String> NOT_OF_RESIDENTS = Set.of("person", "contact");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    Frames frames;

    @Autowired
    Draws draws;

    @Autowired
    Cycles cycles;

    @Autowired
    TestClock.Settable clock;

    @Test
    void no_address_asks_for_persons() {
        assertThat(RouteTable.read().stream()
                        .map(Route::pattern)
                        .filter(pattern -> PERSON.matcher(pattern).find() && !ONE_WITH_A_TRACE.contains(pattern))
                        .toList())
                .isEmpty();
    }

    @Test
    void no_page_takes_a_person_to_search_or_filter_by() {
        List<String> wrong = new ArrayList<>();
        for (var mapping : mappings)
            for (HandlerMethod handler : mapping.getHandlerMethods().values())
                Arrays.stream(handler.getMethodParameters())
                        .map(parameter -> parameter.getParameter().getName())
                        .filter(name -> PERSON.matcher(name).find())
                        .forEach(name -> wrong.add(handler + " takes " + name));
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_export_carries_a_person_or_a_contact() throws Exception {
        try (SmallCounty county = SmallCounty.empty()) {
            Quarter quarter = Quarter.parse("2026Q3");
            county.unit("U1", "民政局", "department").matters("U1", "complex", quarter, 30, 3);
            UUID draw = drawn(quarter);
            List<String> persons = county.sql
                    .sql(
                            "SELECT id::text FROM identity.person UNION SELECT encode(blind_key, 'hex') FROM identity.person")
                    .query(String.class)
                    .list();
            List<String> matters = county.sql
                    .sql("SELECT id::text FROM matter.matter UNION SELECT matter_no FROM matter.matter")
                    .query(String.class)
                    .list();
            for (Route route : exports()) {
                String file = file(route, draw);
                String header = file.lines().findFirst().orElseThrow();
                assertThat(Arrays.stream(header.split(","))
                                .filter(column -> PERSON.matcher(column).find() && !NOT_OF_RESIDENTS.contains(column))
                                .toList())
                        .as(route.pattern())
                        .isEmpty();
                assertThat(persons).as(route.pattern()).noneMatch(file::contains);
                assertThat(matters).as(route.pattern()).noneMatch(file::contains);
            }
        }
    }

    private static List<Route> exports() {
        List<Route> exports = RouteTable.read().stream()
                .filter(route -> route.pattern().endsWith(".csv"))
                .toList();
        assertThat(exports).hasSizeGreaterThanOrEqualTo(5);
        return exports;
    }

    /** Frozen, drawn and, without a single interview, published. */
    private UUID drawn(Quarter quarter) {
        var frozen = (Freezing.Frozen) frames.freezeAsOf(quarter, clock.instant());
        var done = (Drawing.Done)
                draws.drawAsOf(frozen.frame(), "31415926535897932384", new DrawWish(10, 2), clock.instant());
        assertThat(cycles.openUnsigned(quarter, quarter)).isInstanceOf(CycleOpening.Opened.class);
        assertThat(cycles.publishUnsigned("2026Q3-2026Q3")).isInstanceOf(Publishing.Published.class);
        return done.draw();
    }

    private String file(Route route, UUID draw) throws Exception {
        Role role = route.open() ? Role.AUDITOR : route.roles().iterator().next();
        String path = route.pattern()
                .replace("{id}", draw.toString())
                .replace("{code}", "2026Q3-2026Q3")
                .replace("{cycle}", "2026Q3-2026Q3");
        var answer = mvc.perform(get(path).with(Staff.as(Staff.somebody(role, null))));
        assertThat(answer).as(path).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }
}
