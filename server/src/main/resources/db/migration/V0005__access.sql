CREATE SCHEMA access;
GRANT USAGE ON SCHEMA access TO ${app};

-- Every look at a sealed identity. Written in the transaction that reads: no trace, no plaintext.
CREATE TABLE access.identity_read (
    id         uuid        PRIMARY KEY,
    person_id  uuid        NOT NULL REFERENCES identity.person,
    account_id uuid        REFERENCES identity.account, -- absent: no person looked, the system sent a message
    role       text        NOT NULL,
    purpose    text        NOT NULL CHECK (purpose IN ('interview', 'intake', 'rectification', 'handling', 'message')),
    subject    text        NOT NULL, -- what it was needed for: kind and id, e.g. call:0199…
    read_at    timestamptz NOT NULL,
    CHECK ((account_id IS NULL) = (purpose = 'message'))
);
CREATE INDEX identity_read_person ON access.identity_read (person_id, read_at);
-- A message that is tried again leaves no second trace.
CREATE UNIQUE INDEX identity_read_message ON access.identity_read (subject) WHERE purpose = 'message';
GRANT SELECT, INSERT ON access.identity_read TO ${app};
