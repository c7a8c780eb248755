package io.huiyin.server.spotcheck;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 抽签结果: seed, digest, sizes and sample of one draw, and the three files with which anybody repeats it. */
@Controller
class DrawPages {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int SHOWN = 50;

    private final Draws draws;
    private final Frames frames;
    private final Calls calls;

    DrawPages(Draws draws, Frames frames, Calls calls) {
        this.draws = draws;
        this.frames = frames;
        this.calls = calls;
    }

    @GetMapping("/desk/draws/{id}")
    String show(@PathVariable UUID id, Model model) {
        List<DrawnMatter> drawn = draws.drawn(id);
        model.addAttribute("draw", draws.draw(id));
        model.addAttribute("strata", draws.strata(id));
        model.addAttribute("sample", drawn.stream().filter(d -> !d.reserve()).count());
        model.addAttribute("first", drawn.subList(0, Math.min(SHOWN, drawn.size())));
        model.addAttribute("progress", calls.progress(id));
        return "spotcheck/draw";
    }

    @GetMapping("/desk/draws/{id}/frame.csv")
    void frame(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        DrawRecord draw = draws.draw(id);
        response.setContentType(CSV.toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("frame.csv"));
        frames.write(draw.frame(), response.getOutputStream());
    }

    @GetMapping("/desk/draws/{id}/sizes.csv")
    ResponseEntity<String> sizes(@PathVariable UUID id) {
        draws.draw(id);
        return file("sizes.csv", DrawFiles.sizes(draws.strata(id)));
    }

    @GetMapping("/desk/draws/{id}/sample.csv")
    ResponseEntity<String> sample(@PathVariable UUID id) {
        draws.draw(id);
        return file("sample.csv", DrawFiles.sample(draws.drawn(id)));
    }

    private static ResponseEntity<String> file(String name, String text) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .body(text);
    }

    private static String attachment(String name) {
        return "attachment; filename=\"" + name + "\"";
    }
}
