-- A try at a number that is not the petitioner's; the shares are published per unit.
ALTER TABLE petition.try ADD COLUMN wrong_number boolean NOT NULL DEFAULT false;
CREATE INDEX try_wrong_number ON petition.try (signatory_id) WHERE wrong_number;

-- Whoever withdrew is asked by an outsider whether it was their own will.
INSERT INTO calendar.legal_value (code, valid_from, value, unit, starts, source) VALUES
    ('petition.ask.withdrawn', '2022-05-01', 7, 'calendar days', 'the withdrawal',
     'ours: an outsider asks whether anybody asked, paid or pressed for it');
CREATE INDEX verdict_call ON petition.verdict (signatory_id) WHERE source = 'CALL';
