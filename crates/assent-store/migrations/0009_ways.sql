-- The way in: who was asked to lead us to whom, and what became of it.

CREATE TABLE ask (
    id UUID PRIMARY KEY,
    opportunity_id UUID NOT NULL REFERENCES opportunity (id),
    -- To whom we want to get.
    target_id UUID NOT NULL REFERENCES person (id),
    -- Who was asked.
    person_id UUID NOT NULL REFERENCES person (id),
    -- Who lies between the two, from the first to the last, as JSON.
    onward TEXT NOT NULL,
    -- The chance of the whole way when it was asked for; NULL of one that was not among the best.
    chance DOUBLE PRECISION,
    -- asked, agreed, done, refused or undone.
    state TEXT NOT NULL,
    asked_on TEXT NOT NULL,
    -- When it got to that state.
    state_at BIGINT NOT NULL,
    note TEXT,
    by_id UUID REFERENCES app_user (id),
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE INDEX ask_deal ON ask (opportunity_id, asked_on, id);
CREATE INDEX ask_person ON ask (person_id, asked_on);
CREATE INDEX ask_state ON ask (state, asked_on, id);

-- Whom one of ours has been in touch with.
CREATE INDEX interaction_by ON interaction (by_id) WHERE by_id IS NOT NULL;
CREATE INDEX interaction_recorded_by ON interaction (recorded_by_id)
    WHERE by_id IS NULL AND recorded_by_id IS NOT NULL;
