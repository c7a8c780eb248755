-- Only filled where the demo county is loaded: which steps of loading are committed, so that a start after a crash goes on.
CREATE SCHEMA demo;
GRANT USAGE ON SCHEMA demo TO ${app};

CREATE TABLE demo.county (
    one        boolean          PRIMARY KEY DEFAULT true CHECK (one),
    seed       bigint           NOT NULL,
    today      date             NOT NULL,
    scale      double precision NOT NULL,
    started_at timestamptz      NOT NULL
);
-- A step is written in the transaction that does it; the step 'whole' is the last.
CREATE TABLE demo.step (
    name    text        PRIMARY KEY,
    done_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON demo.county, demo.step TO ${app};
