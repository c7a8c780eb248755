package io.huiyin.server.rating;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.web.PublicAddress;
import io.huiyin.server.web.QrCode;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an office hands out at the counter: the slip of a matter, the poster, and the faces on the counter's own tablet. */
@Controller
class CounterPages {

    private static final int LONGEST_COUNTER = 60;

    private final Invitations invitations;
    private final Ratings ratings;
    private final PublicAddress address;

    CounterPages(Invitations invitations, Ratings ratings, PublicAddress address) {
        this.invitations = invitations;
        this.ratings = ratings;
        this.address = address;
    }

    @GetMapping("/desk/matters/{id}/slip")
    String slip(@PathVariable UUID id, SignedIn by, Model model) {
        Slip slip = invitations.slip(id, by);
        model.addAttribute("slip", slip);
        model.addAttribute("qr", QrCode.of(address.of(slip.path())));
        return "rating/slip";
    }

    /** One poster a counter; it carries no secret, so that it opens nothing by itself. */
    @GetMapping("/desk/poster")
    String poster(@RequestParam(defaultValue = "") String counter, Model model) {
        String name = counter.strip();
        model.addAttribute("counter", name.substring(0, Math.min(name.length(), LONGEST_COUNTER)));
        model.addAttribute("address", address.of("/rate"));
        model.addAttribute("qr", QrCode.of(address.of("/rate")));
        return "rating/poster";
    }

    @GetMapping("/desk/matters/{id}/tap")
    ModelAndView faces(@PathVariable UUID id, SignedIn by) {
        return switch (invitations.open(id, by)) {
            case Opening.Opened opened -> faces(opened.invitation(), HttpStatus.OK);
            case Opening.Refused refused -> closed(refused);
        };
    }

    @PostMapping("/desk/matters/{id}/tap")
    ModelAndView tap(
            @PathVariable UUID id,
            @RequestParam UUID submission,
            @RequestParam(defaultValue = "0") int overall,
            SignedIn by) {
        return switch (ratings.tap(id, submission, overall, by)) {
            case Giving.Given given ->
                tapped(given.invitation(), given.receipt().spaced());
            case Giving.AlreadyGiven given ->
                tapped(given.invitation(), given.receipt().spaced());
            case Giving.NotOpen notOpen -> closed(notOpen.why());
            case Giving.Faulty faulty -> faces(faulty.invitation(), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static ModelAndView faces(Invitation invitation, HttpStatus status) {
        return new ModelAndView("rating/tap", status)
                .addObject("invitation", invitation)
                .addObject("submission", UUID.randomUUID().toString());
    }

    private static ModelAndView tapped(Invitation invitation, String receipt) {
        return new ModelAndView("rating/tapped", HttpStatus.OK)
                .addObject("invitation", invitation)
                .addObject("receipt", receipt);
    }

    private static ModelAndView closed(Opening.Refused refused) {
        return new ModelAndView("rating/not-open", HttpStatus.CONFLICT).addObject("refused", refused);
    }
}
