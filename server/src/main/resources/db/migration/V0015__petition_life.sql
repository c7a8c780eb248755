-- 信访件的一生. Two axes: the procedure, where the law has it, and the outcome, where the petitioner has it. What may follow what is
-- this table: code, pages, /data/states.csv and tests are made from it, and the triggers below hold everybody to it.
CREATE TABLE petition.transition (
    axis       text NOT NULL CHECK (axis IN ('procedure', 'outcome')),
    move       text NOT NULL,
    from_state text NOT NULL,
    to_state   text NOT NULL,
    who        text NOT NULL, -- roles; PETITIONER: who knows the query code; CLOCK: the sweeper
    needs      text NOT NULL, -- what must be there or be given with the move
    clock      text NOT NULL, -- the legal value whose clock it starts; stop: no clock runs on; empty: the clock goes on
    PRIMARY KEY (axis, move, from_state, to_state)
);
INSERT INTO petition.transition (axis, move, from_state, to_state, who, needs, clock) VALUES
--   axis         move              from               to                  who                    needs                clock
    ('procedure', 'take-over',      'ELSEWHERE',       'RECEIVED',         'INTAKE',              'reason',            'petition.register'),
    ('procedure', 'transfer',       'RECEIVED',        'TRANSFERRED',      'INTAKE',              'routes unit',       'petition.accept'),
    ('procedure', 'assign',         'RECEIVED',        'ASSIGNED',         'INTAKE',              'routes unit',       'petition.accept'),
    ('procedure', 'object',         'TRANSFERRED',     'OBJECTED',         'UNIT_HEAD',           'reason once',       'petition.objection'),
    ('procedure', 'object',         'ASSIGNED',        'OBJECTED',         'UNIT_HEAD',           'reason once',       'petition.objection'),
    ('procedure', 'uphold-objection', 'OBJECTED',      'RECEIVED',         'INTAKE',              'reason',            'petition.register'),
    ('procedure', 'refuse-objection', 'OBJECTED',      'ASSIGNED',         'INTAKE',              'reason',            'petition.accept'),
    ('procedure', 'accept',         'TRANSFERRED',     'ACCEPTED',         'UNIT_HEAD',           '',                  'petition.answer'),
    ('procedure', 'accept',         'ASSIGNED',        'ACCEPTED',         'UNIT_HEAD',           '',                  'petition.answer'),
    ('procedure', 'not-accept',     'TRANSFERRED',     'NOT_ACCEPTED',     'UNIT_HEAD',           'reason',            'stop'),
    ('procedure', 'not-accept',     'ASSIGNED',        'NOT_ACCEPTED',     'UNIT_HEAD',           'reason',            'stop'),
    ('procedure', 'reinstate',      'NOT_ACCEPTED',    'RECEIVED',         'SUPERVISION',         'reason',            'petition.register'),
    ('procedure', 'take',           'ACCEPTED',        'IN_HAND',          'UNIT_HEAD',           'handler',           ''),
    ('procedure', 'hand-over',      'IN_HAND',         'IN_HAND',          'UNIT_HEAD',           'handler',           ''),
    ('procedure', 'extend',         'IN_HAND',         'IN_HAND',          'UNIT_HEAD',           'reason approver once', 'petition.extension'),
    ('procedure', 'answer',         'IN_HAND',         'ANSWERED',         'UNIT_HEAD',           'answers',           'petition.review.ask'),
    ('procedure', 'ask-review',     'ANSWERED',        'IN_REVIEW',        'PETITIONER',          'reason review',     'petition.review.decide'),
    ('procedure', 'lapse',          'ANSWERED',        'REVIEW_NOT_ASKED', 'CLOCK',               '',                  'stop'),
    ('procedure', 'uphold-review',  'IN_REVIEW',       'REVIEWED',         'SUPERVISION',         'reason',            'petition.rereview.ask'),
    ('procedure', 'quash-review',   'IN_REVIEW',       'IN_HAND',          'SUPERVISION',         'reason',            'petition.answer'),
    ('procedure', 'ask-rereview',   'REVIEWED',        'IN_REREVIEW',      'PETITIONER',          'reason',            'petition.rereview.decide'),
    ('procedure', 'lapse',          'REVIEWED',        'REVIEW_NOT_ASKED', 'CLOCK',               '',                  'stop'),
    ('procedure', 'uphold-rereview', 'IN_REREVIEW',    'TERMINATED',       'SUPERVISION',         'reason',            'stop'),
    ('procedure', 'quash-rereview', 'IN_REREVIEW',     'IN_HAND',          'SUPERVISION',         'reason',            'petition.answer'),
    ('procedure', 'reopen',         'ANSWERED',        'IN_HAND',          'PETITIONER',          'reason again',      'petition.answer'),
    ('procedure', 'reopen',         'REVIEW_NOT_ASKED', 'IN_HAND',         'PETITIONER',          'reason again',      'petition.answer'),
    ('procedure', 'withdraw',       'RECEIVED',        'WITHDRAWN',        'PETITIONER',          '',                  'stop'),
    ('procedure', 'withdraw',       'TRANSFERRED',     'WITHDRAWN',        'PETITIONER',          '',                  'stop'),
    ('procedure', 'withdraw',       'ASSIGNED',        'WITHDRAWN',        'PETITIONER',          '',                  'stop'),
    ('procedure', 'withdraw',       'OBJECTED',        'WITHDRAWN',        'PETITIONER',          '',                  'stop'),
    ('procedure', 'withdraw',       'ACCEPTED',        'WITHDRAWN',        'PETITIONER',          '',                  'stop'),
    ('procedure', 'withdraw',       'IN_HAND',         'WITHDRAWN',        'PETITIONER',          '',                  'stop'),
    ('procedure', 'merge',          'RECEIVED',        'MERGED',           'INTAKE',              'other reason',      'stop'),
    ('procedure', 'merge',          'TRANSFERRED',     'MERGED',           'INTAKE',              'other reason',      'stop'),
    ('procedure', 'merge',          'ASSIGNED',        'MERGED',           'INTAKE',              'other reason',      'stop'),
    ('procedure', 'unmerge',        'MERGED',          'RECEIVED',         'INTAKE',              'reason unanswered', 'petition.register'),
    ('outcome',   'say-solved',     'NOT_ASKED',       'SOLVED',           'PETITIONER INTERVIEWER', 'verdict',        ''),
    ('outcome',   'say-solved',     'PARTLY',          'SOLVED',           'PETITIONER INTERVIEWER', 'verdict',        ''),
    ('outcome',   'say-solved',     'NOT_SOLVED',      'SOLVED',           'PETITIONER INTERVIEWER', 'verdict',        ''),
    ('outcome',   'say-solved',     'UNREACHABLE',     'SOLVED',           'PETITIONER INTERVIEWER', 'verdict',        ''),
    ('outcome',   'say-partly',     'NOT_ASKED',       'PARTLY',           'PETITIONER INTERVIEWER', 'verdict',        ''),
    ('outcome',   'say-partly',     'SOLVED',          'PARTLY',           'PETITIONER INTERVIEWER', 'verdict',        ''),
    ('outcome',   'say-partly',     'NOT_SOLVED',      'PARTLY',           'PETITIONER INTERVIEWER', 'verdict',        ''),
    ('outcome',   'say-partly',     'UNREACHABLE',     'PARTLY',           'PETITIONER INTERVIEWER', 'verdict',        ''),
    ('outcome',   'say-not-solved', 'NOT_ASKED',       'NOT_SOLVED',       'PETITIONER INTERVIEWER', 'verdict',        ''),
    ('outcome',   'say-not-solved', 'SOLVED',          'NOT_SOLVED',       'PETITIONER INTERVIEWER', 'verdict',        ''),
    ('outcome',   'say-not-solved', 'PARTLY',          'NOT_SOLVED',       'PETITIONER INTERVIEWER', 'verdict',        ''),
    ('outcome',   'say-not-solved', 'UNREACHABLE',     'NOT_SOLVED',       'PETITIONER INTERVIEWER', 'verdict',        ''),
    ('outcome',   'give-up-asking', 'NOT_ASKED',       'UNREACHABLE',      'INTERVIEWER',         'tries',             '');
