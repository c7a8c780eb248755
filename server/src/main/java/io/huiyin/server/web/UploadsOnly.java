package io.huiyin.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Files are read only where an address ends in {@code /files}; any other form is small and plain. A form with files elsewhere is
 * refused before anything of it is read, which the limits for files would otherwise let in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadsOnly extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean files = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        if (files && !request.getRequestURI().endsWith("/files"))
            response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
        else chain.doFilter(request, response);
    }
}
