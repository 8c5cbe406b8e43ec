-- The model in force, version by version: what lies over the priors file, who laid it there and why.
-- Without a row the file itself is in force. Going back makes a new version.
CREATE TABLE model_version (
    number BIGINT PRIMARY KEY,
    made_at BIGINT NOT NULL,
    made_by_id UUID REFERENCES app_user (id),
    -- edit, import, learning or return.
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    -- The version it goes back to.
    returns_to BIGINT,
    -- What users have changed and what was learned, as JSON.
    layers TEXT NOT NULL,
    -- What it changes of the version before, as JSON.
    changes TEXT NOT NULL,
    -- As the beliefs made with it name it, and the whole of its priors: the file may be another one later.
    model TEXT NOT NULL,
    priors TEXT NOT NULL,
    -- Deals to be settled anew with it, those that are, and when the last one was.
    deals BIGINT,
    settled BIGINT NOT NULL DEFAULT 0,
    settled_at BIGINT
);

-- Learning from the house's own dealings, run by run.
CREATE TABLE learning (
    id UUID PRIMARY KEY,
    asked_at BIGINT NOT NULL,
    asked_by_id UUID REFERENCES app_user (id),
    -- waiting, gathering, learning, judging; kept, not_kept, cancelled or failed.
    state TEXT NOT NULL,
    -- How far that is.
    done BIGINT NOT NULL DEFAULT 0,
    total BIGINT NOT NULL DEFAULT 0,
    cancel_asked BOOLEAN NOT NULL DEFAULT FALSE,
    ended_at BIGINT,
    -- What came of it, as JSON, and the version that it made.
    body TEXT,
    version BIGINT REFERENCES model_version (number)
);

CREATE INDEX learning_asked ON learning (asked_at, id);
