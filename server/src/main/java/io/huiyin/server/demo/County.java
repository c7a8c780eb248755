package io.huiyin.server.demo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 听溪县, a county that does not exist: about 790,000 people, its offices and what happened there in fifteen months. */
final class County {

    static final long SEED = 20_260_101L;

    private final Wish wish;
    private final List<Office> offices;
    private final VoteMill votes;
    private final RemedyMill remedies;

    County(Wish wish) {
        this.wish = wish;
        this.offices = Offices.of(wish);
        this.votes = new VoteMill(wish);
        this.remedies = new RemedyMill(wish);
    }

    Wish wish() {
        return wish;
    }

    /** The office of this code, or in a small county, which may lack it, the first. */
    Office office(String code) {
        return offices.stream()
                .filter(office -> office.code().equals(code))
                .findFirst()
                .orElse(offices.getFirst());
    }

    List<Office> offices() {
        return offices;
    }

    CheckTimes times() {
        return new CheckTimes(wish);
    }

    Stream<Handled> matters() {
        return new MatterMill(wish, offices).matters();
    }

    List<Vote> votes(Handled matter) {
        return votes.of(matter);
    }

    Optional<RemedyMill.Remedy> remedy(Vote vote) {
        return remedies.of(vote);
    }

    CallMill calls() {
        return new CallMill(wish, votes);
    }

    Stream<Letter> letters() {
        return new LetterMill(wish, offices).letters();
    }
}
