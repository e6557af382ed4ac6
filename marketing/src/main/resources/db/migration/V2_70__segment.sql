-- Every version of a segment is kept: whom a message was meant for can still be told.
CREATE TABLE segment (
    merchant_id BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    version     INT         NOT NULL,
    -- null once it is removed, so that its name is free again
    name        VARCHAR(20) NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY segment_name (merchant_id, name)
);

CREATE TABLE segment_version (
    merchant_id BIGINT        NOT NULL,
    segment_id  BIGINT        NOT NULL,
    version     INT           NOT NULL,
    name        VARCHAR(20)   NOT NULL,
    -- the tree of conditions as JSON, and which grammar it was written in
    grammar     INT           NOT NULL,
    tree        VARCHAR(8000) NOT NULL,
    made_by     VARCHAR(64)   NOT NULL,
    made_at     DATETIME(6)   NOT NULL,
    PRIMARY KEY (merchant_id, segment_id, version)
);
