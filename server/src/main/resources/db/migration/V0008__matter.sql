CREATE SCHEMA matter;
GRANT USAGE ON SCHEMA matter TO ${app};

-- 办件. matter_no is the platform's own identifier and finds the row again when a file comes twice.
CREATE TABLE matter.matter (
    id               uuid        PRIMARY KEY,
    matter_no        text        NOT NULL UNIQUE,
    source_system    text        NOT NULL DEFAULT '',
    external_id      text        NOT NULL DEFAULT '',
    unit_code        text        NOT NULL,
    section_code     text,
    post_code        text,
    service_code     text        NOT NULL,
    service_class    text        NOT NULL CHECK (service_class IN ('on-the-spot', 'promised-time', 'complex')),
    received_by      text,
    decided_by       text,
    delivered_by     text,
    channel          text        NOT NULL DEFAULT '',
    opened_at        timestamptz NOT NULL,
    due_on           date,       -- promised day
    closed_at        timestamptz CHECK (closed_at >= opened_at),
    outcome          text        CHECK (outcome IN ('done', 'refused', 'returned', 'withdrawn', 'given-up')),
    person_id        uuid,
    has_contact      boolean     NOT NULL,  -- somebody could be called back about this matter
    contact_source   text        NOT NULL DEFAULT '',
    applied_by_proxy boolean     NOT NULL DEFAULT false,
    row_digest       bytea       NOT NULL,  -- of the imported row: the same row again changes nothing
    closing_entry    uuid,                  -- of the log: commits to the record as it was when it was closed
    closing_salt     bytea       CHECK (octet_length(closing_salt) = 32), -- opens that commitment
    version          bigint      NOT NULL DEFAULT 0,
    CHECK ((closed_at IS NULL) = (outcome IS NULL)),
    CHECK ((closing_entry IS NULL) = (closing_salt IS NULL) AND (closed_at IS NOT NULL OR closing_entry IS NULL))
);
CREATE TRIGGER matter_refers_new AFTER INSERT ON matter.matter REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION sql.require_referenced(
        'unit_code', 'organization.unit', 'code', 'service_code', 'organization.service_item', 'code',
        'received_by', 'organization.official', 'code', 'decided_by', 'organization.official', 'code',
        'delivered_by', 'organization.official', 'code', 'person_id', 'identity.person', 'id');
CREATE TRIGGER matter_refers_changed AFTER UPDATE ON matter.matter REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION sql.require_referenced(
        'unit_code', 'organization.unit', 'code', 'service_code', 'organization.service_item', 'code',
        'received_by', 'organization.official', 'code', 'decided_by', 'organization.official', 'code',
        'delivered_by', 'organization.official', 'code', 'person_id', 'identity.person', 'id');
CREATE INDEX matter_unit ON matter.matter (unit_code, opened_at DESC);
CREATE INDEX matter_closed ON matter.matter (closed_at);
GRANT SELECT, INSERT, UPDATE ON matter.matter TO ${app};

CREATE VIEW matter.shared_matter AS
    SELECT id, matter_no, unit_code, section_code, post_code, service_code, service_class, received_by, decided_by,
           delivered_by, channel,
           opened_at, due_on, closed_at, outcome, person_id, has_contact, applied_by_proxy
      FROM matter.matter;
GRANT SELECT ON matter.shared_matter TO ${app};
