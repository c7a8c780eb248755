package io.huiyin.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The framework's search for a page's method tries every route in turn; this one looks exactly only where the start fits. */
@Component
class StartedMapping implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Mapping();
    }

    private static final class Mapping extends RequestMappingHandlerMapping {

        private final Map<RequestMappingInfo, List<PathStart>> starts = new ConcurrentHashMap<>();

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
            for (PathStart start : starts.computeIfAbsent(info, Mapping::starts))
                if (start.fits(request)) return super.getMatchingMapping(info, request);
            return null;
        }

        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
                throws Exception {
            return super.lookupHandlerMethod(path, new Asked(request));
        }

        private static List<PathStart> starts(RequestMappingInfo info) {
            return info.getPatternValues().stream().map(PathStart::of).toList();
        }
    }

    /** A request that knows its method and address by itself: each route asks for them, and some filters lie around the request. */
    private static final class Asked extends HttpServletRequestWrapper {

        private final String method;
        private final String address;

        private Asked(HttpServletRequest request) {
            super(request);
            method = request.getMethod();
            address = request.getRequestURI();
        }

        @Override
        public String getMethod() {
            return method;
        }

        @Override
        public String getRequestURI() {
            return address;
        }
    }
}
