package io.huiyin.server.access;

import io.huiyin.server.message.Address;
import io.huiyin.server.message.Addressee;
import io.huiyin.server.message.Addresses;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens residents' contacts for the messages sent to them, with a trace that they see like every other. */
@Component
class PersonAddresses implements Addresses {

    private final IdentityReads reads;

    PersonAddresses(IdentityReads reads) {
        this.reads = reads;
    }

    @Override
    public Addressee.Kind kind() {
        return Addressee.Kind.PERSON;
    }

    @Override
    public Optional<Address> open(UUID person, UUID message) {
        return Address.of(reads.openFor(message, person).contact());
    }
}
