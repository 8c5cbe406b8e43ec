-- The first schema: who uses the house, whom it knows, what is sold to whom, what happened, and
-- what that says.
--
-- Conventions. Identifiers are UUIDv7. Instants are microseconds since 1970 (BIGINT), days are ISO
-- dates as text. A record is put away by deleted_at and never really deleted while something speaks
-- of it. version counts changes and is the record's ETag. team_id NULL means shared with everybody.

CREATE TABLE installation (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    -- SHA-256 of the one-time token of the set-up link; NULL once set up.
    setup_token_hash BYTEA,
    -- The deal the start screen of a demo explains; NULL elsewhere.
    demo_case_id UUID,
    created_at BIGINT NOT NULL
);

-- ------------------------------------------------------------------------------ who uses the house

CREATE TABLE team (
    id UUID PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    parent_id UUID REFERENCES team (id),
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    deleted_at BIGINT
);

CREATE TABLE app_user (
    id UUID PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT UNIQUE,
    password_hash TEXT,
    role TEXT NOT NULL,
    scope TEXT NOT NULL,
    team_id UUID REFERENCES team (id),
    person_id UUID,
    language TEXT NOT NULL,
    theme TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    -- A user who may no longer sign in; what they own stays theirs.
    deleted_at BIGINT
);

CREATE UNIQUE INDEX app_user_person ON app_user (person_id);

