-- 常用段落: words that handlers put into a draft, of one unit or of the whole county. A gap is two underscores or more.
CREATE TABLE petition.passage (
    id         uuid        PRIMARY KEY,
    unit_code  text, -- null: of the whole county
    part       text        NOT NULL CHECK (part IN ('facts', 'opinion', 'basis', 'measures')),
    name       text        NOT NULL CHECK (name <> '' AND length(name) <= 60),
    words      text        NOT NULL CHECK (words <> '' AND length(words) <= 2000),
    retired    boolean     NOT NULL DEFAULT false,
    version    bigint      NOT NULL DEFAULT 1,
    changed_by uuid        NOT NULL REFERENCES identity.account,
    changed_at timestamptz NOT NULL,
    -- facts are those of one case: nobody can find them beforehand
    CHECK (part <> 'facts' OR words ~ '[_＿]{2}')
);
CREATE UNIQUE INDEX passage_name ON petition.passage (coalesce(unit_code, ''), part, name) WHERE NOT retired;
GRANT SELECT, INSERT, UPDATE ON petition.passage TO ${app};

-- The draft of an answer belongs to the unit: whoever saves it second is told who was first.
CREATE TABLE petition.draft (
    petition_id uuid        PRIMARY KEY REFERENCES petition.petition,
    version     bigint      NOT NULL,
    saved_by    text        NOT NULL, -- name of the one who saved it last, as colleagues know them
    saved_at    timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON petition.draft TO ${app};

-- What says nothing as a part of an answer that is written here. Replies imported from elsewhere are judged by petition.acknowledgement.
CREATE TABLE petition.saying_nothing (
    phrase text PRIMARY KEY, -- the whole part, without spaces and a full stop
    source text NOT NULL
);
GRANT SELECT ON petition.saying_nothing TO ${app};
INSERT INTO petition.saying_nothing (phrase, source) VALUES
    ('网友：您好！留言已收悉', 'ours: seen as the whole reply to real letters'), ('收悉', 'ours'), ('已收悉', 'ours'), ('来信已收悉', 'ours'), ('来信收悉', 'ours'), ('留言已收悉', 'ours'), ('您的来信已收悉', 'ours'),
    ('您的信访件已收悉', 'ours'), ('已收到', 'ours'), ('收到', 'ours'), ('已阅', 'ours'), ('已转办', 'ours'), ('已转相关部门', 'ours'),
    ('已转相关部门处理', 'ours'), ('正在处理', 'ours'), ('正在办理', 'ours');
