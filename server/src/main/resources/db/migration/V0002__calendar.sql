CREATE SCHEMA calendar;
GRANT USAGE ON SCHEMA calendar TO ${app};

-- Only the days that differ from the week: free weekdays and worked weekend days.
CREATE TABLE calendar.day (
    day    date    PRIMARY KEY,
    name   text    NOT NULL,
    is_off boolean NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON calendar.day TO ${app};

-- Values that law or custom sets. The one in force on a day is the newest whose valid_from is not after it.
CREATE TABLE calendar.legal_value (
    code       text    NOT NULL,
    valid_from date    NOT NULL,
    value      integer NOT NULL,
    unit       text    NOT NULL CHECK (unit IN ('calendar days', 'working days', 'hours', 'tries', 'matters', 'percent', 'rows', 'yes or no')),
    starts     text    NOT NULL, -- the event that starts the clock, or what the value is counted over
    source     text    NOT NULL,
    PRIMARY KEY (code, valid_from)
);
GRANT SELECT, INSERT ON calendar.legal_value TO ${app};

INSERT INTO calendar.legal_value (code, valid_from, value, unit, starts, source) VALUES
    ('deadline.first.day',       '2022-05-01',  1, 'calendar days', 'the event: 1 when the clock starts on the day after it', '民事诉讼法 art 85 (periods do not include the day on which they begin)'),
    ('deadline.day.off.moves',   '2022-05-01',  1, 'yes or no',     'the last day is a day off: 1 when it moves to the next working day', '民事诉讼法 art 85'),
    ('petition.answer',          '2022-05-01', 60, 'calendar days', 'acceptance; for imported petitions, receipt',
     '信访工作条例 (2022-05-01): 60 days from acceptance'),
    ('rating.open',              '2021-01-01', 30, 'calendar days', 'the matter is closed',
     'ours; GB/T 39734-2020 section 7.2 sets time limits, its text was not read'),
    ('rectification.ordinary',   '2021-01-01',  5, 'working days',  'the order reaches the unit',
     '国办发〔2019〕51号 as carried out in 德州 and 襄城县: 5 working days'),
    ('spotcheck.tries',          '2026-01-01',  5, 'tries',         'calls to one recipient', 'ours'),
    ('spotcheck.matters',        '2026-01-01',  3, 'matters',       'matters asked about in one call', 'ours'),
    ('spotcheck.coverage',       '2026-01-01', 70, 'percent',       'matters of a frame with a usable contact', 'ours'),
    ('spotcheck.response',       '2026-01-01', 33, 'percent',       'expected answers among those drawn', 'ours; unknown callers get 20 to 35 % in practice');
