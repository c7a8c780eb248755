CREATE SCHEMA petition;
GRANT USAGE ON SCHEMA petition TO ${app};

-- 信访件, as far as import and the desk's list need it.
CREATE TABLE petition.petition (
    id            uuid        PRIMARY KEY,
    petition_no   text        NOT NULL UNIQUE,
    source_system text        NOT NULL DEFAULT '',
    external_id   text        NOT NULL DEFAULT '',
    received_at   timestamptz NOT NULL,
    channel       text        NOT NULL DEFAULT '',
    title         text        NOT NULL DEFAULT '',
    body          text,       -- absent: text not supplied
    petitioner_id uuid        REFERENCES identity.person,
    unit_code     text        REFERENCES organization.unit,
    answer        text,
    replied_at    timestamptz CHECK (replied_at >= received_at), -- first reply, whatever it says
    reply         text        NOT NULL CHECK (reply IN ('none', 'acknowledged', 'without text', 'answered')),
    answered_on_calendar_days integer GENERATED ALWAYS AS (
        ((replied_at AT TIME ZONE 'Asia/Shanghai')::date - (received_at AT TIME ZONE 'Asia/Shanghai')::date)) STORED,
    matter_id     uuid        REFERENCES matter.matter,
    row_digest    bytea       NOT NULL,
    version       bigint      NOT NULL DEFAULT 0
);
CREATE INDEX petition_unit ON petition.petition (unit_code, received_at DESC, id DESC);
CREATE INDEX petition_received ON petition.petition (received_at DESC, id DESC);
GRANT SELECT, INSERT, UPDATE ON petition.petition TO ${app};

-- Replies that only say 'received': paper, not answers.
CREATE TABLE petition.acknowledgement (
    phrase text PRIMARY KEY, -- the whole answer, without spaces around it
    source text NOT NULL
);
GRANT SELECT, INSERT ON petition.acknowledgement TO ${app};
INSERT INTO petition.acknowledgement (phrase, source) VALUES ('网友：您好！留言已收悉', 'ours: seen as the whole reply to real letters');
