-- 督查督办: hard cases with their owners, personal acts, orders, receptions, advice.
CREATE SCHEMA supervision;
GRANT USAGE ON SCHEMA supervision TO ${app};

-- What petitions show to the modules above. ending: how a petition came to an end, the petitioner's own word before the procedure;
-- absent while it is open.
CREATE VIEW petition.shared_petition AS
    SELECT p.id, p.petition_no, p.received_at, (p.received_at AT TIME ZONE 'Asia/Shanghai')::date AS received_on, p.class, p.procedure,
           p.outcome, p.reply, p.unit_code, p.due_on, p.title, p.body,
           CASE WHEN p.outcome = 'SOLVED' THEN 'SOLVED'
                WHEN p.procedure IN ('TERMINATED', 'REVIEW_NOT_ASKED', 'WITHDRAWN', 'NOT_ACCEPTED', 'MERGED') THEN p.procedure
                WHEN p.procedure = 'ELSEWHERE' AND p.reply IN ('answered', 'without text') THEN 'ELSEWHERE' END AS ending
      FROM petition.petition p;
CREATE VIEW petition.shared_move AS
    SELECT id, petition_id, axis, move, made_at, (made_at AT TIME ZONE 'Asia/Shanghai')::date AS made_on, role FROM petition.move;
CREATE VIEW petition.shared_merged AS
    SELECT id, merged_into FROM petition.petition WHERE merged_into IS NOT NULL AND procedure = 'MERGED';
CREATE VIEW petition.shared_joint AS
    SELECT petition_id, count(*) AS signed FROM petition.signatory GROUP BY petition_id HAVING count(*) > 1;
CREATE VIEW petition.shared_recusal AS SELECT petition_id, unit_code, account_id FROM petition.recusal;
-- Every public number of a petition: its own, and one for each who signed.
CREATE VIEW petition.shared_number AS
    SELECT petition_no AS code, id AS petition_id FROM petition.petition
    UNION ALL
    SELECT code, petition_id FROM petition.signatory;
GRANT SELECT ON petition.shared_petition, petition.shared_move, petition.shared_merged, petition.shared_joint,
    petition.shared_recusal, petition.shared_number TO ${app};

INSERT INTO calendar.legal_value (code, valid_from, value, unit, starts, source) VALUES
    ('supervision.propose.repeats',    '2022-05-01',   2, 'matters',       'petitions merged into it, and reopenings', 'ours'),
    ('supervision.propose.overdue',    '2022-05-01',  30, 'calendar days', 'the legal day that ran out; for imported petitions 60 days after receipt', 'ours'),
    ('supervision.propose.signed',     '2022-05-01',  10, 'matters',       'people who signed it', 'ours'),
    ('supervision.propose.not.solved', '2022-05-01',   2, 'matters',       'answers after which the petitioner said not solved', 'ours'),
    ('supervision.propose.age',        '2022-05-01', 365, 'calendar days', 'receipt', 'ours'),
    ('supervision.owner.limit',        '2022-05-01',  92, 'calendar days', 'a leader takes a case: longest plan',
     'practice: an owned case is solved within three months; read second-hand'),
    ('supervision.act.late',           '2022-05-01',   7, 'calendar days', 'a personal act: until when it may be recorded', 'ours: nobody remembers acts when they are asked for');

-- 内容分类: what a case is about, without naming anybody; the one word that the public list says.
CREATE TABLE supervision.subject (
    code    text PRIMARY KEY,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    source  text NOT NULL
);
GRANT SELECT ON supervision.subject TO ${app};
INSERT INTO supervision.subject (code, name_zh, name_en, source)
SELECT code, zh, en, 'general knowledge of the national content classes, not confirmed: editable data'
  FROM (VALUES
    ('construction', '城乡建设', 'building and housing'), ('farming', '农村农业', 'villages and farming'),
    ('land', '国土资源', 'land and resources'), ('labour', '劳动和社会保障', 'work and social security'),
    ('health', '卫生健康', 'health'), ('education', '教育文体', 'education, culture, sport'), ('civil', '民政', 'civil affairs'),
    ('justice', '政法', 'police and justice'), ('economy', '经济管理', 'economy'), ('transport', '交通运输', 'transport'),
    ('trade', '商贸旅游', 'trade and tourism'), ('technology', '科技与信息产业', 'technology'),
    ('environment', '环境保护', 'environment'), ('administration', '党务政务', 'administration'),
    ('personnel', '组织人事', 'personnel'), ('other', '其他', 'other')) AS t (code, zh, en);

