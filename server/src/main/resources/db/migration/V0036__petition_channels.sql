-- 信访渠道: where and when the petition office can be reached beside the web form, as it is made public.
CREATE TABLE petition.channel (
    code       text        PRIMARY KEY CHECK (code IN ('hotline', 'phone', 'letter', 'visit')),
    words_zh   text        NOT NULL CHECK (length(words_zh) <= 300), -- number or place, and hours; empty: there is none
    words_en   text        NOT NULL CHECK (length(words_en) <= 300), -- empty: as in Chinese
    changed_by uuid        NOT NULL REFERENCES identity.account,
    changed_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON petition.channel TO ${app};
