-- 热线时限: the first word back to somebody who called, in hours or days by what the call is about. It runs beside the legal clocks.
INSERT INTO calendar.legal_value (code, valid_from, value, unit, starts, source) VALUES
    ('petition.hotline.life',     '2022-05-01',  2, 'hours',         'the call is received', 'draft standard DB11 of Beijing (2021-12), read second-hand; where it starts is ours'),
    ('petition.hotline.utility',  '2022-05-01', 24, 'hours',         'the call is received', 'draft standard DB11 of Beijing (2021-12), read second-hand; where it starts is ours'),
    ('petition.hotline.ordinary', '2022-05-01',  7, 'calendar days', 'the call is received', 'draft standard DB11 of Beijing (2021-12), read second-hand; where it starts is ours'),
    ('petition.hotline.hard',     '2022-05-01', 15, 'calendar days', 'the call is received', 'draft standard DB11 of Beijing (2021-12), read second-hand; where it starts is ours'),
    ('petition.step.draft',       '2022-05-01', 40, 'calendar days', 'acceptance', 'ours: a step inside the 60 days'),
    ('petition.step.approve',     '2022-05-01', 50, 'calendar days', 'acceptance', 'ours: a step inside the 60 days');
CREATE TABLE petition.hotline_class (
    code    text     PRIMARY KEY,
    place   smallint NOT NULL UNIQUE,
    name_zh text     NOT NULL,
    name_en text     NOT NULL,
    clock   text     NOT NULL -- its legal value
);
GRANT SELECT ON petition.hotline_class TO ${app};
INSERT INTO petition.hotline_class VALUES
    ('life',     1, '危及生命、财产',     'danger to life or property',       'petition.hotline.life'),
    ('utility',  2, '水、电、气、暖',     'water, power, gas, heating',       'petition.hotline.utility'),
    ('ordinary', 3, '一般事项',           'ordinary',                         'petition.hotline.ordinary'),
    ('hard',     4, '疑难事项',           'hard, or for several units',       'petition.hotline.hard');
ALTER TABLE petition.petition
    ADD COLUMN hotline           text REFERENCES petition.hotline_class,
    ADD COLUMN feedback_due_at   timestamptz, -- an instant: two hours are two hours, also at night
    ADD COLUMN fed_back_at       timestamptz,
    ADD COLUMN feedback_told_at  timestamptz, -- when it was found overdue
    ADD CHECK ((hotline IS NULL) = (feedback_due_at IS NULL)),
    ADD CHECK (fed_back_at IS NULL OR feedback_due_at IS NOT NULL);
CREATE INDEX petition_feedback ON petition.petition (feedback_due_at) WHERE feedback_due_at IS NOT NULL AND fed_back_at IS NULL;
CREATE TABLE petition.feedback (
    id          uuid        PRIMARY KEY,
    submission  uuid        NOT NULL UNIQUE,
    petition_id uuid        NOT NULL REFERENCES petition.petition,
    words       text        NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
    account_id  uuid        NOT NULL REFERENCES identity.account,
    role        text        NOT NULL,
    unit_code   text        NOT NULL,
    given_at    timestamptz NOT NULL,
    salt        bytea       NOT NULL CHECK (octet_length(salt) = 32) -- of the commitment in the public log
);
CREATE INDEX feedback_petition ON petition.feedback (petition_id, given_at);
GRANT SELECT, INSERT ON petition.feedback TO ${app};

-- 内部步骤: until when, inside the legal limit, an answer is drafted and approved. They move with the limit; none of them is law.
CREATE TABLE petition.internal_step (
    code    text     PRIMARY KEY,
    place   smallint NOT NULL UNIQUE,
    name_zh text     NOT NULL,
    name_en text     NOT NULL,
    clock   text     NOT NULL -- its value
);
GRANT SELECT ON petition.internal_step TO ${app};
INSERT INTO petition.internal_step VALUES
    ('draft',   1, '承办人写好答复', 'the handler has drafted the answer', 'petition.step.draft'),
    ('approve', 2, '负责人签发',     'the head has issued it',             'petition.step.approve');
CREATE TABLE petition.step_due (
    petition_id uuid NOT NULL REFERENCES petition.petition,
    step        text NOT NULL REFERENCES petition.internal_step,
    due_on      date NOT NULL,
    done_on     date,
    told_on     date, -- when it was found overdue
    PRIMARY KEY (petition_id, step)
);
CREATE INDEX step_due_open ON petition.step_due (due_on) WHERE done_on IS NULL AND told_on IS NULL;
GRANT SELECT, INSERT, UPDATE ON petition.step_due TO ${app};
INSERT INTO petition.telling (what, whom, template) VALUES
    ('feedback',         'PETITIONER', 'petition.telling.news'),
    ('feedback-overdue', 'HANDLER',    'petition.telling.overdue'),
    ('feedback-overdue', 'UNIT',       'petition.telling.overdue'),
    ('step-overdue',     'HANDLER',    'petition.telling.overdue'),
    ('step-overdue',     'UNIT',       'petition.telling.overdue');
