package io.huiyin.server.petition;

import java.util.List;

/**
 * 五不结案: what must be there before a petition counts as solved, each as a check that the petitioner can read. They are held by
 * {@link AnswerGate}, {@link Verdicts} and the database's triggers; here they are only said.
 *
 * @param facts the facts of every claim are found
 * @param claims every claim has its answer
 * @param ground the problem is solved, or every claim has its lawful explanation with the remedy
 * @param word everybody who signed says that it is solved
 * @param approval the head of the unit approved the answer by issuing it
 */
record ClosingChecks(boolean facts, boolean claims, boolean ground, boolean word, boolean approval) {

    /** One check: the key of its sentence, and whether it is met. */
    record Check(String key, boolean met) {}

    /**
     * @param answers the claims of the answer
     * @param moves of the petition that was answered
     */
    static ClosingChecks of(LifeRow petition, List<Claim> answers, List<Move> moves) {
        boolean any = !answers.isEmpty();
        boolean solved = petition.outcome() == PetitionOutcome.SOLVED;
        return new ClosingChecks(
                any && answers.stream().noneMatch(claim -> claim.facts().isBlank()),
                any && answers.stream().allMatch(Claim::answered),
                solved
                        || any
                                && answers.stream()
                                        .noneMatch(claim -> claim.route() == null
                                                || claim.basis().isBlank()),
                solved,
                petition.hasAnswer()
                        && moves.stream().anyMatch(move -> move.move().equals("answer")));
    }

    List<Check> all() {
        return List.of(
                new Check("petition.check.facts", facts),
                new Check("petition.check.claims", claims),
                new Check("petition.check.ground", ground),
                new Check("petition.check.word", word),
                new Check("petition.check.approval", approval));
    }
}
