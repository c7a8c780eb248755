CREATE SCHEMA assessment;
GRANT USAGE ON SCHEMA assessment TO ${app};

-- 考核方案: declared before the data.
CREATE TABLE assessment.scheme (
    code       text PRIMARY KEY,
    valid_from date NOT NULL,
    level      double precision NOT NULL, -- of the intervals
    prior_df   double precision NOT NULL,
    silent_shift double precision NOT NULL, -- points by which those who did not answer are assumed to differ at most
    coverage   double precision NOT NULL, -- share of matters with a usable contact below which a unit is not assessed
    minimum    integer NOT NULL, -- interviews below which no number is shown
    source     text NOT NULL
);
INSERT INTO assessment.scheme VALUES ('2026', '2026-01-01', 0.95, 8, 10, 0.70, 10,
    'ours; scores 25(y-1), prior degrees of freedom and shift as in docs/methods.md');

-- 周期: the closed quarters that one result covers.
CREATE TABLE assessment.cycle (
    code         text PRIMARY KEY CHECK (code ~ '^\d{4}Q[1-4]-\d{4}Q[1-4]$'),
    scheme_code  text NOT NULL REFERENCES assessment.scheme,
    first_day    date NOT NULL,
    last_day     date NOT NULL CHECK (last_day > first_day),
    opened_by    uuid REFERENCES identity.account, -- absent: the demo's loader
    opened_at    timestamptz NOT NULL,
    published_by uuid REFERENCES identity.account,
    published_at timestamptz,
    inputs       bytea, -- SHA-256 of frame.csv as it was when the result was published; also in the log
    counts       bytea, -- SHA-256 of the counts that the result was computed from; tells whether an input has changed since
    CHECK ((published_at IS NULL) = (inputs IS NULL) AND (published_at IS NULL) = (counts IS NULL))
);
GRANT SELECT ON assessment.scheme TO ${app};
GRANT SELECT, INSERT, UPDATE ON assessment.cycle TO ${app};
