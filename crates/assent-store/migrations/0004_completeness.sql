-- How completely each seller records what happens: set by somebody, or estimated from the seller's
-- dealings.

CREATE TABLE seller_completeness (
    user_id UUID NOT NULL REFERENCES app_user (id),
    channel TEXT NOT NULL,
    -- What somebody set, who and when; all NULL if nobody did.
    set_share DOUBLE PRECISION CHECK (set_share BETWEEN 0 AND 1),
    set_at BIGINT,
    set_by_id UUID REFERENCES app_user (id),
    -- What the dealings say; all NULL before they were looked at.
    share DOUBLE PRECISION,
    low DOUBLE PRECISION,
    high DOUBLE PRECISION,
    dealings BIGINT,
    estimated_at BIGINT,
    PRIMARY KEY (user_id, channel)
);

-- What that does to what can be known of the people in the seller's open deals.
CREATE TABLE seller_certainty (
    user_id UUID PRIMARY KEY REFERENCES app_user (id),
    dealings BIGINT NOT NULL,
    people BIGINT NOT NULL,
    -- Mean probability of the stage named, as things are recorded; NULL without people.
    certainty DOUBLE PRECISION,
    -- The same if everything were recorded, and were what is recorded.
    certainty_full DOUBLE PRECISION,
    computed_at BIGINT NOT NULL
);
