package io.huiyin.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.huiyin.server.HuiyinTest;
import io.huiyin.server.Staff;
import io.huiyin.server.access.RouteTable.Route;
import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Walks every mapping that the framework knows, as every role and as nobody, and compares with access/routes.txt. */
@HuiyinTest
class RoutesTest {

    /** The framework's own, in no line of the table and so denied to everybody. */
    private static final Set<String> DENIED = Set.of("GET /actuator/health/**");

    private static final List<HttpMethod> ALL = List.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS,
            HttpMethod.TRACE);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    ObjectProvider<SimpleUrlHandlerMapping> files;

    @Autowired
    Accounts accounts;

    private final List<Route> table = RouteTable.read();
    private Map<Role, SignedIn> staff = Map.of();

    @BeforeEach
    void one_account_of_each_role() {
        staff = Staff.everyRole(accounts, "U1");
    }

    @Test
    void every_route_has_one_line_and_every_line_a_route() {
        Set<String> served = new TreeSet<>();
        for (var mapping : mappings)
            mapping.getHandlerMethods().forEach((route, handler) -> {
                if (!ErrorController.class.isAssignableFrom(handler.getBeanType()))
                    served.addAll(lines(route, handler));
            });
        for (var mapping : files.stream().toList())
            mapping.getUrlMap().keySet().forEach(pattern -> served.add("GET " + pattern));
        served.removeAll(DENIED);
        List<String> lines = table.stream().map(RoutesTest::line).toList();
        assertThat(lines).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(lines)).isEqualTo(served);
    }

    @Test
    void each_role_and_nobody_get_what_the_table_says() {
        List<String> wrong = new ArrayList<>();
        for (Route route : table) {
            for (Role role : roles()) {
                boolean may = route.open() || role != null && route.roles().contains(role);
                HttpMethod method = HttpMethod.valueOf(route.method());
                check(method, route, role, may, wrong);
                if (method == HttpMethod.GET) check(HttpMethod.HEAD, route, role, may, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_method_without_a_line_is_denied_to_everybody() {
        List<String> wrong = new ArrayList<>();
        Set<String> lines = new TreeSet<>(table.stream().map(RoutesTest::line).toList());
        for (Route route : table) {
            for (HttpMethod method : ALL) {
                boolean read = method == HttpMethod.HEAD && lines.contains("GET " + route.pattern());
                if (read || lines.contains(method + " " + route.pattern())) continue;
                for (Role role : roles()) check(method, route, role, false, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_is_in_no_line_is_denied_to_everybody() {
        for (String path :
                List.of("/actuator", "/actuator/health/db", "/actuator/env", "/error", "/nowhere", "/desk/nowhere"))
            for (Role role : roles())
                assertThat(denied(perform(HttpMethod.GET, path, role), path, role))
                        .as(path + " as " + role)
                        .isTrue();
    }

    private void check(HttpMethod method, Route route, @Nullable Role role, boolean may, List<String> wrong) {
        String path = madeUp(route.pattern());
        MvcTestResult result = perform(method, path, role);
        boolean asSaid = may ? reached(result) : denied(result, path, role);
        if (!asSaid)
            wrong.add(method + " " + route.pattern() + " as " + role + (may ? " is denied" : " is not denied"));
    }

    /** A handler took the request, whatever it thought of the made-up ids. */
    private static boolean reached(MvcTestResult result) {
        return result.getUnresolvedException() != null || result.getMvcResult().getHandler() != null;
    }

    /** No handler was asked: to the sign-in for nobody on the desk, 403 for others there, not found elsewhere. */
    private static boolean denied(MvcTestResult result, String path, @Nullable Role role) {
        if (reached(result)) return false;
        int status = result.getResponse().getStatus();
        if (result.getMvcResult().getRequest().getMethod().equals("TRACE")) return status >= 400;
        if (!path.equals("/desk") && !path.startsWith("/desk/")) return status == 404;
        String to = result.getResponse().getRedirectedUrl();
        return role == null ? to != null && to.startsWith("/desk/sign-in") : status == 403;
    }

    private MvcTestResult perform(HttpMethod method, String path, @Nullable Role role) {
        MockHttpServletRequestBuilder request = request(method, path);
        if (method != HttpMethod.GET) request.with(csrf());
        if (role != null) request.with(Staff.as(Objects.requireNonNull(staff.get(role))));
        return mvc.perform(request);
    }

    private static List<@Nullable Role> roles() {
        List<@Nullable Role> roles = new ArrayList<>(Arrays.asList(Role.values()));
        roles.add(null);
        return roles;
    }

    /** An address of the pattern with ids that exist nowhere. */
    private static String madeUp(String pattern) {
        return pattern.replace("/**", "/0/nothing.css")
                .replaceAll(
                        "\\{(id|matter|call|draw|frame|order|petition|account)}",
                        "00000000-0000-7000-8000-000000000000")
                .replaceAll("\\{cycle}", "2025Q4-2026Q3")
                .replaceAll("\\{quarter}", "2026Q3")
                .replaceAll("\\{[^}]*}", "U1");
    }

    private static List<String> lines(RequestMappingInfo route, HandlerMethod handler) {
        Set<String> patterns = route.getPatternValues();
        List<String> methods = route.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .toList();
        assertThat(methods).as("methods of " + handler).isNotEmpty();
        return methods.stream()
                .flatMap(method -> patterns.stream().map(pattern -> method + " " + pattern))
                .toList();
    }

    private static String line(Route route) {
        return route.method() + " " + route.pattern();
    }
}
