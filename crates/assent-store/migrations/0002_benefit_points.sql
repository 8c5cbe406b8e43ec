-- What a product offers: paths from what it is to what that is worth.

CREATE TABLE benefit_point (
    id UUID PRIMARY KEY,
    external_key TEXT UNIQUE,
    product_id UUID NOT NULL REFERENCES product (id),
    name TEXT NOT NULL,
    -- The name as it is compared with the words of a sign: trimmed and in lower case.
    folded_name TEXT NOT NULL,
    attribute TEXT,
    consequence TEXT,
    value TEXT,
    position BIGINT NOT NULL,
    assumed BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    deleted_at BIGINT
);

-- A sign that names a point of a product names one of them.
CREATE UNIQUE INDEX benefit_point_name ON benefit_point (folded_name, product_id)
    WHERE deleted_at IS NULL;
CREATE INDEX benefit_point_product ON benefit_point (product_id, position, id);
