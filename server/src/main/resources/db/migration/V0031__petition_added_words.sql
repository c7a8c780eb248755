-- 补充说明: words that a petitioner adds after the petition was handed in; a line of its history and an entry in the log.
CREATE TABLE petition.added_words (
    id           uuid        PRIMARY KEY, -- made with the form: sent twice, kept once
    petition_id  uuid        NOT NULL REFERENCES petition.petition,
    signatory_id uuid        NOT NULL REFERENCES petition.signatory, -- who of those who signed
    words        text        NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
    added_at     timestamptz NOT NULL,
    salt         bytea       NOT NULL CHECK (octet_length(salt) = 32) -- of the commitment in the public log
);
CREATE INDEX added_words_petition ON petition.added_words (petition_id, added_at);
GRANT SELECT, INSERT ON petition.added_words TO ${app};

INSERT INTO petition.telling (what, whom, template) VALUES
    ('add-words', 'HANDLER', 'petition.telling.work'),
    ('add-words', 'UNIT',    'petition.telling.work');
