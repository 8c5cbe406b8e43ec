-- Control: what is shown of every deal at a glance, what is going wrong in it, and the limits that say
-- so. All but the limits and who snoozed what follows from the records and can be made anew.

-- What the control board shows of a deal: derived when its records change, and once a day.
CREATE TABLE indicator (
    opportunity_id UUID PRIMARY KEY REFERENCES opportunity (id),
    read_on TEXT NOT NULL,
    -- buy or use.
    phase TEXT NOT NULL,
    -- Whether it is being sold or used and its records go on: who looks at the board sees it.
    watched BOOLEAN NOT NULL,
    -- The chance to win, its natural-log odds, their standard deviation, and by how much the chance
    -- has changed within a week; NULL once the order is placed.
    p_win DOUBLE PRECISION,
    log_odds DOUBLE PRECISION,
    spread DOUBLE PRECISION,
    week_change DOUBLE PRECISION,
    -- Expected numbers of people by stage and their variances, now and a week ago, as little-endian
    -- doubles.
    people BYTEA NOT NULL,
    -- The rest of its row on the board, as JSON.
    card TEXT NOT NULL
);

CREATE INDEX indicator_change ON indicator (week_change) WHERE watched AND week_change IS NOT NULL;

-- Something that is going wrong, or went wrong until cleared_at.
CREATE TABLE alarm (
    id UUID PRIMARY KEY,
    opportunity_id UUID NOT NULL REFERENCES opportunity (id),
    kind TEXT NOT NULL,
    person_id UUID REFERENCES person (id),
    commitment_id UUID REFERENCES commitment (id),
    since TEXT NOT NULL,
    -- Its figures and how often such an alarm is false, as JSON.
    body TEXT NOT NULL,
    raised_at BIGINT NOT NULL,
    cleared_at BIGINT,
    -- Until the end of this day nobody is bothered with it.
    snoozed_until TEXT,
    snooze_reason TEXT,
    snoozed_by_id UUID REFERENCES app_user (id)
);

CREATE INDEX alarm_active ON alarm (opportunity_id) WHERE cleared_at IS NULL;
CREATE INDEX alarm_raised ON alarm (raised_at);

-- The limits a manager has set; no row while they are those that ship.
CREATE TABLE control_limits (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    body TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by_id UUID REFERENCES app_user (id)
);

-- What is usual in the house, as JSON: how its deals end, and how long they stay in each stage.
CREATE TABLE house_norm (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    computed_on TEXT NOT NULL,
    body TEXT NOT NULL
);
