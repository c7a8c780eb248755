package io.huiyin.server.publication;

import io.huiyin.server.assessment.Cycle;
import io.huiyin.server.assessment.Cycles;
import io.huiyin.server.assessment.InputFile;
import io.huiyin.server.assessment.Results;
import io.huiyin.server.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 开放数据: published numbers for everybody; the inputs, which name no recipient, for the assessment office and auditors. */
@Controller
class DataPages {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Cycles cycles;
    private final Results results;
    private final InputFile inputs;

    DataPages(Cycles cycles, Results results, InputFile inputs) {
        this.cycles = cycles;
        this.results = results;
        this.inputs = inputs;
    }

    @GetMapping("/data/{code}/results.csv")
    ResponseEntity<String> results(@PathVariable String code) {
        Cycle cycle = cycles.published(code);
        return results.of(cycle)
                .map(result -> download("results-" + code + ".csv").body(ResultsFile.of(result)))
                .orElseThrow(() -> new NotFound("drawn quarter in " + code));
    }

    @GetMapping("/desk/results/{code}/frame.csv")
    void frame(@PathVariable String code, HttpServletResponse response) throws IOException {
        Cycle cycle = cycles.cycle(code);
        response.setContentType(CSV.toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("frame-" + code + ".csv"));
        inputs.write(cycle, response.getOutputStream());
    }

    private static ResponseEntity.BodyBuilder download(String name) {
        return ResponseEntity.ok().contentType(CSV).header(HttpHeaders.CONTENT_DISPOSITION, attachment(name));
    }

    private static String attachment(String name) {
        return "attachment; filename=\"" + name + "\"";
    }
}
