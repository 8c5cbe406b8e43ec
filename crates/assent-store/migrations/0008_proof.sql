-- Proof: what the house's own closed deals say of the forecasts, each time it was computed, and how far
-- the computing is.

CREATE TABLE proof (
    id UUID PRIMARY KEY,
    computed_at BIGINT NOT NULL,
    -- Who asked for it; NULL if it was due by the calendar.
    asked_by_id UUID REFERENCES app_user (id),
    -- The model that the forecasts were made with.
    model TEXT NOT NULL,
    -- Who has won: model, challenger or undecided.
    verdict TEXT NOT NULL,
    -- The rest, as JSON.
    body TEXT NOT NULL
);

CREATE INDEX proof_computed ON proof (computed_at);

-- The computing that was last asked for; one row.
CREATE TABLE proof_run (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    asked_at BIGINT NOT NULL,
    asked_by_id UUID REFERENCES app_user (id),
    -- Deals looked at so far, of how many.
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    -- When it was last heard of, and when it ended.
    moved_at BIGINT NOT NULL,
    ended_at BIGINT,
    -- Why it failed, if it did.
    error TEXT
);
