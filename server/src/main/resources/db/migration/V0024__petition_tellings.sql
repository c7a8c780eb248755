-- 告知: which moves and days are told to whom outside the pages, and by which text. No text says more than a number, a page, a day.
CREATE TABLE petition.telling (
    what     text NOT NULL, -- a move of the table of states, or a day that the sweeper finds
    whom     text NOT NULL CHECK (whom IN ('PETITIONER', 'UNIT', 'HANDLER')), -- UNIT: its heads
    template text NOT NULL CHECK (template LIKE 'petition.telling.%'),
    PRIMARY KEY (what, whom)
);
GRANT SELECT ON petition.telling TO ${app};
INSERT INTO petition.telling (what, whom, template)
SELECT what, 'PETITIONER', 'petition.telling.news'
  FROM unnest(ARRAY['receive', 'transfer', 'assign', 'uphold-objection', 'refuse-objection', 'accept', 'not-accept', 'reinstate',
                    'extend', 'answer', 'ask-review', 'uphold-review', 'quash-review', 'ask-rereview', 'uphold-rereview',
                    'quash-rereview', 'reopen', 'lapse', 'withdraw', 'merge', 'unmerge', 'pause', 'resume']) AS what;
INSERT INTO petition.telling (what, whom, template) VALUES
    ('lapse-near',       'PETITIONER', 'petition.telling.deadline'),
    ('ask-again',        'PETITIONER', 'petition.telling.question'),
    ('transfer',         'UNIT',       'petition.telling.work'),
    ('assign',           'UNIT',       'petition.telling.work'),
    ('refuse-objection', 'UNIT',       'petition.telling.work'),
    ('take',             'HANDLER',    'petition.telling.work'),
    ('hand-over',        'HANDLER',    'petition.telling.work'),
    ('quash-review',     'HANDLER',    'petition.telling.work'),
    ('quash-rereview',   'HANDLER',    'petition.telling.work'),
    ('reopen',           'HANDLER',    'petition.telling.work'),
    ('contest',          'UNIT',       'petition.telling.work'),
    ('due-soon',         'HANDLER',    'petition.telling.due'),
    ('due-soon',         'UNIT',       'petition.telling.due'),
    ('overdue',          'HANDLER',    'petition.telling.overdue'),
    ('overdue',          'UNIT',       'petition.telling.overdue');

-- The days that were told, so that each is told once.
CREATE TABLE petition.reminded (
    subject uuid NOT NULL, -- the petition; of 'ask-again' the signatory
    what    text NOT NULL,
    day     date NOT NULL,
    PRIMARY KEY (subject, what, day)
);
GRANT SELECT, INSERT ON petition.reminded TO ${app};

ALTER TABLE petition.signatory ADD COLUMN english boolean NOT NULL DEFAULT false; -- the language they are told in; else Chinese
CREATE INDEX signatory_ask_again ON petition.signatory (ask_again_on) WHERE ask_again_on IS NOT NULL;

INSERT INTO calendar.legal_value (code, valid_from, value, unit, starts, source) VALUES
    ('petition.remind.work',  '2022-05-01', 3, 'calendar days', 'counted back from the day on which work is due', 'ours'),
    ('petition.remind.lapse', '2022-05-01', 7, 'calendar days', 'counted back from the last day to ask for a review', 'ours');
