package io.huiyin.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The two switches, language and text size: each is a cookie for a year, and leads back to the page it stood on. */
@Controller
class PreferencePages {

    @GetMapping("/language")
    ResponseEntity<Void> language(
            @RequestParam String to, @RequestParam(defaultValue = "/") String back, HttpServletRequest request) {
        return remember(Cookies.LANGUAGE, Languages.of(to).toLanguageTag(), back, request);
    }

    @GetMapping("/text-size")
    ResponseEntity<Void> textSize(
            @RequestParam String to, @RequestParam(defaultValue = "/") String back, HttpServletRequest request) {
        return remember(Cookies.TEXT_SIZE, to.equals("large") ? "large" : "normal", back, request);
    }

    private static ResponseEntity<Void> remember(String name, String value, String back, HttpServletRequest request) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .httpOnly(true)
                .secure(request.isSecure())
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(LocalAddress.of(back))
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .build();
    }
}
