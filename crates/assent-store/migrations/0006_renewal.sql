-- A deal that renews an earlier one: where its people stood in that is where they begin in this.
ALTER TABLE opportunity ADD COLUMN renews_id UUID REFERENCES opportunity (id);

CREATE INDEX opportunity_renews ON opportunity (renews_id) WHERE renews_id IS NOT NULL;
