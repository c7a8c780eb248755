CREATE SCHEMA identity;
GRANT USAGE ON SCHEMA identity TO ${app};

-- Staff.
CREATE TABLE identity.account (
    id            uuid        PRIMARY KEY,
    username      text        NOT NULL UNIQUE CHECK (username = lower(username) AND length(username) BETWEEN 2 AND 60),
    name          text        NOT NULL,
    role          text        NOT NULL,
    unit_code     text,       -- the unit whose queue the account works
    official_code text,       -- the official whose results the account may see as its own
    email         text CHECK (email LIKE '_%@_%'), -- where messages about work go; absent: the desk only
    password_hash text        NOT NULL,
    temporary     boolean     NOT NULL DEFAULT false, -- the password was set by an administrator: its owner must choose another first
    disabled_at   timestamptz,
    created_at    timestamptz NOT NULL,
    version       bigint      NOT NULL DEFAULT 0 -- a session is good for one version: every change ends the account's sessions
);
GRANT SELECT, INSERT, UPDATE ON identity.account TO ${app};

-- What was done with accounts and by whom; never changed.
CREATE TABLE identity.account_event (
    id          uuid        PRIMARY KEY,
    account_id  uuid        NOT NULL REFERENCES identity.account,
    kind        text        NOT NULL CHECK (kind IN ('opened', 'signed-in', 'refused', 'locked', 'signed-out', 'password-set',
                                                     'password-chosen', 'disabled')),
    by_account  uuid        REFERENCES identity.account, -- absent: nobody had signed in
    happened_at timestamptz NOT NULL
);
CREATE INDEX account_event_account ON identity.account_event (account_id, happened_at);
GRANT SELECT, INSERT ON identity.account_event TO ${app};

-- Tries to sign in under one name, whether such an account exists or not; emptied by success and by time.
CREATE TABLE identity.sign_in_try (
    name_hash bytea       PRIMARY KEY,
    tries     integer     NOT NULL,
    ends_at   timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.sign_in_try TO ${app};

-- The one-time secret that sets the first administrator; at most one row, and none once an account exists.
CREATE TABLE identity.first_secret (
    only_one    boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
    secret_hash bytea       NOT NULL,
    expires_at  timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.first_secret TO ${app};

-- Who is signed in: rows, so two servers are the same as one. A digest of the browser's secret, so that whoever reads the table
-- cannot take a session over; the account's version, so that every change of the account ends its sessions.
CREATE TABLE identity.session (
    digest          bytea       PRIMARY KEY CHECK (octet_length(digest) = 32),
    account_id      uuid        NOT NULL REFERENCES identity.account (id),
    account_version bigint      NOT NULL,
    since           timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL
);
CREATE INDEX session_account ON identity.session (account_id);
CREATE INDEX session_expiry ON identity.session (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.session TO ${app};

-- Residents, agents and enterprises. Who they are is sealed: each has a key of its own, wrapped by the key in the data folder;
-- destroying the wrapped key is deleting the person's data.
CREATE TABLE identity.person (
    id          uuid        PRIMARY KEY,
    kind        text        NOT NULL CHECK (kind IN ('person', 'agent', 'enterprise')),
    blind_key   bytea       NOT NULL UNIQUE, -- HMAC of the recipient key: finds the same person again, says nothing
    wrapped_key bytea       NOT NULL,
    sealed      bytea,      -- name and contact, AES-256-GCM under the person's key; absent: nothing is known
    has_contact boolean     NOT NULL DEFAULT false, -- somebody could be called back
    created_at  timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON identity.person TO ${app};

-- Recognizes the master key of the data folder (an HMAC under it; the key itself is never here). One row.
CREATE TABLE identity.master_key (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    tag bytea   NOT NULL CHECK (octet_length(tag) = 32)
);
GRANT SELECT, INSERT ON identity.master_key TO ${app};
