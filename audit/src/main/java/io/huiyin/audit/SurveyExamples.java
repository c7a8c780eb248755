package io.huiyin.audit;

/** Examples for the help page: one for each family of the reference numbers; a test runs them all. */
final class SurveyExamples {
    static final String TEXT = """

            Examples, with the entry of api_reference.json that each must equal:
            # srs.mean.api00
            ./huiyin survey apisrs.csv --fpc fpc --of api00
            """;

    private SurveyExamples() {}
}
