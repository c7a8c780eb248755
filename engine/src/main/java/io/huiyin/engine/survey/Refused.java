package io.huiyin.engine.survey;

/** A survey that cannot be computed (拒绝计算): the problem, and where it lies. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Problem problem;
    private final String where;

    Refused(Problem problem, String where) {
        super(problem.word() + ": " + problem.chinese() + " " + problem.english() + " (" + where + ")");
        this.problem = problem;
        this.where = where;
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }

    /** Where it is wrong: a stratum, a level, a term, with its numbers. */
    public String where() {
        return where;
    }
}
