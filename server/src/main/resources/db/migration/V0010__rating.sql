CREATE SCHEMA rating;
GRANT USAGE ON SCHEMA rating TO ${app};

-- 评价邀请: the right to rate one closed matter. Code and secret are made anew from the key in the data folder when a slip is
-- printed; the database holds only what recognizes them.
CREATE TABLE rating.invitation (
    matter_id   uuid        PRIMARY KEY,
    code_tag    bytea       NOT NULL UNIQUE, -- HMAC of the 16-digit code
    secret_hash bytea       NOT NULL UNIQUE, -- SHA-256 of the link's secret
    opens_at    timestamptz NOT NULL,
    closes_at   timestamptz NOT NULL CHECK (closes_at > opens_at),
    serial      smallint    NOT NULL DEFAULT 0 -- raised until the code is free
);
CREATE TRIGGER invitation_refers AFTER INSERT ON rating.invitation REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION sql.require_referenced('matter_id', 'matter.matter', 'id');
GRANT SELECT, INSERT ON rating.invitation TO ${app};

-- Whoever prints a slip can read its code: every printing stays on record, and there are not many.
CREATE TABLE rating.printing (
    matter_id  uuid NOT NULL REFERENCES rating.invitation,
    account_id uuid NOT NULL REFERENCES identity.account,
    printed_on date NOT NULL,
    PRIMARY KEY (matter_id, account_id, printed_on)
);
GRANT SELECT, INSERT ON rating.printing TO ${app};

-- 自愿评价. Every submission is a row and no row is ever changed: of one matter's ratings through the invitation the last
-- counts, by the rater's time and then by seq. A tap at the counter is a channel of its own.
CREATE TABLE rating.rating (
    id          uuid        PRIMARY KEY,
    seq         bigint      GENERATED ALWAYS AS IDENTITY,
    submission  uuid        NOT NULL UNIQUE, -- made with the form: whatever is retried is one row
    matter_id   uuid        NOT NULL REFERENCES matter.matter,
    channel     text        NOT NULL CHECK (channel IN ('counter', 'own', 'paper', 'call')),
    terminal    text        NOT NULL DEFAULT '',
    overall     smallint    NOT NULL CHECK (overall BETWEEN 1 AND 5),
    satisfied   smallint    CHECK (satisfied BETWEEN 1 AND 5),
    happy       smallint    CHECK (happy BETWEEN 1 AND 5),
    agree       smallint    CHECK (agree BETWEEN 1 AND 5),
    done        smallint    CHECK (done BETWEEN 1 AND 5),
    attitude    smallint    CHECK (attitude BETWEEN 1 AND 5),
    quality     smallint    CHECK (quality BETWEEN 1 AND 5),
    competence  smallint    CHECK (competence BETWEEN 1 AND 5),
    reasons     text[]      NOT NULL DEFAULT '{}',
    comment     text        NOT NULL DEFAULT '' CHECK (length(comment) <= 2000),
    may_contact boolean     NOT NULL DEFAULT false,
    rated_at    timestamptz NOT NULL,
    salt        bytea       NOT NULL CHECK (octet_length(salt) = 32),      -- of the commitment in the public log; never shown
    leaf_hash   bytea       NOT NULL CHECK (octet_length(leaf_hash) = 32)  -- of the log's entry; the receipt is made from it
);
CREATE INDEX rating_matter ON rating.rating (matter_id);
CREATE INDEX rating_poor ON rating.rating (matter_id) WHERE overall <= 2; -- was it ever rated poorly?
GRANT SELECT, INSERT ON rating.rating TO ${app};

-- National reason codes of 好差评; the first digit is the level they belong to.
CREATE TABLE rating.reason (
    code       text PRIMARY KEY,
    level      smallint NOT NULL CHECK (level BETWEEN 1 AND 5),
    text_zh    text NOT NULL,
    text_en    text NOT NULL,
    content    text NOT NULL CHECK (content IN ('done', 'attitude', 'quality', 'competence')),
    valid_from date NOT NULL,
    source     text NOT NULL
);
GRANT SELECT ON rating.reason TO ${app};

-- What counts of each matter: the last through the invitation; the last counter tap only as long as there is none (a tap at the
-- office's own device can never outdo what somebody said away from it). own_after is what was said last on the own phone, if that
-- was after the last counter tap: where it is lower, the tap was corrected downward.
CREATE VIEW rating.shared_counting AS
    SELECT matter_id, coalesce(invited, counter) AS overall, counter, invited,
           CASE WHEN own_at > counter_at THEN own END AS own_after
      FROM (SELECT matter_id,
                   (array_agg(overall ORDER BY rated_at DESC, seq DESC) FILTER (WHERE channel = 'counter'))[1] AS counter,
                   (array_agg(overall ORDER BY rated_at DESC, seq DESC) FILTER (WHERE channel <> 'counter'))[1] AS invited,
                   (array_agg(overall ORDER BY rated_at DESC, seq DESC) FILTER (WHERE channel = 'own'))[1] AS own,
                   max(rated_at) FILTER (WHERE channel = 'own') AS own_at,
                   max(rated_at) FILTER (WHERE channel = 'counter') AS counter_at
              FROM rating.rating
             GROUP BY matter_id) AS last;
GRANT SELECT ON rating.shared_counting TO ${app};
-- When and where ratings were given, for the home's figure: no matter, no level.
CREATE VIEW rating.shared_given AS SELECT channel, rated_at FROM rating.rating;
GRANT SELECT ON rating.shared_given TO ${app};
