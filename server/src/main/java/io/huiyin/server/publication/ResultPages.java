package io.huiyin.server.publication;

import io.huiyin.server.assessment.Cycle;
import io.huiyin.server.assessment.CycleResult;
import io.huiyin.server.assessment.Cycles;
import io.huiyin.server.assessment.Details;
import io.huiyin.server.assessment.Results;
import io.huiyin.server.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 结果公布: published results for everybody; the assessment office and auditors see a cycle before. */
@Controller
class ResultPages {

    private final Cycles cycles;
    private final Results results;
    private final Details details;

    ResultPages(Cycles cycles, Results results, Details details) {
        this.cycles = cycles;
        this.results = results;
        this.details = details;
    }

    @GetMapping("/results")
    String list(Model model) {
        model.addAttribute("cycles", cycles.published());
        return "publication/list";
    }

    @GetMapping("/results/{cycle}")
    String published(@PathVariable String cycle, Order order, Model model) {
        return show(
                cycles.published(cycle),
                order,
                model.addAttribute("base", "/results/" + cycle).addAttribute("desk", false));
    }

    @GetMapping("/desk/results/{cycle}")
    String preview(@PathVariable String cycle, Order order, Model model) {
        return show(
                cycles.cycle(cycle),
                order,
                model.addAttribute("base", "/desk/results/" + cycle).addAttribute("desk", true));
    }

    @GetMapping("/results/{cycle}/{unit}")
    String publishedUnit(@PathVariable String cycle, @PathVariable String unit, Model model) {
        return show(
                cycles.published(cycle),
                unit,
                model.addAttribute("base", "/results/" + cycle).addAttribute("desk", false));
    }

    @GetMapping("/desk/results/{cycle}/{unit}")
    String previewUnit(@PathVariable String cycle, @PathVariable String unit, Model model) {
        return show(
                cycles.cycle(cycle),
                unit,
                model.addAttribute("base", "/desk/results/" + cycle).addAttribute("desk", true));
    }

    /** In which order an address asks for the table; the score, highest first, unless it says otherwise. */
    record Order(
            @org.jspecify.annotations.Nullable String sort,
            @org.jspecify.annotations.Nullable String dir) {
        boolean descending() {
            return !"asc".equals(dir);
        }
    }

    private String show(Cycle cycle, Order order, Model model) {
        CycleResult result = result(cycle);
        SortColumn sort = SortColumn.of(order.sort() == null ? "" : order.sort());
        model.addAttribute("result", result);
        model.addAttribute("sort", sort);
        model.addAttribute("descending", order.descending());
        model.addAttribute("kinds", KindView.of(result, sort, order.descending()));
        return "publication/result";
    }

    private String show(Cycle cycle, String unit, Model model) {
        CycleResult result = result(cycle);
        model.addAttribute("result", result);
        model.addAttribute("unit", result.unit(unit));
        model.addAttribute("detail", details.of(result, unit));
        model.addAttribute("scale", PlotScale.whole());
        return "publication/unit";
    }

    private CycleResult result(Cycle cycle) {
        return results.of(cycle).orElseThrow(() -> new NotFound("drawn quarter in " + cycle.code()));
    }
}
