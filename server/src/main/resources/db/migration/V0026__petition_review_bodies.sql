-- 复查复核机关: who reviews an answer sits mostly outside the county. Each has an address of its own and a code that is shown once.
CREATE TABLE petition.review_body (
    id         uuid        PRIMARY KEY,
    kind       text        NOT NULL CHECK (kind IN ('REVIEW', 'REREVIEW')),
    name_zh    text        NOT NULL CHECK (length(name_zh) BETWEEN 1 AND 100),
    name_en    text        NOT NULL CHECK (length(name_en) BETWEEN 1 AND 200),
    contact    text        NOT NULL CHECK (length(contact) BETWEEN 1 AND 200), -- of the office, for the intake office
    unit_code  text        REFERENCES organization.unit, -- which unit of ours it is; absent: it is none
    number     text        NOT NULL UNIQUE CHECK (number ~ '^\d{16}$'), -- stands in its address and says nothing
    tag        bytea       NOT NULL, -- HMAC of number and access code under a key of the data folder
    active     boolean     NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL
);
-- Whose answers it reviews; a body without a line reviews those of all units that have no body of their own.
CREATE TABLE petition.review_body_unit (
    body_id   uuid NOT NULL REFERENCES petition.review_body,
    unit_code text NOT NULL REFERENCES organization.unit,
    PRIMARY KEY (body_id, unit_code)
);
-- 复查、复核: one asked for, before which body, and what it decided. Its clock is the petition's.
CREATE TABLE petition.review (
    id          uuid        PRIMARY KEY,
    petition_id uuid        NOT NULL REFERENCES petition.petition,
    body_id     uuid        NOT NULL REFERENCES petition.review_body,
    kind        text        NOT NULL CHECK (kind IN ('REVIEW', 'REREVIEW')),
    asked_at    timestamptz NOT NULL,
    decided_at  timestamptz,
    upheld      boolean,
    words       text        NOT NULL DEFAULT '' CHECK (length(words) <= 2000),
    CHECK ((decided_at IS NULL) = (upheld IS NULL))
);
CREATE UNIQUE INDEX review_open ON petition.review (petition_id) WHERE decided_at IS NULL;
CREATE INDEX review_petition ON petition.review (petition_id, asked_at);
CREATE INDEX review_body_open ON petition.review (body_id) WHERE decided_at IS NULL;
GRANT SELECT, INSERT ON petition.review_body, petition.review_body_unit, petition.review TO ${app};
GRANT UPDATE (tag, active) ON petition.review_body TO ${app};
GRANT UPDATE (decided_at, upheld, words) ON petition.review TO ${app};

CREATE FUNCTION petition.guard_review() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE check_violation USING MESSAGE = 'what a review body decided stays as it is';
END $$;
CREATE TRIGGER review_guard BEFORE UPDATE ON petition.review
    FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL) EXECUTE FUNCTION petition.guard_review();

UPDATE petition.transition SET who = who || ' REVIEW_BODY'
 WHERE from_state IN ('IN_REVIEW', 'IN_REREVIEW') AND who = 'SUPERVISION';
