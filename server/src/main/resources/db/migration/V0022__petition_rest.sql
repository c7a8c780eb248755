-- 单位场所: networks of offices. What is said from there is not what a petitioner says freely.
CREATE TABLE petition.premises (
    network   cidr PRIMARY KEY,
    unit_code text NOT NULL REFERENCES organization.unit
);
GRANT SELECT, INSERT, DELETE ON petition.premises TO ${app};

-- 中止 and 听证: the clock stands still, on a listed ground only; the petitioner is told and may contest it.
CREATE TABLE petition.ground (
    code    text PRIMARY KEY,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    source  text NOT NULL
);
GRANT SELECT ON petition.ground TO ${app};
INSERT INTO petition.ground VALUES
    ('hearing',       '举行听证',                 'a hearing is held',                         '信访工作条例 (2022-05-01) arts 31, 36: the time of a hearing is not counted'),
    ('court',         '须以另一案件的裁判或决定为依据', 'it rests on a case that is not decided yet',   '行政复议法 (2023) art 39, taken over: ours'),
    ('expert',        '正在检验、检测、鉴定',        'an expert examines the facts',              '行政复议法 (2023) art 39, taken over: ours'),
    ('force-majeure', '因不可抗力不能进行',          'it cannot go on by force majeure',          '行政复议法 (2023) art 39, taken over: ours');
ALTER TABLE petition.petition
    ADD COLUMN salt bytea CHECK (octet_length(salt) = 32), -- of the commitment in the public log, which it opens; absent: imported
    ADD COLUMN paused_on date, -- since when the clock stands still
    ADD COLUMN pause_ground text REFERENCES petition.ground,
    ADD COLUMN answer_due_on date, -- the day that stood when it was answered
    ADD COLUMN repeats uuid REFERENCES petition.petition, -- the earlier petition about the same matter
    ADD CHECK ((paused_on IS NULL) = (pause_ground IS NULL)),
    ADD CHECK (repeats <> id);
CREATE INDEX petition_repeats ON petition.petition (repeats) WHERE repeats IS NOT NULL;
CREATE INDEX petition_merged ON petition.petition (merged_into) WHERE merged_into IS NOT NULL;
INSERT INTO petition.transition (axis, move, from_state, to_state, who, needs, clock) VALUES
    ('procedure', 'pause',   'IN_HAND',     'IN_HAND',     'UNIT_HEAD',   'reason ground approver running', 'hold'),
    ('procedure', 'pause',   'IN_REVIEW',   'IN_REVIEW',   'SUPERVISION', 'reason ground running',          'hold'),
    ('procedure', 'pause',   'IN_REREVIEW', 'IN_REREVIEW', 'SUPERVISION', 'reason ground running',          'hold'),
    ('procedure', 'resume',  'IN_HAND',     'IN_HAND',     'UNIT_HEAD SUPERVISION', 'reason paused',        'go-on'),
    ('procedure', 'resume',  'IN_REVIEW',   'IN_REVIEW',   'SUPERVISION', 'reason paused',                  'go-on'),
    ('procedure', 'resume',  'IN_REREVIEW', 'IN_REREVIEW', 'SUPERVISION', 'reason paused',                  'go-on'),
    ('procedure', 'contest', 'IN_HAND',     'IN_HAND',     'PETITIONER',  'reason paused',                  ''),
    ('procedure', 'contest', 'IN_REVIEW',   'IN_REVIEW',   'PETITIONER',  'reason paused',                  ''),
    ('procedure', 'contest', 'IN_REREVIEW', 'IN_REREVIEW', 'PETITIONER',  'reason paused',                  '');

-- 打击报复: told at any time, looked into by the level above the unit, on the shortest clock. The unit never sees it.
INSERT INTO calendar.legal_value (code, valid_from, value, unit, starts, source) VALUES
    ('petition.retaliation',  '2022-05-01',  5, 'working days',  'a petitioner tells that something bad happened', 'ours: the shortest clock; retaliation is punishable by 政务处分法 art 32'),
    ('petition.harm.ask',     '2022-05-01', 90, 'calendar days', 'the answer', 'ours: after three months a sample is asked whether anything bad happened'),
    ('petition.harm.share',   '2022-05-01', 20, 'percent',       'share of those answered who are asked', 'ours');
CREATE TABLE petition.retaliation (
    id           uuid        PRIMARY KEY,
    submission   uuid        NOT NULL UNIQUE,
    signatory_id uuid        NOT NULL REFERENCES petition.signatory,
    told_at      timestamptz NOT NULL,
    source       text        NOT NULL CHECK (source IN ('OWN', 'CALL')),
    words        text        NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
    due_on       date        NOT NULL,
    salt         bytea       NOT NULL CHECK (octet_length(salt) = 32) -- of the commitment in the public log
);
CREATE TABLE petition.retaliation_finding (
    retaliation_id uuid        PRIMARY KEY REFERENCES petition.retaliation,
    upheld         boolean     NOT NULL,
    words          text        NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
    account_id     uuid        NOT NULL REFERENCES identity.account,
    found_at       timestamptz NOT NULL,
    salt           bytea       NOT NULL CHECK (octet_length(salt) = 32) -- of the commitment in the public log
);
-- Who was asked after three months, and what was said: absent words of harm are an answer too.
CREATE TABLE petition.harm_answer (
    signatory_id uuid        PRIMARY KEY REFERENCES petition.signatory,
    harmed       boolean     NOT NULL,
    account_id   uuid        NOT NULL REFERENCES identity.account,
    asked_at     timestamptz NOT NULL
);
GRANT SELECT, INSERT ON petition.retaliation, petition.retaliation_finding, petition.harm_answer TO ${app};
ALTER TABLE petition.signatory ADD COLUMN harm_ask_on date;
CREATE INDEX signatory_harm ON petition.signatory (harm_ask_on) WHERE harm_ask_on IS NOT NULL;
