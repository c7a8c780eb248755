CREATE SCHEMA message;
GRANT USAGE ON SCHEMA message TO ${app};

-- 发件箱: what is to be said to somebody outside the pages, written in the transaction of what it is about. It holds no contact and
-- no text: who is told is opened while the message is sent, and the text is made from the template then.
CREATE TABLE message.message (
    id             uuid        PRIMARY KEY, -- also the mail's Message-ID and the gateway's key: whoever gets it twice can tell
    dedupe         text        NOT NULL UNIQUE, -- what it says to whom about which event: said once
    template       text        NOT NULL CHECK (template ~ '^[a-z]+(\.[a-z-]+)+$'), -- beginning of the keys of its texts
    addressee_kind text        NOT NULL CHECK (addressee_kind IN ('person', 'account')),
    addressee_id   uuid        NOT NULL,
    language       text        NOT NULL CHECK (language IN ('zh', 'en')),
    number         text        NOT NULL DEFAULT '' CHECK (number ~ '^(\d{16})?$'), -- the public number that it names
    path           text        NOT NULL CHECK (path LIKE '/%'), -- the page to open
    day            date,       -- the day that it names
    created_at     timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL CHECK (expires_at > created_at), -- old news is not sent
    state          text        NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'SENT', 'GIVEN_UP', 'NO_ADDRESS', 'EXPIRED')),
    channel        text        CHECK (channel IN ('MAIL', 'SMS')), -- absent: the contact was not opened yet
    attempts       integer     NOT NULL DEFAULT 0,
    next_try_at    timestamptz NOT NULL,
    fault          text        CHECK (fault ~ '^[a-z]+( \d{3})?$'), -- of the last try; a word and a status, nothing that a server wrote
    settled_at     timestamptz,
    CHECK ((state = 'WAITING') = (settled_at IS NULL))
);
CREATE INDEX message_unsent ON message.message (state, next_try_at) WHERE state <> 'SENT';
CREATE INDEX message_number ON message.message (number) WHERE number <> '';
GRANT SELECT, INSERT ON message.message TO ${app};
GRANT UPDATE (state, channel, attempts, next_try_at, fault, settled_at) ON message.message TO ${app};

CREATE FUNCTION message.guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE check_violation USING MESSAGE = format('a message that is %s stays so', OLD.state);
END $$;
CREATE TRIGGER message_guard BEFORE UPDATE ON message.message
    FOR EACH ROW WHEN (OLD.state <> 'WAITING') EXECUTE FUNCTION message.guard();
