package io.huiyin.server.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.access.DeskWork;
import io.huiyin.server.access.DeskWork.Queue;
import io.huiyin.server.access.RouteTable;
import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.pattern.PathPatternParser;

@HuiyinTest
class DeskTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    List<DeskWork> modules;

    private Map<Role, SignedIn> staff = Map.of();

    @BeforeEach
    void one_account_of_each_role() {
        staff = Staff.everyRole(accounts, "U1");
    }

    @Test
    void each_role_gets_its_own_page_in_both_languages() {
        staff.forEach((role, by) -> {
            assertThat(page("/desk", by, "zh-CN"))
                    .as(role.name())
                    .hasStatusOk()
                    .bodyText()
                    .contains("工作台", "各单位结果");
            assertThat(page("/desk", by, "en"))
                    .as(role.name())
                    .hasStatusOk()
                    .bodyText()
                    .contains("Desk", "Results of all units");
        });
    }

    /** An address in a queue is a route that the table opens to the role it is shown to. */
    @Test
    void no_queue_leads_to_a_page_that_its_reader_may_not_see() {
        List<String> wrong = new ArrayList<>();
        staff.forEach((role, by) -> {
            for (DeskWork module : modules)
                for (Queue queue : module.queues(by)) if (!open(queue, role)) wrong.add(role + " " + queue.address());
        });
        assertThat(wrong).isEmpty();
    }

    private static boolean open(Queue queue, Role role) {
        String path = queue.address().replaceFirst("\\?.*", "");
        return RouteTable.read().stream()
                .filter(route -> route.method().equals("GET")
                        && PathPatternParser.defaultInstance
                                .parse(route.pattern())
                                .matches(PathContainer.parsePath(path)))
                .anyMatch(route -> route.open() || route.roles().contains(role));
    }

    @Test
    void values_show_their_source_and_first_day_and_the_days_off_of_a_year() {
        SignedIn administrator = staff.get(Role.ADMINISTRATOR);
        assertThat(page("/desk/values", administrator, "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("petition.answer", "60 个自然日", "信访工作条例", "2022年5月1日", "2026 年节假日", "春节");
        assertThat(page("/desk/values?year=2027", administrator, "zh-CN"))
                .bodyText()
                .contains("还没有公布");
        assertThat(page("/desk/values?year=1", administrator, "en"))
                .hasStatusOk()
                .bodyText()
                .contains("2012");
    }

    @Test
    void an_import_that_never_was_says_how_to_begin() {
        assertThat(page("/desk/imports", staff.get(Role.INTAKE), "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("还没有导入过文件", "--dry-run");
    }

    private MvcTestResult page(String address, SignedIn by, String language) {
        return mvc.perform(get(address).header("Accept-Language", language).with(Staff.as(by)));
    }
}
