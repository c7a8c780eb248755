CREATE SCHEMA file;
GRANT USAGE ON SCHEMA file TO ${app};

-- 附件: written anew by the server, without the name and the metadata it came with. Its owner is whatever another module keeps
-- under that identifier; before that is handed in, the file waits.
CREATE TABLE file.file (
    id         uuid        PRIMARY KEY, -- 128 random bits: its address guesses nothing
    owner      uuid        NOT NULL,
    no         integer     NOT NULL CHECK (no > 0),
    kind       text        NOT NULL CHECK (kind IN ('JPG', 'PNG', 'PDF', 'DOCX', 'WAV')),
    bytes      bytea       NOT NULL,
    size       bigint      GENERATED ALWAYS AS (octet_length(bytes)) STORED,
    sha256     bytea       NOT NULL CHECK (sha256 = sha256(bytes)),
    kept_at    timestamptz NOT NULL,
    settled_at timestamptz, -- the owner was handed in: from now on it stays
    UNIQUE (owner, no)
);
-- pictures, packages and compressed pages do not get smaller
ALTER TABLE file.file ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE INDEX file_waiting ON file.file (kept_at) INCLUDE (size) WHERE settled_at IS NULL;
GRANT SELECT, INSERT, DELETE ON file.file TO ${app};
GRANT UPDATE (settled_at) ON file.file TO ${app};

CREATE FUNCTION file.guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE check_violation USING MESSAGE = 'an attachment of something that was handed in stays as it is';
END $$;
CREATE TRIGGER file_guard BEFORE UPDATE OR DELETE ON file.file
    FOR EACH ROW WHEN (OLD.settled_at IS NOT NULL) EXECUTE FUNCTION file.guard();
