package io.huiyin.server.petition;

import io.huiyin.server.message.Address;
import io.huiyin.server.message.Addressee;
import io.huiyin.server.message.Addresses;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The mailboxes of review bodies; they are offices' and leave no trace. */
@Component
class ReviewBodyAddresses implements Addresses {

    private final ReviewBodyStore store;

    ReviewBodyAddresses(ReviewBodyStore store) {
        this.store = store;
    }

    @Override
    public Addressee.Kind kind() {
        return Addressee.Kind.OFFICE;
    }

    @Override
    public Optional<Address> open(UUID body, UUID message) {
        return store.email(body).flatMap(Address::of);
    }
}