-- 县领导: an office is published, a name is not.
CREATE TABLE supervision.leader (
    account_id uuid PRIMARY KEY REFERENCES identity.account,
    office     text NOT NULL CHECK (office <> '' AND length(office) <= 100)
);
GRANT SELECT, INSERT, UPDATE ON supervision.leader TO ${app};

-- 疑难案件清单. A case stays on it until the petition has ended; how, is the petition's, never typed here.
CREATE TABLE supervision.hard_case (
    id          uuid     PRIMARY KEY,
    petition_id uuid     NOT NULL UNIQUE REFERENCES petition.petition,
    year        smallint NOT NULL,
    no          smallint NOT NULL CHECK (no > 0),
    subject     text     NOT NULL REFERENCES supervision.subject,
    rule        text     NOT NULL, -- by which rule it was proposed, or by hand
    reason      text     NOT NULL CHECK (length(reason) <= 2000),
    received_on date     NOT NULL,
    listed_on   date     NOT NULL,
    ending      text,
    ended_on    date,
    version     bigint   NOT NULL DEFAULT 0,
    UNIQUE (year, no),
    CHECK ((ending IS NULL) = (ended_on IS NULL))
);
GRANT SELECT, INSERT, UPDATE ON supervision.hard_case TO ${app};

-- 包案: who owns a case, with which plan and until when. One owner at a time.
CREATE TABLE supervision.ownership (
    id         uuid   PRIMARY KEY,
    case_id    uuid   NOT NULL REFERENCES supervision.hard_case,
    account_id uuid   NOT NULL REFERENCES supervision.leader,
    unit_code  text   REFERENCES organization.unit, -- the leader's own, by which a stake is seen
    office     text   NOT NULL,                     -- as it was on that day
    plan       text   NOT NULL CHECK (plan <> '' AND length(plan) <= 2000),
    due_on     date   NOT NULL,
    taken_on   date   NOT NULL CHECK (taken_on <= due_on),
    ended_on   date,
    version    bigint NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX ownership_one ON supervision.ownership (case_id) WHERE ended_on IS NULL;
CREATE INDEX ownership_account ON supervision.ownership (account_id) WHERE ended_on IS NULL;
GRANT SELECT, INSERT, UPDATE ON supervision.ownership TO ${app};

-- 不列入: a petition that the rules propose and that supervision does not put on the list, with the reason. It is proposed again
-- when it meets a rule that it did not meet then.
CREATE TABLE supervision.dismissal (
    petition_id  uuid NOT NULL REFERENCES petition.petition,
    rules        text NOT NULL CHECK (rules <> ''), -- those that it met, separated by spaces
    reason       text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    account_id   uuid NOT NULL REFERENCES identity.account,
    dismissed_on date NOT NULL,
    PRIMARY KEY (petition_id, rules)
);
GRANT SELECT, INSERT ON supervision.dismissal TO ${app};

-- A stake that a leader declared: this case is never theirs.
CREATE TABLE supervision.stake (
    case_id     uuid NOT NULL REFERENCES supervision.hard_case,
    account_id  uuid NOT NULL REFERENCES identity.account,
    declared_on date NOT NULL,
    PRIMARY KEY (case_id, account_id)
);
GRANT SELECT, INSERT ON supervision.stake TO ${app};

-- 经过: every step with a case, an order, a reception or an advice, as it was taken.
CREATE TABLE supervision.step (
    id         uuid        PRIMARY KEY,
    subject    text        NOT NULL CHECK (subject IN ('PETITION', 'CASE', 'ORDER', 'RECEPTION', 'ADVICE')),
    subject_id uuid        NOT NULL,
    what       text        NOT NULL,
    words      text        NOT NULL DEFAULT '' CHECK (length(words) <= 5000),
    taken_on   date        NOT NULL,
    taken_at   timestamptz NOT NULL,
    account_id uuid        REFERENCES identity.account, -- absent: the petitioner, a visitor or a clock
    role       text        NOT NULL,
    stock      smallint    NOT NULL DEFAULT 0 CHECK (stock IN (-1, 0, 1)), -- what it does to the stock of hard cases
    salt       bytea       NOT NULL CHECK (octet_length(salt) = 32)        -- of the commitment in the public log
);
CREATE INDEX step_subject ON supervision.step (subject_id, taken_at);
CREATE INDEX step_stock ON supervision.step (taken_on) WHERE stock <> 0;
GRANT SELECT, INSERT ON supervision.step TO ${app};

-- Held also against a statement that goes past the application's code: a case ends as its petition ended, and not otherwise.
CREATE FUNCTION supervision.guard_case() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF NEW.ending IS DISTINCT FROM (SELECT p.ending FROM petition.shared_petition p WHERE p.id = NEW.petition_id) THEN
        RAISE check_violation USING MESSAGE = 'a hard case ends by the petitioner''s word or with the procedure';
    END IF;
    IF NEW.petition_id <> OLD.petition_id OR NEW.listed_on <> OLD.listed_on OR NEW.received_on <> OLD.received_on THEN
        RAISE check_violation USING MESSAGE = 'an entry of the list stays as it is';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER case_guard BEFORE UPDATE ON supervision.hard_case FOR EACH ROW EXECUTE FUNCTION supervision.guard_case();

-- 回避: whoever has a stake never owns.
CREATE FUNCTION supervision.guard_owner() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF EXISTS (SELECT FROM supervision.stake s WHERE s.case_id = NEW.case_id AND s.account_id = NEW.account_id)
        OR EXISTS (SELECT FROM supervision.hard_case c JOIN petition.shared_recusal r ON r.petition_id = c.petition_id
                    WHERE c.id = NEW.case_id AND (r.account_id = NEW.account_id OR r.unit_code = NEW.unit_code))
        OR EXISTS (SELECT FROM supervision.hard_case c JOIN petition.shared_petition p ON p.id = c.petition_id
                    WHERE c.id = NEW.case_id AND p.unit_code = NEW.unit_code) THEN
        RAISE check_violation USING MESSAGE = 'whoever has a stake never owns a case';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER owner_guard BEFORE INSERT ON supervision.ownership FOR EACH ROW EXECUTE FUNCTION supervision.guard_owner();

-- 亲自办理: what an owner did, on which day, and what came of it. Never changed; a delegated act says by whom it was done.
CREATE TABLE supervision.act (
    id           uuid        PRIMARY KEY,
    submission   uuid        NOT NULL UNIQUE, -- made with the form: the same again is the same act
    case_id      uuid        NOT NULL REFERENCES supervision.hard_case,
    ownership_id uuid        NOT NULL REFERENCES supervision.ownership,
    account_id   uuid        NOT NULL REFERENCES supervision.leader,
    office       text        NOT NULL,
    kind         text        NOT NULL CHECK (kind IN ('COORDINATE', 'INSPECT', 'STUDY', 'MEET', 'HEAR', 'VISIT')),
    acted_on     date        NOT NULL,
    delegate     text        NOT NULL DEFAULT '' CHECK (length(delegate) <= 100), -- office of whoever did it instead
    result       text        NOT NULL CHECK (result <> '' AND length(result) <= 2000),
    recorded_on  date        NOT NULL CHECK (acted_on <= recorded_on),
    recorded_at  timestamptz NOT NULL,
    salt         bytea       NOT NULL CHECK (octet_length(salt) = 32)
);
CREATE INDEX act_case ON supervision.act (case_id, acted_on);
-- The petitioner says that an act did not happen.
CREATE TABLE supervision.denial (
    id           uuid        PRIMARY KEY,
    submission   uuid        NOT NULL UNIQUE,
    act_id       uuid        NOT NULL REFERENCES supervision.act,
    signatory_id uuid        NOT NULL REFERENCES petition.signatory,
    words        text        NOT NULL DEFAULT '' CHECK (length(words) <= 2000),
    said_at      timestamptz NOT NULL,
    salt         bytea       NOT NULL CHECK (octet_length(salt) = 32),
    UNIQUE (act_id, signatory_id)
);
-- What the supervision office found about an act.
CREATE TABLE supervision.finding (
    id         uuid        PRIMARY KEY,
    act_id     uuid        NOT NULL REFERENCES supervision.act,
    happened   boolean     NOT NULL,
    reason     text        NOT NULL CHECK (reason <> '' AND length(reason) <= 2000),
    found_at   timestamptz NOT NULL,
    account_id uuid        NOT NULL REFERENCES identity.account,
    salt       bytea       NOT NULL CHECK (octet_length(salt) = 32)
);
CREATE INDEX finding_act ON supervision.finding (act_id, found_at DESC);
GRANT SELECT, INSERT ON supervision.act, supervision.denial, supervision.finding TO ${app};

-- An act stands unless its petitioner denied it, or supervision found otherwise; whichever came last counts.
CREATE VIEW supervision.act_seen AS
    SELECT a.id, a.case_id, a.account_id, a.office, a.kind, a.acted_on, a.delegate, a.result, a.recorded_on, a.recorded_at,
           d.said_at AS denied_at, f.happened,
           CASE WHEN f.found_at IS NOT NULL AND (d.said_at IS NULL OR f.found_at >= d.said_at) THEN f.happened
                ELSE d.said_at IS NULL END AS stands
      FROM supervision.act a
      LEFT JOIN LATERAL (SELECT max(said_at) AS said_at FROM supervision.denial WHERE act_id = a.id) d ON true
      LEFT JOIN LATERAL (SELECT happened, found_at FROM supervision.finding WHERE act_id = a.id
                          ORDER BY found_at DESC, id DESC LIMIT 1) f ON true;
GRANT SELECT ON supervision.act_seen TO ${app};

INSERT INTO calendar.legal_value (code, valid_from, value, unit, starts, source) VALUES
    ('supervision.fault.unsupervised', '2022-05-01', 30, 'calendar days', 'the assignment, or the last supervision act', 'ours'),
    ('supervision.fault.unworked',     '2022-05-01', 30, 'calendar days', 'the day on which a leader took the case, or the last personal act', 'ours'),
    ('supervision.fault.unended',      '2022-05-01', 92, 'calendar days', 'the owner''s first personal act', 'practice: three months; read second-hand'),
    ('supervision.order.reply',        '2022-05-01', 30, 'calendar days', 'the order is issued', '山东省信访条例 (2015) art 59: the unit answers within 30 days'),
    ('supervision.order.again',        '2022-05-01', 10, 'calendar days', 'the reply is sent back', 'ours');

-- 督办单: why it is issued and of which kind it is, as the law and other places have them.
CREATE TABLE supervision.order_trigger (
    code text PRIMARY KEY, name_zh text NOT NULL, name_en text NOT NULL, source text NOT NULL
);
CREATE TABLE supervision.order_kind (
    code text PRIMARY KEY, name_zh text NOT NULL, name_en text NOT NULL, source text NOT NULL
);
GRANT SELECT ON supervision.order_trigger, supervision.order_kind TO ${app};
INSERT INTO supervision.order_trigger (code, name_zh, name_en, source)
SELECT code, zh, en, '山东省信访条例 (2015) art 59'
  FROM (VALUES
    ('procedure', '没有按程序办理', 'procedure not followed'), ('overdue', '无正当理由超期', 'overdue without reason'),
    ('no-feedback', '没有反馈办理结果', 'no feedback'), ('not-carried-out', '决定不落实', 'decision not carried out'),
    ('perfunctory', '敷衍、推诿、弄虚作假', 'perfunctory, buck-passing or false'), ('other', '其他', 'other')) AS t (code, zh, en);
INSERT INTO supervision.order_kind (code, name_zh, name_en, source)
SELECT code, zh, en, '潍坊市12345条例 (2021) art 26'
  FROM (VALUES ('daily', '日常督办', 'daily supervision'), ('listed', '挂牌督办', 'listed supervision'),
               ('talk', '约谈督办', 'supervision by talk')) AS t (code, zh, en);

CREATE TABLE supervision.supervision_order (
    id           uuid     PRIMARY KEY,
    submission   uuid     NOT NULL UNIQUE, -- made with the form: the same again is the same order
    year         smallint NOT NULL,
    no           smallint NOT NULL CHECK (no > 0),
    petition_id  uuid     REFERENCES petition.petition, -- absent: about the unit's work as a whole
    unit_code    text     NOT NULL REFERENCES organization.unit,
    trigger_code text     NOT NULL REFERENCES supervision.order_trigger,
    kind         text     NOT NULL REFERENCES supervision.order_kind,
    demand       text     NOT NULL CHECK (demand <> '' AND length(demand) <= 2000),
    issued_on    date     NOT NULL,
    due_on       date     NOT NULL CHECK (due_on > issued_on),
    state        text     NOT NULL CHECK (state IN ('ISSUED', 'REPLIED', 'SENT_BACK', 'ACCEPTED')),
    reply        text     NOT NULL DEFAULT '' CHECK (length(reply) <= 5000),
    replied_on   date,
    accepted_on  date,
    overdue_on   date, -- found by the sweeper; the day stands in due_on
    published_on date,
    version      bigint   NOT NULL DEFAULT 0,
    UNIQUE (year, no),
    CHECK ((state = 'ACCEPTED') = (accepted_on IS NOT NULL))
);
CREATE INDEX supervision_order_unit ON supervision.supervision_order (unit_code, state, due_on);
CREATE INDEX supervision_order_petition ON supervision.supervision_order (petition_id, issued_on);
CREATE INDEX supervision_order_due ON supervision.supervision_order (due_on) WHERE state IN ('ISSUED', 'SENT_BACK');
GRANT SELECT, INSERT, UPDATE ON supervision.supervision_order TO ${app};

CREATE FUNCTION supervision.guard_order() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('ISSUED', 'REPLIED'), ('SENT_BACK', 'REPLIED'),
        ('REPLIED', 'ACCEPTED'), ('REPLIED', 'SENT_BACK')) THEN
        RAISE check_violation USING MESSAGE = format('a supervision order does not go from %s to %s', OLD.state, NEW.state);
    END IF;
    IF NEW.due_on <> OLD.due_on AND NOT (OLD.state = 'REPLIED' AND NEW.state = 'SENT_BACK') THEN
        RAISE check_violation USING MESSAGE = 'the day of an order moves only when its reply is sent back';
    END IF;
    IF OLD.published_on IS NOT NULL AND NEW.published_on IS DISTINCT FROM OLD.published_on THEN
        RAISE check_violation USING MESSAGE = 'what is published stays published';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER order_guard BEFORE UPDATE ON supervision.supervision_order FOR EACH ROW EXECUTE FUNCTION supervision.guard_order();

