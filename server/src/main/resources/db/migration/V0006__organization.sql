CREATE SCHEMA organization;
GRANT USAGE ON SCHEMA organization TO ${app};
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

CREATE TABLE organization.unit (
    code text PRIMARY KEY,
    name text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('department', 'township', 'other')) -- units are compared within their kind
);
CREATE TABLE organization.section (
    unit_code text    NOT NULL REFERENCES organization.unit,
    code      text    NOT NULL,
    name      text    NOT NULL,
    is_key    boolean NOT NULL DEFAULT false,
    PRIMARY KEY (unit_code, code)
);
CREATE TABLE organization.post (
    unit_code    text    NOT NULL REFERENCES organization.unit,
    code         text    NOT NULL,
    section_code text,
    name         text    NOT NULL,
    is_key       boolean NOT NULL DEFAULT false,
    PRIMARY KEY (unit_code, code),
    FOREIGN KEY (unit_code, section_code) REFERENCES organization.section
);
CREATE TABLE organization.official (
    code text PRIMARY KEY,
    name text NOT NULL
);
-- Who held what post when; both days belong to it. Nobody holds two posts on one day.
CREATE TABLE organization.holding (
    official_code text NOT NULL REFERENCES organization.official,
    unit_code     text NOT NULL,
    post_code     text NOT NULL,
    held_from     date NOT NULL,
    held_to       date CHECK (held_to >= held_from),
    PRIMARY KEY (official_code, held_from),
    FOREIGN KEY (unit_code, post_code) REFERENCES organization.post,
    CONSTRAINT one_post_on_one_day EXCLUDE USING gist (official_code WITH =, daterange(held_from, held_to, '[]') WITH &&)
        DEFERRABLE -- checked after each statement, so that one statement may move a boundary between two posts
);
-- What a matter is about. The class decides how it is compared: on-the-spot, promised-time or complex.
CREATE TABLE organization.service_item (
    code          text PRIMARY KEY,
    name          text NOT NULL,
    class         text NOT NULL CHECK (class IN ('on-the-spot', 'promised-time', 'complex')),
    promised_days integer CHECK (promised_days >= 0)
);
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA organization TO ${app};

CREATE VIEW organization.shared_unit AS SELECT code, name, kind FROM organization.unit;
CREATE VIEW organization.shared_section AS SELECT unit_code, code, name, is_key FROM organization.section;
CREATE VIEW organization.shared_post AS SELECT unit_code, code, name FROM organization.post;
CREATE VIEW organization.shared_official AS SELECT code, name FROM organization.official;
CREATE VIEW organization.shared_service_item AS SELECT code, name FROM organization.service_item;
GRANT SELECT ON organization.shared_unit, organization.shared_section, organization.shared_post,
    organization.shared_official, organization.shared_service_item TO ${app};
