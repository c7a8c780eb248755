package io.huiyin.server.demo;

import io.huiyin.server.csv.Taking;
import io.huiyin.server.demo.Office.Holding;
import io.huiyin.server.demo.Office.Offer;
import io.huiyin.server.demo.Office.Post;
import io.huiyin.server.demo.Office.Section;
import io.huiyin.server.organization.RosterLine;
import io.huiyin.server.organization.Rosters;
import io.huiyin.server.organization.ServiceClass;
import io.huiyin.server.organization.ServiceItem;
import io.huiyin.server.organization.ServiceItems;
import io.huiyin.server.organization.Unit;
import io.huiyin.server.organization.UnitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The organisation tree and the service items, as a roster brings them. */
@DemoOnly
class LoadOffices {

    private final Rosters rosters;
    private final ServiceItems services;

    LoadOffices(Rosters rosters, ServiceItems services) {
        this.rosters = rosters;
        this.services = services;
    }

    void load(County county) {
        List<RosterLine> lines = new ArrayList<>();
        for (Office office : county.offices())
            for (Section section : office.sections())
                for (Post post : section.posts())
                    for (Holding holding : post.holdings()) lines.add(line(office, section, post, holding));
        List<Taking> takings = rosters.record(lines);
        if (takings.stream().anyMatch(Taking.Rejected.class::isInstance))
            throw new IllegalStateException("a line of the demo's roster was rejected");
        services.createMissing(county.offices().stream()
                .flatMap(office -> office.offers().stream())
                .distinct()
                .map(LoadOffices::item)
                .toList());
    }

    private static RosterLine line(Office office, Section section, Post post, Holding holding) {
        return new RosterLine(
                new Unit(
                        office.code(),
                        office.name(),
                        UnitKind.valueOf(office.kind().toUpperCase(Locale.ROOT))),
                section.code(),
                section.name(),
                section.key(),
                post.code(),
                post.name(),
                post.key(),
                holding.official(),
                holding.name(),
                holding.from(),
                holding.to());
    }

    private static ServiceItem item(Offer offer) {
        return new ServiceItem(
                offer.code(),
                offer.name(),
                Objects.requireNonNull(ServiceClass.of(offer.serviceClass())),
                offer.promised());
    }
}
