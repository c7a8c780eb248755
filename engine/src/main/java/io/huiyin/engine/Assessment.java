package io.huiyin.engine;

import java.util.List;
import java.util.Optional;

/**
 * The result of one assessment (评定结果): the whole truth that pages and files print.
 *
 * @param scheme what was declared before
 * @param units one row per unit, in the order of codes
 * @param kappa one row per rating class 0 to 5
 * @param county the county as a whole
 * @param peers one row per kind, in the order of codes; one with empty kind when the frame has none
 * @param caseMix the adjustment behind D_adj
 * @param comparedAdjusted do flags, ranks and grades compare D_adj? D otherwise
 * @param sections the spot check's mean of every section with an interview
 * @param chain estimates of units, sections and persons
 * @param standings one row per unit: rank set, posterior, grades
 * @param cluster what persons with several matters do to the errors, if the cells name persons
 * @param nonresponse what other weights for the silent would have made of it
 * @param signals what may be faked or coerced, if the cells tell what ratings left behind
 */
public record Assessment(
        Scheme scheme,
        List<UnitResult> units,
        List<KappaClass> kappa,
        CountyResult county,
        List<PeerGroup> peers,
        CaseMix caseMix,
        boolean comparedAdjusted,
        List<SectionMean> sections,
        Chain chain,
        List<Standing> standings,
        Optional<Cluster> cluster,
        Nonresponse nonresponse,
        Optional<Signals> signals) {

    public Assessment {
        units = List.copyOf(units);
        kappa = List.copyOf(kappa);
        peers = List.copyOf(peers);
        sections = List.copyOf(sections);
        standings = List.copyOf(standings);
    }

    /**
     * Computes everything from the cells (METHODS 2.2 to 2.8, 2.9 d) with the options as shipped.
     *
     * @throws IllegalArgumentException if the cells are empty, or a stratum has more interviews than draws or more draws
     *     than matters
     */
    public static Assessment of(Cells cells, Scheme scheme) {
        return of(cells, scheme, Options.asShipped());
    }

    /**
     * Computes everything from the cells. The result depends on the counts alone: neither the order of rows nor the names
     * of units nor the number of threads change a digit.
     *
     * @throws IllegalArgumentException if the cells are empty, or a stratum has more interviews than draws or more draws
     *     than matters
     */
    public static Assessment of(Cells cells, Scheme scheme, Options options) {
        return new Assessing(cells, scheme, options).assessment();
    }
}
