package io.huiyin.server.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What every address of a pattern begins with: a first look that spares most of the exact ones, as there are some hundred routes
 * and each request belongs to one. An address with escapes may be another than it looks and always gets the exact look.
 *
 * @param start the pattern up to its first variable
 */
public record PathStart(String start) {

    public static PathStart of(String pattern) {
        int variable = pattern.indexOf('{');
        return new PathStart(variable < 0 ? pattern : pattern.substring(0, variable));
    }

    /** False only where the pattern cannot match. */
    public boolean fits(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith(start) || path.indexOf('%') >= 0 || path.indexOf(';') >= 0;
    }
}
