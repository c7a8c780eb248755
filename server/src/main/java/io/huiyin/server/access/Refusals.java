package io.huiyin.server.access;

import io.huiyin.server.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * What is answered to those who may not: on the desk, whoever has not signed in is led to the sign-in and back; whoever has is
 * told so (403). Outside the desk there is nothing for which signing in would help: not found.
 */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String DESK = "/desk";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        refuse(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        refuse(request, response);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean desk =
                request.getRequestURI().equals(DESK) || request.getRequestURI().startsWith(DESK + "/");
        if (!desk) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else if (signedIn()) response.sendError(HttpServletResponse.SC_FORBIDDEN);
        else response.sendRedirect(signIn(request));
    }

    private static boolean signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn;
    }

    /** A form that came too late cannot be repeated: its sender starts again at the desk. */
    private static String signIn(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) return "/desk/sign-in";
        String query = request.getQueryString();
        String wanted = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        return "/desk/sign-in?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }
}
