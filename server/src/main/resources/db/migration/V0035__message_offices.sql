-- An authority outside that has a mailbox and no account.
ALTER TABLE message.message DROP CONSTRAINT message_addressee_kind_check;
ALTER TABLE message.message ADD CONSTRAINT message_addressee_kind_check CHECK (addressee_kind IN ('person', 'account', 'office'));
