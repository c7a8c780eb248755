-- 补交附件: what was added to a petition after it was handed in, by whom; a line of its history and an entry in the log.
CREATE TABLE petition.addition (
    file_id     uuid        PRIMARY KEY, -- an attachment of the petition
    petition_id uuid        NOT NULL REFERENCES petition.petition,
    sha256      bytea       NOT NULL CHECK (octet_length(sha256) = 32),
    account_id  uuid        REFERENCES identity.account, -- absent: the petitioner
    role        text        NOT NULL,
    added_at    timestamptz NOT NULL,
    salt        bytea       NOT NULL CHECK (octet_length(salt) = 32) -- of the commitment in the public log
);
CREATE INDEX addition_petition ON petition.addition (petition_id, added_at);

-- 谁打开过附件: every opening by anybody but the petitioner, who sees it on the own page.
CREATE TABLE petition.file_look (
    id          uuid        PRIMARY KEY,
    petition_id uuid        NOT NULL REFERENCES petition.petition,
    file_id     uuid        NOT NULL,
    account_id  uuid        REFERENCES identity.account, -- absent: a review body, which has no account
    role        text        NOT NULL,
    looked_at   timestamptz NOT NULL
);
CREATE INDEX file_look_petition ON petition.file_look (petition_id, looked_at);

-- Who is asked after three months whether anything bad happened. The seed of a quarter is committed to in the log before anybody
-- can be drawn by it, and published when all were asked: rank = HMAC-SHA256(seed, public number); drawn is who lies below the share.
CREATE TABLE petition.harm_seed (
    quarter text        PRIMARY KEY CHECK (quarter ~ '^[1-9]\d{3}Q[1-4]$'),
    seed    bytea       NOT NULL CHECK (octet_length(seed) = 32),
    salt    bytea       NOT NULL CHECK (octet_length(salt) = 32), -- of the commitment in the public log
    made_at timestamptz NOT NULL
);
CREATE TABLE petition.harm_drawn (
    signatory_id uuid NOT NULL REFERENCES petition.signatory,
    answered_on  date NOT NULL, -- its quarter's seed decided
    rank         text NOT NULL CHECK (rank ~ '^[0-9a-f]{64}$'),
    share        int  NOT NULL CHECK (share BETWEEN 0 AND 100), -- percent, as it was in force
    PRIMARY KEY (signatory_id, answered_on)
);
GRANT SELECT, INSERT ON petition.addition, petition.file_look, petition.harm_seed, petition.harm_drawn TO ${app};

INSERT INTO petition.telling (what, whom, template) VALUES
    ('add-file', 'HANDLER', 'petition.telling.work'),
    ('add-file', 'UNIT',    'petition.telling.work');
