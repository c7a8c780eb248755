package io.huiyin.server.access;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import io.huiyin.server.access.RouteTable.Route;
import io.huiyin.server.identity.Role;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Deny by default: only what the route table allows, under a strict content security policy. */
@Configuration
class AccessConfiguration {

    /** No inline script or style, nothing from elsewhere. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(routes -> {
            routes.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
            for (Route route : RouteTable.read()) {
                var matched = routes.requestMatchers(
                        withDefaults().matcher(HttpMethod.valueOf(route.method()), route.pattern()));
                if (route.open()) matched.permitAll();
                else
                    matched.hasAnyAuthority(
                            route.roles().stream().map(Role::name).toArray(String[]::new));
            }
            routes.anyRequest().denyAll();
        });
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY)));
        http.csrf(csrf -> csrf.ignoringRequestMatchers("/rate/**"));
        http.requestCache(cache -> cache.disable());
        return http.build();
    }
}
