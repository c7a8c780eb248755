-- 保存的筛选: an address of the desk's list that somebody keeps under a name.
CREATE TABLE petition.kept_filter (
    id         uuid    PRIMARY KEY,
    account_id uuid    NOT NULL REFERENCES identity.account,
    name       text    NOT NULL CHECK (name <> '' AND length(name) <= 40),
    unit_code  text, -- null: all units
    queue      text    NOT NULL, -- its word in addresses; empty: all
    opens      boolean NOT NULL DEFAULT false, -- what the list opens with
    UNIQUE (account_id, name)
);
CREATE UNIQUE INDEX kept_filter_opens ON petition.kept_filter (account_id) WHERE opens;
GRANT SELECT, INSERT, UPDATE, DELETE ON petition.kept_filter TO ${app};