GRANT SELECT ON petition.transition TO ${app};

INSERT INTO calendar.legal_value (code, valid_from, value, unit, starts, source) VALUES
    ('petition.register',        '2022-05-01', 15, 'calendar days', 'receipt by the petition office', '信访工作条例 (2022-05-01) art 22: register and transfer within 15 days of receipt'),
    ('petition.accept',          '2022-05-01', 15, 'calendar days', 'receipt by the competent organ', '信访工作条例 (2022-05-01) art 23: acceptance or not, in writing, within 15 days of receipt'),
    ('petition.objection',       '2022-05-01',  5, 'working days',  'the unit objects to a dispatch', 'ours'),
    ('petition.extension',       '2022-05-01', 30, 'calendar days', 'the day on which the first limit ends', '信访工作条例 (2022-05-01): at most 30 days, approved, reason told to the petitioner'),
    ('petition.review.ask',      '2022-05-01', 30, 'calendar days', 'the written answer reaches the petitioner', '信访工作条例 (2022-05-01) art 35'),
    ('petition.review.decide',   '2022-05-01', 30, 'calendar days', 'receipt of the request for review', '信访工作条例 (2022-05-01) art 35'),
    ('petition.rereview.ask',    '2022-05-01', 30, 'calendar days', 'the review decision reaches the petitioner', '信访工作条例 (2022-05-01) art 36'),
    ('petition.rereview.decide', '2022-05-01', 30, 'calendar days', 'receipt of the request for re-review; hearings not counted', '信访工作条例 (2022-05-01) art 36'),
    ('petition.ask.again',       '2022-05-01', 28, 'calendar days', 'the answer', 'ours: four weeks later the question is asked again'),
    ('petition.tries',           '2022-05-01',  3, 'tries',         'days on which somebody outside the unit tried to reach the petitioner', 'ours');

