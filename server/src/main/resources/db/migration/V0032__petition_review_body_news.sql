-- A review body has no account, but an office has a mailbox: news and days go there, by an address that says nothing.
ALTER TABLE petition.review_body ADD COLUMN email text CHECK (email LIKE '_%@_%'); -- absent: its page only
GRANT UPDATE (email) ON petition.review_body TO ${app};

ALTER TABLE petition.telling DROP CONSTRAINT telling_whom_check;
ALTER TABLE petition.telling ADD CONSTRAINT telling_whom_check
    CHECK (whom IN ('PETITIONER', 'UNIT', 'HANDLER', 'BODY')); -- UNIT: its heads; BODY: the review body that has it before it
INSERT INTO petition.telling (what, whom, template) VALUES
    ('ask-review',      'BODY', 'petition.telling.review'),
    ('ask-rereview',    'BODY', 'petition.telling.review'),
    ('contest',         'BODY', 'petition.telling.review-news'),
    ('add-file',        'BODY', 'petition.telling.review-news'),
    ('add-words',       'BODY', 'petition.telling.review-news'),
    -- a day while a review body has it is the body's and not the unit's
    ('review-due-soon', 'BODY', 'petition.telling.review-due'),
    ('review-overdue',  'BODY', 'petition.telling.review-overdue');
