package io.huiyin.server.message;

import io.huiyin.server.message.OutboxStore.Row;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The administrator's look at the outbox: what waits, what failed and why. To whom is nowhere; what it says, in the demo only. */
@Controller
class MessagePages {

    private static final int ROWS = 50;

    private final OutboxStore store;
    private final Wording wording;
    private final List<Carrier> carriers;
    private final boolean demo;

    MessagePages(
            OutboxStore store, Wording wording, List<Carrier> carriers, @Value("${huiyin.demo:false}") boolean demo) {
        this.store = store;
        this.wording = wording;
        this.carriers = carriers;
        this.demo = demo;
    }

    /**
     * @param text null outside the demo
     */
    record Line(Row row, @Nullable String text) {}

    /** Whether a channel is configured. */
    record Way(Channel channel, boolean configured) {}

    @GetMapping("/desk/messages")
    String outbox(@RequestParam(required = false) @Nullable UUID before, Model model) {
        List<Line> lines = store.page(before, ROWS).stream()
                .map(row -> new Line(row, demo ? wording.letter(row).text() : null))
                .toList();
        List<Way> ways = carriers.stream()
                .map(carrier -> new Way(carrier.channel(), carrier.configured()))
                .toList();
        model.addAttribute("lines", lines).addAttribute("ways", ways);
        model.addAttribute("unsent", store.unsent());
        model.addAttribute("more", lines.size() == ROWS ? lines.getLast().row().id() : null);
        return "message/outbox";
    }
}