CREATE TABLE session (
    -- SHA-256 of the cookie's token: who reads the table cannot sign in with it.
    token_hash BYTEA PRIMARY KEY,
    user_id UUID NOT NULL REFERENCES app_user (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX session_of_user ON session (user_id);

CREATE TABLE api_key (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL REFERENCES app_user (id),
    name TEXT NOT NULL,
    scope TEXT NOT NULL,
    secret_hash BYTEA NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    deleted_at BIGINT
);

CREATE INDEX api_key_user ON api_key (user_id);

-- Failed sign-ins, by hash of address or of e-mail, to slow down whoever tries passwords.
CREATE TABLE failed_login (
    subject_hash BYTEA NOT NULL,
    at BIGINT NOT NULL
);

CREATE INDEX failed_login_subject ON failed_login (subject_hash, at);

CREATE TABLE idempotency_key (
    user_id UUID NOT NULL REFERENCES app_user (id),
    key TEXT NOT NULL,
    request_hash BYTEA NOT NULL,
    -- NULL while the first request with this key is still at work.
    status BIGINT,
    response BYTEA,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, key)
);

CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

-- ------------------------------------------------------------------------------- whom it knows

CREATE TABLE organization (
    id UUID PRIMARY KEY,
    external_key TEXT UNIQUE,
    name TEXT NOT NULL,
    -- What the list is sorted by: pinyin for Chinese, lower case for Latin.
    sort_name TEXT {{bytewise}} NOT NULL,
    ours BOOLEAN NOT NULL,
    competitor BOOLEAN NOT NULL,
    city TEXT,
    country TEXT,
    sector TEXT,
    website TEXT,
    customer_since TEXT,
    note TEXT,
    assumed BOOLEAN NOT NULL,
    owner_id UUID REFERENCES app_user (id),
    team_id UUID REFERENCES team (id),
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    deleted_at BIGINT
);

CREATE INDEX organization_by_name ON organization (sort_name, id) WHERE deleted_at IS NULL;

CREATE TABLE organization_relation (
    id UUID PRIMARY KEY,
    external_key TEXT UNIQUE,
    from_id UUID NOT NULL REFERENCES organization (id),
    to_id UUID NOT NULL REFERENCES organization (id),
    kind TEXT NOT NULL,
    since TEXT,
    until TEXT,
    assumed BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    deleted_at BIGINT
);

CREATE INDEX organization_relation_from ON organization_relation (from_id);
CREATE INDEX organization_relation_to ON organization_relation (to_id);

CREATE TABLE person (
    id UUID PRIMARY KEY,
    external_key TEXT UNIQUE,
    name TEXT NOT NULL,
    sort_name TEXT {{bytewise}} NOT NULL,
    email TEXT,
    phone TEXT,
    note TEXT,
    assumed BOOLEAN NOT NULL,
    owner_id UUID REFERENCES app_user (id),
    team_id UUID REFERENCES team (id),
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    deleted_at BIGINT
);

CREATE INDEX person_by_name ON person (sort_name, id) WHERE deleted_at IS NULL;
CREATE INDEX person_email ON person (email) WHERE email IS NOT NULL;

CREATE TABLE employment (
    id UUID PRIMARY KEY,
    external_key TEXT UNIQUE,
    person_id UUID NOT NULL REFERENCES person (id),
    organization_id UUID NOT NULL REFERENCES organization (id),
    title TEXT,
    reports_to_id UUID REFERENCES person (id),
    from_day TEXT,
    until_day TEXT,
    assumed BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    deleted_at BIGINT
);

CREATE INDEX employment_person ON employment (person_id);
CREATE INDEX employment_organization ON employment (organization_id);
CREATE INDEX employment_boss ON employment (reports_to_id) WHERE reports_to_id IS NOT NULL;

CREATE TABLE tie (
    id UUID PRIMARY KEY,
    external_key TEXT UNIQUE,
    from_id UUID NOT NULL REFERENCES person (id),
    to_id UUID NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    since TEXT,
    last_contact TEXT,
    note TEXT,
    assumed BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    deleted_at BIGINT
);

CREATE INDEX tie_from ON tie (from_id);
CREATE INDEX tie_to ON tie (to_id);

-- ------------------------------------------------------------------------- what is sold to whom

CREATE TABLE product (
    id UUID PRIMARY KEY,
    external_key TEXT UNIQUE,
    name TEXT NOT NULL,
    sort_name TEXT {{bytewise}} NOT NULL,
    series TEXT,
    price_minor BIGINT,
    price_currency TEXT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    deleted_at BIGINT
);

CREATE TABLE pipeline (
    id UUID PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    deleted_at BIGINT
);

CREATE TABLE stage (
    id UUID PRIMARY KEY,
    pipeline_id UUID NOT NULL REFERENCES pipeline (id),
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    -- Where the buyers must stand for this stage to be true.
    expects TEXT NOT NULL,
    position BIGINT NOT NULL,
    deleted_at BIGINT,
    UNIQUE (pipeline_id, key)
);

CREATE TABLE opportunity (
    id UUID PRIMARY KEY,
    external_key TEXT UNIQUE,
    name TEXT NOT NULL,
    sort_name TEXT {{bytewise}} NOT NULL,
    organization_id UUID NOT NULL REFERENCES organization (id),
    owner_id UUID NOT NULL REFERENCES app_user (id),
    team_id UUID REFERENCES team (id),
    pipeline_id UUID NOT NULL REFERENCES pipeline (id),
    product_id UUID REFERENCES product (id),
    amount_minor BIGINT,
    amount_currency TEXT,
    opened_on TEXT NOT NULL,
    expected_close TEXT,
    observed_until TEXT,
    note TEXT,
    assumed BOOLEAN NOT NULL,
    -- The latest stage change, kept here for the board; stage_change is the history.
    stage_id UUID NOT NULL REFERENCES stage (id),
    stage_since BIGINT NOT NULL,
    -- How the stage stands to the buyers, as JSON: derived, so that changing it is no change of the
    -- deal.
    gap TEXT,
    -- When the order was placed and use began.
    ordered_at BIGINT,
    closed_outcome TEXT,
    closed_at BIGINT,
    closed_reason TEXT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    deleted_at BIGINT
);

CREATE INDEX opportunity_by_name ON opportunity (sort_name, id) WHERE deleted_at IS NULL;
CREATE INDEX opportunity_board ON opportunity (pipeline_id, stage_id, id)
    WHERE deleted_at IS NULL AND closed_at IS NULL;
CREATE INDEX opportunity_organization ON opportunity (organization_id);
CREATE INDEX opportunity_owner ON opportunity (owner_id);

CREATE TABLE stage_change (
    id UUID PRIMARY KEY,
    external_key TEXT UNIQUE,
    opportunity_id UUID NOT NULL REFERENCES opportunity (id),
    stage_id UUID NOT NULL REFERENCES stage (id),
    at BIGINT NOT NULL,
    by_user_id UUID REFERENCES app_user (id),
    note TEXT,
    assumed BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    deleted_at BIGINT
);

CREATE INDEX stage_change_opportunity ON stage_change (opportunity_id, at);

CREATE TABLE stakeholder (
    opportunity_id UUID NOT NULL REFERENCES opportunity (id),
    person_id UUID NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    since TEXT,
    assumed BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    deleted_at BIGINT,
    PRIMARY KEY (opportunity_id, person_id)
);

CREATE INDEX stakeholder_person ON stakeholder (person_id);

-- --------------------------------------------------------------------- what happened, what it says

CREATE TABLE interaction (
    id UUID PRIMARY KEY,
    external_key TEXT UNIQUE,
    opportunity_id UUID NOT NULL REFERENCES opportunity (id),
    -- What was entered in one go and is undone in one go.
    evidence_id UUID,
    kind TEXT NOT NULL,
    direction TEXT,
    result TEXT,
    at BIGINT NOT NULL,
    -- Participants, introducers and signs, as JSON: they are written and read with the row.
    participants TEXT NOT NULL,
    through TEXT NOT NULL,
    signs TEXT NOT NULL,
    source TEXT NOT NULL,
    words TEXT,
    by_id UUID REFERENCES person (id),
    recorded_by_id UUID REFERENCES app_user (id),
    procedure_bound BOOLEAN NOT NULL,
    assumed BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    deleted_at BIGINT
);

CREATE INDEX interaction_opportunity ON interaction (opportunity_id, at, id);
CREATE INDEX interaction_evidence ON interaction (evidence_id) WHERE evidence_id IS NOT NULL;

-- Who took part in an interaction or showed something in it, for looking up by person.
CREATE TABLE interaction_person (
    interaction_id UUID NOT NULL REFERENCES interaction (id),
    person_id UUID NOT NULL REFERENCES person (id),
    PRIMARY KEY (person_id, interaction_id)
);

CREATE INDEX interaction_person_of ON interaction_person (interaction_id);

CREATE TABLE commitment (
    id UUID PRIMARY KEY,
    external_key TEXT UNIQUE,
    opportunity_id UUID NOT NULL REFERENCES opportunity (id),
    evidence_id UUID,
    by_id UUID NOT NULL REFERENCES person (id),
    to_id UUID NOT NULL REFERENCES person (id),
    text TEXT NOT NULL,
    made_on TEXT NOT NULL,
    due TEXT,
    kept_on TEXT,
    broken_on TEXT,
    withdrawn_on TEXT,
    assumed BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    deleted_at BIGINT
);

CREATE INDEX commitment_opportunity ON commitment (opportunity_id, made_on);
CREATE INDEX commitment_by ON commitment (by_id);
CREATE INDEX commitment_to ON commitment (to_id);
CREATE INDEX commitment_evidence ON commitment (evidence_id) WHERE evidence_id IS NOT NULL;

-- What is believed of one person in one deal: a function of the evidence and the model file.
CREATE TABLE belief (
    opportunity_id UUID NOT NULL REFERENCES opportunity (id),
    person_id UUID NOT NULL REFERENCES person (id),
    -- The probabilities of the 125 states right after the last evidence, as little-endian doubles.
    state BYTEA NOT NULL,
    settled_at BIGINT NOT NULL,
    log_evidence DOUBLE PRECISION NOT NULL,
    evidence_count BIGINT NOT NULL,
    -- The lines that add up to the estimate at settled_at, as JSON.
    explanation TEXT NOT NULL,
    model TEXT NOT NULL,
    -- The same belief read on a day (silence included), as JSON: what lists and boards show.
    reading TEXT NOT NULL,
    read_on TEXT NOT NULL,
    PRIMARY KEY (opportunity_id, person_id)
);

CREATE INDEX belief_person ON belief (person_id);
CREATE INDEX belief_age ON belief (read_on);

-- ------------------------------------------------------------------------- search, journal, outbox

CREATE TABLE search_entry (
    id {{serial}},
    noun TEXT NOT NULL,
    record_id UUID NOT NULL,
    owner_id UUID,
    team_id UUID,
    opportunity_id UUID,
    title TEXT NOT NULL,
    subtitle TEXT NOT NULL,
    -- only postgres
    tokens TSVECTOR NOT NULL,
    -- end
    UNIQUE (noun, record_id)
);

CREATE INDEX search_entry_deal ON search_entry (opportunity_id) WHERE opportunity_id IS NOT NULL;

-- only sqlite
CREATE VIRTUAL TABLE search_index USING fts5 (
    tokens, content='', contentless_delete=1, detail=none, prefix='1 2 3'
);
-- end
-- only postgres
CREATE INDEX search_index ON search_entry USING gin (tokens);
-- end

-- Every write, as the named operation it was: the audit log and the change feed in one.
CREATE TABLE journal (
    seq {{serial}},
    -- The writing transaction's number on PostgreSQL, where serial numbers may become visible out
    -- of order; 0 on SQLite, where they cannot.
    -- only sqlite
    xact BIGINT NOT NULL DEFAULT 0,
    -- end
    -- only postgres
    xact BIGINT NOT NULL DEFAULT pg_current_xact_id()::TEXT::BIGINT,
    -- end
    at BIGINT NOT NULL,
    user_id UUID,
    operation TEXT NOT NULL,
    noun TEXT NOT NULL,
    record_id UUID NOT NULL,
    opportunity_id UUID,
    person_ids TEXT,
    owner_id UUID,
    team_id UUID,
    -- What changed, as JSON with `before` and `after`; NULL where there is nothing to say.
    detail TEXT
);

CREATE INDEX journal_order ON journal (xact, seq);
CREATE INDEX journal_record ON journal (record_id, seq);

-- only postgres
CREATE FUNCTION announce_journal() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    PERFORM pg_notify('assent_journal', '');
    RETURN NULL;
END
$body$;
CREATE TRIGGER journal_announced AFTER INSERT ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION announce_journal();
-- end

-- What must leave the house, or be done later: written in the transaction that caused it.
CREATE TABLE outbox (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    -- The same key twice is the same task.
    idempotency_key TEXT NOT NULL UNIQUE,
    payload TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    -- Until when a worker has it; another may take it afterwards.
    taken_until BIGINT,
    done_at BIGINT,
    error TEXT,
    created_at BIGINT NOT NULL
);

CREATE INDEX outbox_due ON outbox (due_at) WHERE done_at IS NULL;
