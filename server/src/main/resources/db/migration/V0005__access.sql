CREATE SCHEMA access;
GRANT USAGE ON SCHEMA access TO ${app};

-- Every look at a sealed identity. Written in the transaction that reads: no trace, no plaintext.
CREATE TABLE access.identity_read (
    id         uuid        PRIMARY KEY,
    person_id  uuid        NOT NULL REFERENCES identity.person,
    account_id uuid        NOT NULL REFERENCES identity.account,
    role       text        NOT NULL,
    purpose    text        NOT NULL CHECK (purpose IN ('interview', 'intake', 'rectification', 'handling')),
    subject    text        NOT NULL, -- what it was needed for: kind and id, e.g. call:0199…
    read_at    timestamptz NOT NULL
);
CREATE INDEX identity_read_person ON access.identity_read (person_id, read_at);
GRANT SELECT, INSERT ON access.identity_read TO ${app};
