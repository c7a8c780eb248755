CREATE SCHEMA csv;
GRANT USAGE ON SCHEMA csv TO ${app};

-- One row a run of an import: read = taken + unchanged + rejected. The rejected rows stand in FILE.rejected.csv.
CREATE TABLE csv.run (
    id          uuid        PRIMARY KEY,
    kind        text        NOT NULL,
    file        text        NOT NULL, -- the name without its folder
    started_at  timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    taken       bigint      NOT NULL,
    unchanged   bigint      NOT NULL,
    rejected    bigint      NOT NULL
);
GRANT SELECT, INSERT ON csv.run TO ${app};
