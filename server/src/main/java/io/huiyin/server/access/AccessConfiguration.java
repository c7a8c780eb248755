package io.huiyin.server.access;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import io.huiyin.server.access.RouteTable.Route;
import io.huiyin.server.identity.Role;
import io.huiyin.server.web.PathStart;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Deny by default: only what the route table allows, under a strict content security policy. */
@Configuration
class AccessConfiguration {

    /** No inline script or style, nothing from elsewhere. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** A page never needs to know where somebody is, or to see or hear them. */
    static final String PERMISSIONS_POLICY =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(),"
                    + " midi=(), payment=(), publickey-credentials-get=(), usb=()";

    @Bean
    SecurityFilterChain security(HttpSecurity http, SecurityContextRepository sessions, CsrfTokenRepository forms)
            throws Exception {
        http.authorizeHttpRequests(routes -> {
            routes.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
            for (Route route : RouteTable.read()) {
                var matched = routes.requestMatchers(matchers(route));
                if (route.open()) matched.permitAll();
                else
                    matched.hasAnyAuthority(
                            route.roles().stream().map(Role::name).toArray(String[]::new));
            }
            routes.anyRequest().denyAll();
        });
        Refusals refusals = new Refusals();
        http.exceptionHandling(
                refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
        http.securityContext(context -> context.securityContextRepository(sessions));
        http.headers(AccessConfiguration::headers);
        http.csrf(csrf -> csrf.csrfTokenRepository(forms)
                .ignoringRequestMatchers("/rate/**", "/petitions/**", "/reviews/**", "/receptions/**"));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        return http.build();
    }

    /** Whoever may read a page may also ask for its headers only. */
    private static RequestMatcher[] matchers(Route route) {
        HttpMethod method = HttpMethod.valueOf(route.method());
        RequestMatcher asked = matcher(method, route.pattern());
        if (method != HttpMethod.GET) return new RequestMatcher[] {asked};
        return new RequestMatcher[] {asked, matcher(HttpMethod.HEAD, route.pattern())};
    }

    private static RequestMatcher matcher(HttpMethod method, String pattern) {
        PathStart start = PathStart.of(pattern);
        RequestMatcher exact = withDefaults().matcher(method, pattern);
        return request -> start.fits(request) && exact.matches(request);
    }

    /** Beside the framework's own: no-store, nosniff, no frames, and over https strict transport security. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY));
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY));
        headers.crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
        headers.crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
