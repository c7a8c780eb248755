package io.huiyin.server.web;

import io.huiyin.server.sql.StaleRow;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Every error as a page that says what happened and what to do next; never a stack trace. */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);
    private static final SecureRandom random = new SecureRandom();

    /** PostgreSQL's word for a character that no text may hold (U+0000). */
    private static final String UNTRANSLATABLE = "22021";

    @ExceptionHandler
    ModelAndView notFound(NotFound absent) {
        return page(Fault.of(404));
    }

    @ExceptionHandler
    ModelAndView denied(Denied denied) {
        return page(new Fault(403, denied.getMessage(), null));
    }

    @ExceptionHandler
    ModelAndView stale(StaleRow stale) {
        return page(Fault.of(409));
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    ModelAndView busy(Exception busy, HttpServletResponse response) {
        log.warn("the database did not answer: {}", busy.getClass().getSimpleName());
        response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        return page(Fault.of(503));
    }

    /** What Spring refuses itself (no such page, method, parameter) carries its status; the rest is a fault of ours. */
    @ExceptionHandler
    @Nullable
    ModelAndView other(Exception fault, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (fault instanceof AccessDeniedException || response.isCommitted()) throw fault;
        if (fault instanceof ErrorResponse refused) {
            refused.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            return page(Fault.of(refused.getStatusCode().value()));
        }
        // a form that is larger than the server reads, or not a form at all
        if (fault instanceof InvalidParameterException form) return page(Fault.of(form.getErrorCode()));
        if (unreadable(fault)) return page(Fault.of(400));
        return page(ours(fault, request));
    }

    /** What never reached a page of ours: refused by the route table, too large, not HTTP. */
    @RequestMapping("/error")
    ModelAndView container(HttpServletRequest request) {
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status))
            return page(Fault.of(404));
        Object fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (status >= 500 && fault instanceof Throwable thrown) return page(ours(thrown, request));
        return page(new Fault(status, status == 403 ? Denied.told(request) : null, null));
    }

    private static boolean unreadable(Throwable fault) {
        if (fault instanceof TypeMismatchException || fault instanceof HttpMessageNotReadableException) return true;
        for (Throwable cause = fault; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException sql && UNTRANSLATABLE.equals(sql.getSQLState())) return true;
        return false;
    }

    /** Logged under a number that the page shows; the route, not the address, which may hold a code. */
    private static Fault ours(Throwable fault, HttpServletRequest request) {
        byte[] number = new byte[4];
        random.nextBytes(number);
        String reference = HexFormat.of().formatHex(number);
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        log.error("fault {} at {} {}", reference, request.getMethod(), route, fault);
        return new Fault(500, null, reference);
    }

    private static ModelAndView page(Fault fault) {
        return new ModelAndView("web/error", Map.of("fault", fault), HttpStatusCode.valueOf(fault.status()));
    }
}