-- The lawful way of a claim decides procedure, the document's name and the remedy.
CREATE TABLE petition.route (
    code       text    PRIMARY KEY,
    class      text    NOT NULL CHECK (class IN ('PROPOSAL', 'ACCUSATION', 'APPEAL')),
    reviewable boolean NOT NULL, -- whether 复查 and 复核 are open after the answer
    name_zh text NOT NULL, name_en text NOT NULL,
    document_zh text NOT NULL, document_en text NOT NULL,
    remedy_zh text NOT NULL, remedy_en text NOT NULL,
    source     text    NOT NULL
);
GRANT SELECT ON petition.route TO ${app};
INSERT INTO petition.route VALUES
    ('petition', 'APPEAL', true, '信访程序', 'petition procedure', '信访处理意见书', 'Answer to a petition',
     '如果不服，收到本意见书之日起 30 日内，可以请求上一级机关复查。', 'If you disagree you may ask the next higher authority for a review within 30 days of receiving this answer.',
     '信访工作条例 (2022-05-01) arts 31(5), 35'),
    ('statutory-duty', 'APPEAL', false, '依法履行职责', 'statutory duty to act', '履职答复', 'Reply on a statutory duty',
     '如果认为机关没有依法履行职责，可以依法申请行政复议（60 日内）或者提起行政诉讼。', 'If you hold that the authority did not do its duty you may apply for administrative reconsideration (within 60 days) or go to court.',
     '信访工作条例 (2022-05-01) art 31(4); 行政复议法 (2023)'),
    ('administrative-review', 'APPEAL', false, '行政复议等程序', 'administrative reconsideration', '告知书', 'Notice',
     '请依法申请行政复议，一般应在知道行政行为之日起 60 日内提出。', 'Please apply for administrative reconsideration, as a rule within 60 days of learning of the act.',
     '信访工作条例 (2022-05-01) art 31; 行政复议法 (2023)'),
    ('litigation', 'APPEAL', false, '诉讼', 'court', '告知书', 'Notice',
     '这项请求应当依法向人民法院提起诉讼，信访答复不影响起诉期限的计算。', 'This claim belongs before the People’s Court; a petition does not stop the time limit for going there.',
     '信访工作条例 (2022-05-01) art 31(1)'),
    ('arbitration', 'APPEAL', false, '仲裁', 'arbitration', '告知书', 'Notice',
     '这项请求应当依法申请仲裁；劳动争议的仲裁时效一般为一年。', 'This claim belongs before arbitration; for labour disputes the limit is as a rule one year.',
     '信访工作条例 (2022-05-01) art 31(2)'),
    ('proposal', 'PROPOSAL', false, '建议意见', 'proposal', '建议答复', 'Reply to a proposal',
     '建议意见没有复查程序；欢迎补充说明。', 'There is no review of proposals; you are welcome to add to yours.',
     '信访工作条例 (2022-05-01) art 29'),
    ('discipline', 'ACCUSATION', false, '检举控告', 'accusation', '核查结果告知', 'Finding',
     '检举控告没有复查程序；可以向上一级纪检监察机关继续反映。', 'There is no review of accusations; you may go on to the next higher discipline organ.',
     '信访工作条例 (2022-05-01) art 30');

