package io.huiyin.server.identity;

import io.huiyin.server.message.Address;
import io.huiyin.server.message.Addressee;
import io.huiyin.server.message.Addresses;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Staff's addresses for messages about their work; they are not sealed and leave no trace. */
@Component
class AccountAddresses implements Addresses {

    private final AccountStore store;

    AccountAddresses(AccountStore store) {
        this.store = store;
    }

    @Override
    public Addressee.Kind kind() {
        return Addressee.Kind.ACCOUNT;
    }

    @Override
    public Optional<Address> open(UUID account, UUID message) {
        return store.email(account).flatMap(Address::of);
    }
}
