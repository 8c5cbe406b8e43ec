-- What is withheld from the estimates, since when, why and by whom: a person who is not to be
-- estimated, and a record that is disputed. Both are kept and shown.

ALTER TABLE person ADD COLUMN withheld_at BIGINT;
ALTER TABLE person ADD COLUMN withheld_reason TEXT;
ALTER TABLE person ADD COLUMN withheld_by_id UUID REFERENCES app_user (id);

ALTER TABLE interaction ADD COLUMN withheld_at BIGINT;
ALTER TABLE interaction ADD COLUMN withheld_reason TEXT;
ALTER TABLE interaction ADD COLUMN withheld_by_id UUID REFERENCES app_user (id);

ALTER TABLE commitment ADD COLUMN withheld_at BIGINT;
ALTER TABLE commitment ADD COLUMN withheld_reason TEXT;
ALTER TABLE commitment ADD COLUMN withheld_by_id UUID REFERENCES app_user (id);