ALTER TABLE petition.petition
    ADD COLUMN submission  uuid UNIQUE, -- made with the form: whatever is retried is one petition
    ADD COLUMN class       text CHECK (class IN ('PROPOSAL', 'ACCUSATION', 'APPEAL')),
    -- ELSEWHERE: imported, its procedure runs on another platform
    ADD COLUMN procedure   text NOT NULL DEFAULT 'ELSEWHERE' CHECK (procedure IN ('ELSEWHERE', 'RECEIVED', 'TRANSFERRED', 'ASSIGNED',
        'OBJECTED', 'ACCEPTED', 'NOT_ACCEPTED', 'IN_HAND', 'ANSWERED', 'IN_REVIEW', 'REVIEWED', 'IN_REREVIEW', 'REVIEW_NOT_ASKED',
        'TERMINATED', 'WITHDRAWN', 'MERGED')),
    ADD COLUMN outcome     text NOT NULL DEFAULT 'NOT_ASKED'
        CHECK (outcome IN ('NOT_ASKED', 'SOLVED', 'PARTLY', 'NOT_SOLVED', 'UNREACHABLE')),
    ADD COLUMN hidden      boolean NOT NULL DEFAULT false, -- the handling unit does not learn who it is
    ADD COLUMN clock       text,
    ADD COLUMN due_on      date,
    ADD COLUMN escalated_on date,
    ADD COLUMN handler_id  uuid REFERENCES identity.account,
    ADD COLUMN merged_into uuid REFERENCES petition.petition,
    ADD COLUMN answered_on date,
    ADD CHECK ((clock IS NULL) = (due_on IS NULL));
CREATE INDEX petition_due ON petition.petition (due_on) WHERE due_on IS NOT NULL;
CREATE INDEX petition_handler ON petition.petition (handler_id) WHERE handler_id IS NOT NULL;

-- Who stands behind a petition: one, or in a joint petition each with a code and a verdict of their own.
CREATE TABLE petition.signatory (
    id          uuid     PRIMARY KEY,
    petition_id uuid     NOT NULL REFERENCES petition.petition,
    place       smallint NOT NULL CHECK (place > 0),
    code        text     NOT NULL UNIQUE CHECK (code ~ '^\d{16}$'), -- the public number
    query_tag   bytea    NOT NULL, -- HMAC of number and query code under a key of the data folder
    person_id   uuid     REFERENCES identity.person,
    represents  boolean  NOT NULL DEFAULT false,
    outcome     text     NOT NULL DEFAULT 'NOT_ASKED' CHECK (outcome IN ('NOT_ASKED', 'SOLVED', 'PARTLY', 'NOT_SOLVED', 'UNREACHABLE')),
    ask_again_on date,   -- when the question is asked again
    UNIQUE (petition_id, place)
);
GRANT SELECT, INSERT, UPDATE ON petition.signatory TO ${app};

CREATE TABLE petition.claim (
    petition_id uuid     NOT NULL REFERENCES petition.petition,
    no          smallint NOT NULL CHECK (no > 0),
    words       text     NOT NULL CHECK (words <> ''),
    route       text     REFERENCES petition.route,
    facts       text     NOT NULL DEFAULT '',
    opinion     text     NOT NULL DEFAULT '',
    basis       text     NOT NULL DEFAULT '',
    measures    text     NOT NULL DEFAULT '',
    PRIMARY KEY (petition_id, no)
);
GRANT SELECT, INSERT, UPDATE ON petition.claim TO ${app};

-- Whom a petition is about or who has a stake: never handles, owns, approves or reviews it, and of an accusation sees nothing.
CREATE TABLE petition.recusal (
    petition_id uuid NOT NULL REFERENCES petition.petition,
    unit_code   text REFERENCES organization.unit,
    account_id  uuid REFERENCES identity.account,
    reason      text NOT NULL,
    CHECK (num_nonnulls(unit_code, account_id) = 1),
    UNIQUE NULLS NOT DISTINCT (petition_id, unit_code, account_id)
);
GRANT SELECT, INSERT ON petition.recusal TO ${app};

-- Every move, as it was made.
CREATE TABLE petition.move (
    id          uuid        PRIMARY KEY,
    petition_id uuid        NOT NULL REFERENCES petition.petition,
    axis        text        NOT NULL,
    move        text        NOT NULL,
    from_state  text        NOT NULL,
    to_state    text        NOT NULL,
    made_at     timestamptz NOT NULL,
    account_id  uuid        REFERENCES identity.account, -- absent: the petitioner or a clock
    role        text        NOT NULL,
    unit_code   text,
    reason      text        NOT NULL DEFAULT '',
    due_on      date,
    salt        bytea       NOT NULL CHECK (octet_length(salt) = 32) -- of the commitment in the public log
);
CREATE INDEX move_petition ON petition.move (petition_id, made_at);
GRANT SELECT, INSERT ON petition.move TO ${app};