-- 领导接访、下访: hours that a leader is there for whoever comes, cut into slots; one visitor a slot.
INSERT INTO calendar.legal_value (code, valid_from, value, unit, starts, source) VALUES
    ('supervision.reception.ahead', '2022-05-01', 56, 'calendar days', 'today: how far ahead receptions are shown and booked', 'ours');
CREATE TABLE supervision.reception_hour (
    id           uuid        PRIMARY KEY,
    account_id   uuid        NOT NULL REFERENCES supervision.leader,
    office       text        NOT NULL,
    kind         text        NOT NULL CHECK (kind IN ('OFFICE', 'VILLAGE')),
    place        text        NOT NULL CHECK (place <> '' AND length(place) <= 200),
    begins_at    timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL CHECK (ends_at > begins_at),
    cancelled_on date,
    CONSTRAINT one_place_at_a_time EXCLUDE USING gist (account_id WITH =, tstzrange(begins_at, ends_at) WITH &&)
        WHERE (cancelled_on IS NULL)
);
CREATE INDEX reception_hour_begins ON supervision.reception_hour (begins_at);
CREATE TABLE supervision.slot (
    id        uuid        PRIMARY KEY,
    hour_id   uuid        NOT NULL REFERENCES supervision.reception_hour,
    starts_at timestamptz NOT NULL,
    UNIQUE (hour_id, starts_at)
);
CREATE TABLE supervision.reception (
    id          uuid        PRIMARY KEY,
    submission  uuid        NOT NULL UNIQUE, -- made with the form: the same again is the same booking
    slot_id     uuid        NOT NULL REFERENCES supervision.slot,
    code        text        NOT NULL UNIQUE CHECK (code ~ '^\d{16}$'), -- the public number
    query_tag   bytea       NOT NULL,                                  -- HMAC of number and query code
    person_id   uuid        REFERENCES identity.person,
    subject     text        NOT NULL DEFAULT '' CHECK (length(subject) <= 500),
    channel     text        NOT NULL CHECK (channel IN ('online', 'call')),
    booked_at   timestamptz NOT NULL,
    -- NO_SHOW says only that nobody came; NOT_HELD that the leader was not there
    state       text        NOT NULL CHECK (state IN ('BOOKED', 'CANCELLED', 'PETITION', 'NOTE', 'NO_SHOW', 'NOT_HELD')),
    petition_id uuid        REFERENCES petition.petition,
    note        text        NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
    ended_at    timestamptz,
    version     bigint      NOT NULL DEFAULT 0,
    CHECK ((state = 'PETITION') = (petition_id IS NOT NULL)),
    CHECK (state <> 'NOTE' OR note <> ''),
    CHECK ((state = 'BOOKED') = (ended_at IS NULL))
);
CREATE UNIQUE INDEX reception_one_a_slot ON supervision.reception (slot_id) WHERE state <> 'CANCELLED';
GRANT SELECT, INSERT, UPDATE ON supervision.reception_hour, supervision.reception TO ${app};
GRANT SELECT, INSERT ON supervision.slot TO ${app};

