-- Advice: what to do next in each deal, what became of it, and what is planned.

-- What to do next in a deal: derived when its records change, and once a day.
CREATE TABLE advice (
    opportunity_id UUID PRIMARY KEY REFERENCES opportunity (id),
    read_on TEXT NOT NULL,
    -- As JSON.
    body TEXT NOT NULL
);

-- What became of a suggestion: taken up, or put away with a reason. What does not suit people in a part
-- is learned from.
CREATE TABLE proposal (
    id UUID PRIMARY KEY,
    opportunity_id UUID NOT NULL REFERENCES opportunity (id),
    person_id UUID NOT NULL REFERENCES person (id),
    action TEXT NOT NULL,
    -- The part of the person at the time.
    role TEXT NOT NULL,
    -- taken_up or dismissed.
    fate TEXT NOT NULL,
    reason TEXT,
    note TEXT,
    made_on TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    by_id UUID REFERENCES app_user (id),
    taken_back_at BIGINT
);

CREATE INDEX proposal_deal ON proposal (opportunity_id) WHERE taken_back_at IS NULL;
CREATE INDEX proposal_fate ON proposal (made_at, fate) WHERE taken_back_at IS NULL;

CREATE TABLE activity (
    id UUID PRIMARY KEY,
    opportunity_id UUID NOT NULL REFERENCES opportunity (id),
    kind TEXT NOT NULL,
    owner_id UUID NOT NULL REFERENCES app_user (id),
    -- Whom it is to move and to where, and who leads there, as JSON.
    people TEXT NOT NULL,
    through TEXT NOT NULL,
    aim TEXT,
    benefit TEXT,
    due_on TEXT NOT NULL,
    at BIGINT,
    note TEXT,
    -- What it was expected to bring when it was planned, as JSON.
    expected TEXT,
    -- The suggestion that it takes up.
    proposal_id UUID REFERENCES proposal (id),
    -- What it became.
    interaction_id UUID REFERENCES interaction (id),
    cancelled_at BIGINT,
    cancel_reason TEXT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    deleted_at BIGINT
);

CREATE INDEX activity_deal ON activity (opportunity_id, due_on, id);
CREATE INDEX activity_agenda ON activity (owner_id, due_on, id)
    WHERE deleted_at IS NULL AND interaction_id IS NULL AND cancelled_at IS NULL;
CREATE INDEX activity_interaction ON activity (interaction_id) WHERE interaction_id IS NOT NULL;

-- What can be learned of a deal: the attempts made in it and what it had to it. Derived when it is read
-- anew as a whole: once a day, and when it ends.
CREATE TABLE lesson (
    opportunity_id UUID PRIMARY KEY REFERENCES opportunity (id),
    read_on TEXT NOT NULL,
    -- Both as JSON.
    attempts TEXT NOT NULL,
    features TEXT NOT NULL
);
