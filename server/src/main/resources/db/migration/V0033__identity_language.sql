ALTER TABLE identity.account ADD COLUMN english boolean NOT NULL DEFAULT false; -- the language of the last sign-in, in which messages go