CREATE FUNCTION supervision.guard_reception() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF OLD.state <> 'BOOKED' THEN
        RAISE check_violation USING MESSAGE = 'how a reception ended stays as it is';
    END IF;
    IF (NEW.slot_id, NEW.code, NEW.query_tag, NEW.person_id) IS DISTINCT FROM (OLD.slot_id, OLD.code, OLD.query_tag, OLD.person_id) THEN
        RAISE check_violation USING MESSAGE = 'a booking stays as it is';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reception_guard BEFORE UPDATE ON supervision.reception FOR EACH ROW EXECUTE FUNCTION supervision.guard_reception();

-- 三项建议权: the petition office tells a unit what to improve, from the pattern of cases, and looks later whether it came of it.
INSERT INTO calendar.legal_value (code, valid_from, value, unit, starts, source) VALUES
    ('supervision.advice.answer', '2022-05-01', 30, 'calendar days', 'the advice is written', '山东省信访条例 (2015) art 59: the unit answers within 30 days'),
    ('supervision.advice.follow', '2022-05-01', 90, 'calendar days', 'the unit answered', 'ours: three months later somebody looks');
CREATE TABLE supervision.advice (
    id          uuid     PRIMARY KEY,
    submission  uuid     NOT NULL UNIQUE, -- made with the form: the same again is the same advice
    year        smallint NOT NULL,
    no          smallint NOT NULL CHECK (no > 0),
    unit_code   text     NOT NULL REFERENCES organization.unit,
    kind        text     NOT NULL CHECK (kind IN ('IMPROVE_WORK', 'IMPROVE_POLICY', 'PURSUE_RESPONSIBILITY')),
    pattern     text     NOT NULL CHECK (pattern <> '' AND length(pattern) <= 2000),
    words       text     NOT NULL CHECK (words <> '' AND length(words) <= 2000),
    written_on  date     NOT NULL,
    due_on      date     NOT NULL CHECK (due_on > written_on),
    state       text     NOT NULL CHECK (state IN ('WRITTEN', 'ADOPTED', 'DECLINED', 'FOLLOWED')),
    adopted     boolean, -- absent until the unit answered
    answer      text     NOT NULL DEFAULT '' CHECK (length(answer) <= 2000),
    answered_on date,
    follow_on   date,
    found       text     CHECK (found IN ('DONE', 'PARTLY', 'NOT_DONE')),
    finding     text     NOT NULL DEFAULT '' CHECK (length(finding) <= 2000),
    found_on    date,
    version     bigint   NOT NULL DEFAULT 0,
    UNIQUE (year, no),
    CHECK ((state = 'WRITTEN') = (adopted IS NULL) AND (adopted IS NULL) = (answer = '')),
    CHECK ((state = 'FOLLOWED') = (found IS NOT NULL))
);
CREATE INDEX advice_unit ON supervision.advice (unit_code, state, due_on);
GRANT SELECT, INSERT, UPDATE ON supervision.advice TO ${app};
CREATE FUNCTION supervision.guard_advice() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF (OLD.state, NEW.state) NOT IN (('WRITTEN', 'ADOPTED'), ('WRITTEN', 'DECLINED'), ('ADOPTED', 'FOLLOWED'), ('DECLINED', 'FOLLOWED')) THEN
        RAISE check_violation USING MESSAGE = format('an advice does not go from %s to %s', OLD.state, NEW.state);
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER advice_guard BEFORE UPDATE ON supervision.advice FOR EACH ROW EXECUTE FUNCTION supervision.guard_advice();

-- How many people work on petitions, month by month; a correction is a new row, and the last counts.
CREATE TABLE supervision.staffing (
    id         uuid        PRIMARY KEY,
    month      date        NOT NULL CHECK (extract(day FROM month) = 1),
    people     integer     NOT NULL CHECK (people BETWEEN 0 AND 10000),
    entered_at timestamptz NOT NULL,
    account_id uuid        NOT NULL REFERENCES identity.account
);
CREATE INDEX staffing_month ON supervision.staffing (month, entered_at DESC);
GRANT SELECT, INSERT ON supervision.staffing TO ${app};
