CREATE SCHEMA spotcheck;
GRANT USAGE ON SCHEMA spotcheck TO ${app};

-- 抽样框: all matters closed in one quarter, frozen. No row of this schema is ever changed.
CREATE TABLE spotcheck.frame (
    id        uuid        PRIMARY KEY,
    quarter   text        NOT NULL UNIQUE CHECK (quarter ~ '^\d{4}Q[1-4]$'),
    frozen_at timestamptz NOT NULL,
    frozen_by uuid        REFERENCES identity.account, -- absent: the demo's loader
    size      integer     NOT NULL,
    digest    bytea       NOT NULL -- SHA-256 of the frame's file: what frame.csv of the draw gives
);
CREATE TABLE spotcheck.frame_matter (
    frame_id      uuid     NOT NULL REFERENCES spotcheck.frame DEFERRABLE INITIALLY DEFERRED, -- the digest comes last
    number        text     NOT NULL COLLATE "C" CHECK (number ~ '^[0-9a-f]{32}$'), -- random: the matter's name outside
    matter_id     uuid     NOT NULL,
    person_id     uuid,
    unit_code     text     NOT NULL,
    unit_kind     text     NOT NULL,
    section_code  text     NOT NULL,
    post_code     text     NOT NULL,
    official_code text     NOT NULL,
    service_class text     NOT NULL,
    channel       text     NOT NULL,
    class         smallint NOT NULL CHECK (class BETWEEN 0 AND 5), -- last voluntary rating when frozen; 0: none
    has_contact   boolean  NOT NULL,
    PRIMARY KEY (frame_id, number),
    UNIQUE (frame_id, matter_id)
);
CREATE TRIGGER frame_matter_refers AFTER INSERT ON spotcheck.frame_matter REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION sql.require_referenced(
        'matter_id', 'matter.matter', 'id', 'person_id', 'identity.person', 'id');

-- 抽取: seed = SHA-256("huiyin-draw-v1" || frame digest || entropy).
CREATE TABLE spotcheck.draw (
    id       uuid        PRIMARY KEY,
    frame_id uuid        NOT NULL UNIQUE REFERENCES spotcheck.frame,
    entropy  text        NOT NULL,
    seed     text        NOT NULL CHECK (seed ~ '^[0-9a-f]{64}$'),
    drawn_at timestamptz NOT NULL,
    drawn_by uuid        REFERENCES identity.account
);
CREATE TABLE spotcheck.draw_stratum (
    draw_id       uuid    NOT NULL REFERENCES spotcheck.draw,
    unit_code     text    NOT NULL,
    service_class text    NOT NULL,
    population    integer NOT NULL,
    size          integer NOT NULL CHECK (size BETWEEN 0 AND population),
    reserve       integer NOT NULL CHECK (reserve >= 0),
    PRIMARY KEY (draw_id, unit_code, service_class)
);
CREATE TABLE spotcheck.drawn (
    draw_id  uuid    NOT NULL REFERENCES spotcheck.draw,
    number   text    NOT NULL COLLATE "C",
    place    integer NOT NULL CHECK (place > 0), -- in its stratum
    kind     text    NOT NULL CHECK (kind IN ('sample', 'reserve')),
    rank     text    NOT NULL COLLATE "C", -- what decided: HMAC-SHA256 of the number under the seed
    PRIMARY KEY (draw_id, number)
);

-- One call per recipient and draw, about at most three of the recipient's drawn matters.
CREATE TABLE spotcheck.call (
    id          uuid    PRIMARY KEY,
    draw_id     uuid    NOT NULL REFERENCES spotcheck.draw,
    person_id   uuid    REFERENCES identity.person,
    has_contact boolean NOT NULL,
    UNIQUE (draw_id, person_id)
);
CREATE TABLE spotcheck.call_matter (
    call_id uuid     NOT NULL REFERENCES spotcheck.call,
    draw_id uuid     NOT NULL,
    number  text     NOT NULL COLLATE "C",
    place   smallint NOT NULL,
    PRIMARY KEY (call_id, number),
    UNIQUE (draw_id, number),
    FOREIGN KEY (draw_id, number) REFERENCES spotcheck.drawn
);
CREATE TABLE spotcheck.attempt (
    id         uuid        PRIMARY KEY,
    submission uuid        NOT NULL UNIQUE,
    call_id    uuid        NOT NULL REFERENCES spotcheck.call,
    tried_at   timestamptz NOT NULL,
    outcome    text        NOT NULL CHECK (outcome IN ('answered', 'refused', 'no-reply', 'wrong-number', 'appointment')),
    account_id uuid        REFERENCES identity.account,
    call_again_at timestamptz,
    CHECK ((outcome = 'appointment') = (call_again_at IS NOT NULL))
);
CREATE INDEX attempt_call ON spotcheck.attempt (call_id);

