-- 公开登记簿. Entries and their places are never changed or deleted: the application has no right to.
CREATE SCHEMA ledger;
GRANT USAGE ON SCHEMA ledger TO ${app};

CREATE TABLE ledger.entry (
    id         uuid        PRIMARY KEY,
    kind       text        NOT NULL,
    body       bytea       NOT NULL CHECK (octet_length(body) BETWEEN 2 AND 65535), -- canonical bytes, no personal data
    leaf_hash  bytea       NOT NULL CHECK (octet_length(leaf_hash) = 32),           -- RFC 6962 section 2.1
    written_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON ledger.entry TO ${app};

CREATE TABLE ledger.place (
    position bigint PRIMARY KEY CHECK (position >= 0),
    entry_id uuid   NOT NULL UNIQUE
);
CREATE TRIGGER place_refers AFTER INSERT ON ledger.place REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION sql.require_referenced('entry_id', 'ledger.entry', 'id');
GRANT SELECT, INSERT ON ledger.place TO ${app};

-- Entries that the sequencer has not placed yet; derived and made with the entry, so rows may go.
CREATE TABLE ledger.waiting (
    entry_id uuid PRIMARY KEY
);
GRANT SELECT, INSERT, DELETE ON ledger.waiting TO ${app};
