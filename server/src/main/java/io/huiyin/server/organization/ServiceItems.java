package io.huiyin.server.organization;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The county's list of service items. */
@Component
@Transactional
public class ServiceItems {

    private final ServiceItemStore store;

    ServiceItems(ServiceItemStore store) {
        this.store = store;
    }

    /** Those of the codes that are service items, by code. */
    @Transactional(readOnly = true)
    public Map<String, ServiceItem> byCode(Collection<String> codes) {
        return store.byCode(codes).stream().collect(Collectors.toMap(ServiceItem::code, Function.identity()));
    }

    /** An item that is known already stays as it is. */
    public void createMissing(Collection<ServiceItem> items) {
        store.insertMissing(items);
    }
}
