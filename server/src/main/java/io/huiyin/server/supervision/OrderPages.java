package io.huiyin.server.supervision;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.web.FormErrors;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Supervision orders: issued and judged by the supervision office, replied to by the unit, and, when not obeyed, read by everybody. */
@Controller
class OrderPages {

    private final SupervisionOrders orders;
    private final History history;

    OrderPages(SupervisionOrders orders, History history) {
        this.orders = orders;
        this.history = history;
    }

    /** An order as it is typed. */
    record OrderForm(
            @Nullable String submission,
            @Nullable String number,
            @Nullable String unit,
            @Nullable String trigger,
            @Nullable String kind,
            @Nullable String demand) {

        static OrderForm of(String number) {
            return new OrderForm(UUID.randomUUID().toString(), number, null, null, null, null);
        }

        String text(@Nullable String field) {
            return Typed.text(field);
        }

        SupervisionOrders.Wish wish() {
            return new SupervisionOrders.Wish(
                    Typed.submission(submission),
                    Typed.number(number),
                    text(unit),
                    text(trigger),
                    text(kind),
                    text(demand));
        }
    }

    @GetMapping("/orders")
    ModelAndView published() {
        return new ModelAndView("supervision/public-orders")
                .addObject("orders", orders.published())
                .addObject("today", orders.today());
    }

    /** Those that are published, as open data. */
    @GetMapping("/data/orders.csv")
    ResponseEntity<String> data() {
        return PublicCsv.of(
                "order,unit,trigger_zh,trigger_en,kind_zh,kind_en,issued_on,due_on,state,accepted_on",
                orders.published().stream()
                        .map(order -> Arrays.<@Nullable Object>asList(
                                order.number(),
                                order.unitName(),
                                order.triggerZh(),
                                order.triggerEn(),
                                order.kindZh(),
                                order.kindEn(),
                                order.issuedOn(),
                                order.dueOn(),
                                order.state(),
                                order.acceptedOn()))
                        .toList());
    }

    @GetMapping("/desk/orders")
    ModelAndView list(SignedIn by) {
        return new ModelAndView("supervision/orders")
                .addObject("orders", orders.all(by))
                .addObject("today", orders.today())
                .addObject("by", by);
    }

    @GetMapping("/desk/orders/new")
    ModelAndView form(@RequestParam(defaultValue = "") String number) {
        return form(OrderForm.of(number), FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/orders")
    ModelAndView issue(OrderForm typed, SignedIn by) {
        return switch (orders.issue(typed.wish(), by)) {
            case Doing.Done done -> new ModelAndView("redirect:/desk/orders/" + done.id());
            case Doing.Refused refused -> form(typed, CasePages.errors(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView form(OrderForm typed, FormErrors errors, HttpStatus status) {
        return new ModelAndView("supervision/new-order", status)
                .addObject("typed", typed)
                .addObject("choices", orders.choices())
                .addObject("errors", errors);
    }

    @GetMapping("/desk/orders/{id}")
    ModelAndView open(@PathVariable UUID id, SignedIn by) {
        return one(id, by, "", FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/desk/orders/{id}/reply")
    ModelAndView reply(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") long seen,
            @RequestParam(defaultValue = "") String reply,
            SignedIn by) {
        return after(orders.reply(id, seen, Typed.text(reply), by), id, reply, by);
    }

    @PostMapping("/desk/orders/{id}/judgement")
    ModelAndView judge(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") long seen,
            @RequestParam(defaultValue = "false") boolean accepted,
            @RequestParam(defaultValue = "") String reason,
            SignedIn by) {
        String why = Typed.text(reason);
        Doing doing = accepted ? orders.accept(id, seen, why, by) : orders.sendBack(id, seen, why, by);
        return after(doing, id, reason, by);
    }

    @PostMapping("/desk/orders/{id}/publish")
    ModelAndView publish(@PathVariable UUID id, @RequestParam(defaultValue = "-1") long seen, SignedIn by) {
        return after(orders.publish(id, seen, by), id, "", by);
    }

    private ModelAndView after(Doing doing, UUID id, String typed, SignedIn by) {
        return switch (doing) {
            case Doing.Done done -> new ModelAndView("redirect:/desk/orders/" + id);
            case Doing.Refused refused ->
                one(id, by, typed, CasePages.errors(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView one(UUID id, SignedIn by, String typed, FormErrors errors, HttpStatus status) {
        return new ModelAndView("supervision/order", status)
                .addObject("order", orders.open(id, by))
                .addObject("steps", history.of(id))
                .addObject("typed", typed)
                .addObject("today", orders.today())
                .addObject("errors", errors)
                .addObject("by", by);
    }
}