-- 回访: what one recipient said about one drawn matter. A correction is a new row; the last counts.
CREATE TABLE spotcheck.interview (
    id          uuid        PRIMARY KEY,
    seq         bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    attempt_id  uuid        NOT NULL REFERENCES spotcheck.attempt,
    draw_id     uuid        NOT NULL,
    number      text        NOT NULL COLLATE "C",
    asked_at    timestamptz NOT NULL,
    overall     smallint    NOT NULL CHECK (overall BETWEEN 1 AND 5),
    satisfied   smallint    CHECK (satisfied BETWEEN 1 AND 5),
    happy       smallint    CHECK (happy BETWEEN 1 AND 5),
    agree       smallint    CHECK (agree BETWEEN 1 AND 5),
    done        smallint    CHECK (done BETWEEN 1 AND 5),
    attitude    smallint    CHECK (attitude BETWEEN 1 AND 5),
    quality     smallint    CHECK (quality BETWEEN 1 AND 5),
    competence  smallint    CHECK (competence BETWEEN 1 AND 5),
    rated_before text       NOT NULL CHECK (rated_before IN ('yes', 'no', 'unknown')), -- did you rate this matter yourself?
    rated_level smallint    CHECK (rated_level BETWEEN 1 AND 5),
    pressed     text        NOT NULL CHECK (pressed IN ('yes', 'no', 'unknown')), -- did anyone ask, pay or press you?
    salt        bytea       NOT NULL CHECK (octet_length(salt) = 32), -- of the commitment in the log
    FOREIGN KEY (draw_id, number) REFERENCES spotcheck.drawn,
    UNIQUE (attempt_id, number)
);
CREATE INDEX interview_drawn ON spotcheck.interview (draw_id, number, seq DESC);

-- Every drawn matter with the last answer (0: not interviewed).
CREATE VIEW spotcheck.shared_sample AS
    SELECT w.frame_id, d.draw_id, d.number, m.matter_id, m.unit_code, m.unit_kind, m.section_code, m.service_class,
           m.class AS rating_class, coalesce(i.overall, 0) AS answer, i.satisfied, i.happy, i.agree, i.done, i.attitude,
           i.quality, i.competence, i.rated_before, i.pressed
      FROM spotcheck.draw w
      JOIN spotcheck.drawn d ON d.draw_id = w.id AND d.kind = 'sample'
      JOIN spotcheck.frame_matter m ON m.frame_id = w.frame_id AND m.number = d.number
      LEFT JOIN (SELECT DISTINCT ON (draw_id, number) * FROM spotcheck.interview ORDER BY draw_id, number, seq DESC) i
             ON i.draw_id = d.draw_id AND i.number = d.number;

-- Every matter of every frame: drawn or not, and what was answered.
CREATE VIEW spotcheck.shared_outcome AS
    SELECT m.frame_id, m.number, m.matter_id, m.unit_code, m.section_code, m.post_code, m.official_code, m.service_class,
           m.channel, m.class AS rating_class, m.has_contact, s.number IS NOT NULL AS sampled, coalesce(s.answer, 0) AS answer
      FROM spotcheck.frame_matter m
      LEFT JOIN spotcheck.shared_sample s ON s.frame_id = m.frame_id AND s.number = m.number;

CREATE VIEW spotcheck.shared_frame_matter AS
    SELECT frame_id, number, matter_id, unit_code, unit_kind, section_code, service_class, class AS rating_class, has_contact
      FROM spotcheck.frame_matter;
CREATE VIEW spotcheck.shared_frame AS
    SELECT f.id, f.quarter, f.frozen_at, w.id AS draw_id
      FROM spotcheck.frame f
      LEFT JOIN spotcheck.draw w ON w.frame_id = f.id;

-- A number for every row of an interview that changes whenever anything in the row does.
CREATE VIEW spotcheck.shared_interview_digest AS
    SELECT i.draw_id, hash_record_extended(i, 0) AS digest FROM spotcheck.interview i;

-- Where every call stands, but for how many tries are enough.
CREATE VIEW spotcheck.call_progress AS
    SELECT c.id, c.draw_id, c.person_id, c.has_contact,
           count(a.id) FILTER (WHERE a.outcome = 'no-reply') AS no_replies,
           bool_or(a.outcome = 'answered') IS TRUE AS answered,
           bool_or(a.outcome = 'refused') IS TRUE AS refused,
           bool_or(a.outcome = 'wrong-number') IS TRUE AS wrong_number,
           max(a.tried_at) AS last_tried_at,
           (array_agg(a.call_again_at ORDER BY a.tried_at DESC, a.id DESC))[1] AS call_again_at
      FROM spotcheck.call c
      LEFT JOIN spotcheck.attempt a ON a.call_id = c.id
     GROUP BY c.id;

GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA spotcheck TO ${app};
