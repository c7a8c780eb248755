CREATE SCHEMA web;
GRANT USAGE ON SCHEMA web TO ${app};

-- A secret of one day, under which addresses are counted; when it is gone, no counter says whose it was.
CREATE TABLE web.day_salt (
    day  date  PRIMARY KEY,
    salt bytea NOT NULL CHECK (octet_length(salt) = 32)
);
GRANT SELECT, INSERT, DELETE ON web.day_salt TO ${app};

-- Attempts of one kind from one neighbourhood of the network in one window of time. Losing them in a crash does no harm.
CREATE UNLOGGED TABLE web.attempt (
    key     bytea       NOT NULL,
    ends_at timestamptz NOT NULL,
    made    bigint      NOT NULL,
    PRIMARY KEY (key, ends_at)
);
CREATE INDEX attempt_ends ON web.attempt (ends_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON web.attempt TO ${app};