-- What a petitioner said about the end, and where it was said. Nothing said on the unit's premises or devices is a verdict.
CREATE TABLE petition.verdict (
    id           uuid        PRIMARY KEY,
    submission   uuid        NOT NULL UNIQUE,
    signatory_id uuid        NOT NULL REFERENCES petition.signatory,
    said         text        NOT NULL CHECK (said IN ('SOLVED', 'PARTLY', 'NOT_SOLVED', 'WITHDRAWN')),
    source       text        NOT NULL CHECK (source IN ('OWN', 'CALL')),
    account_id   uuid        REFERENCES identity.account, -- the independent caller
    pressed      boolean     NOT NULL DEFAULT false, -- did anybody ask, pay or press you?
    words        text        NOT NULL DEFAULT '' CHECK (length(words) <= 2000),
    said_at      timestamptz NOT NULL,
    CHECK ((source = 'CALL') = (account_id IS NOT NULL))
);
CREATE INDEX verdict_signatory ON petition.verdict (signatory_id, said_at);
-- Real tries to reach a petitioner, by somebody outside the unit.
CREATE TABLE petition.try (
    signatory_id uuid NOT NULL REFERENCES petition.signatory,
    tried_on     date NOT NULL,
    account_id   uuid NOT NULL REFERENCES identity.account,
    PRIMARY KEY (signatory_id, tried_on)
);
GRANT SELECT, INSERT ON petition.verdict, petition.try TO ${app};

-- 五不结案, held also against a statement that goes past the application's code.
CREATE FUNCTION petition.guard_petition() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF NEW.procedure <> OLD.procedure THEN
        IF NOT EXISTS (SELECT FROM petition.transition t
                        WHERE t.axis = 'procedure' AND t.from_state = OLD.procedure AND t.to_state = NEW.procedure) THEN
            RAISE check_violation USING MESSAGE = format('a petition does not go from %s to %s', OLD.procedure, NEW.procedure);
        END IF;
        IF NEW.procedure = 'ANSWERED' AND (
            NOT EXISTS (SELECT FROM petition.claim c WHERE c.petition_id = NEW.id)
            OR EXISTS (SELECT FROM petition.claim c WHERE c.petition_id = NEW.id
                         AND (c.route IS NULL OR c.facts = '' OR c.opinion = '' OR c.basis = ''))) THEN
            RAISE check_violation USING MESSAGE = 'a petition is answered claim by claim: facts, opinion and legal basis of each';
        END IF;
        IF NEW.procedure = 'WITHDRAWN' AND EXISTS (
            SELECT FROM petition.signatory s WHERE s.petition_id = NEW.id AND NOT EXISTS (
                SELECT FROM petition.verdict v WHERE v.signatory_id = s.id AND v.said = 'WITHDRAWN')) THEN
            RAISE check_violation USING MESSAGE = 'only all who signed withdraw a petition, each in their own words';
        END IF;
    END IF;
    IF NEW.outcome <> OLD.outcome AND NEW.outcome = 'SOLVED' AND (
        NOT EXISTS (SELECT FROM petition.signatory s WHERE s.petition_id = NEW.id)
        OR EXISTS (SELECT FROM petition.signatory s WHERE s.petition_id = NEW.id AND s.outcome <> 'SOLVED')) THEN
        RAISE check_violation USING MESSAGE = 'a petition is solved when everybody who signed it says so';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER petition_guard BEFORE UPDATE ON petition.petition
    FOR EACH ROW WHEN (OLD.procedure <> NEW.procedure OR OLD.outcome <> NEW.outcome) EXECUTE FUNCTION petition.guard_petition();

CREATE FUNCTION petition.guard_signatory() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF NEW.outcome IN ('SOLVED', 'PARTLY', 'NOT_SOLVED') AND NEW.outcome IS DISTINCT FROM (
        SELECT v.said FROM petition.verdict v WHERE v.signatory_id = NEW.id ORDER BY v.said_at DESC, v.id DESC LIMIT 1) THEN
        RAISE check_violation USING MESSAGE = 'an outcome is what the petitioner said last';
    END IF;
    IF NEW.outcome = 'UNREACHABLE' AND (SELECT count(*) FROM petition.try t WHERE t.signatory_id = NEW.id) < 3 THEN
        RAISE check_violation USING MESSAGE = 'nobody is unreachable before three tries on different days';
    END IF;
    IF NEW.code <> OLD.code OR NEW.person_id IS DISTINCT FROM OLD.person_id OR NEW.petition_id <> OLD.petition_id THEN
        RAISE check_violation USING MESSAGE = 'who signed stays as it is';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER signatory_guard BEFORE UPDATE ON petition.signatory
    FOR EACH ROW EXECUTE FUNCTION petition.guard_signatory();
