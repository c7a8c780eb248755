CREATE SCHEMA rectification;
GRANT USAGE ON SCHEMA rectification TO ${app};

-- 整改: one order for one matter poorly rated. The unit sees it from released_on: a whole week's orders at once, so that no order
-- tells its day; at once when the rater ticked 'the unit may contact me'.
CREATE TABLE rectification.work_order (
    id          uuid    PRIMARY KEY, -- random: an id made from the time would tell the day
    matter_id   uuid    NOT NULL UNIQUE REFERENCES matter.matter,
    unit_code   text    NOT NULL REFERENCES organization.unit,
    level       smallint NOT NULL CHECK (level IN (1, 2)),
    faults      text[]  NOT NULL,
    may_contact boolean NOT NULL,
    released_on date    NOT NULL,
    due_on      date    NOT NULL CHECK (due_on >= released_on),
    state       text    NOT NULL CHECK (state IN ('OPEN', 'RECTIFIED', 'REPLACED')), -- REPLACED: rated anew, not poor, before release
    measures    text    NOT NULL DEFAULT '',
    ended_at    timestamptz,
    version     bigint  NOT NULL DEFAULT 0
);
CREATE INDEX work_order_unit ON rectification.work_order (unit_code, state, due_on);
GRANT SELECT, INSERT, UPDATE ON rectification.work_order TO ${app};
