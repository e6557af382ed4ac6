-- Which segment sticks which tag on; one rule a tag.
CREATE TABLE tag_rule (
    merchant_id BIGINT      NOT NULL,
    tag_id      BIGINT      NOT NULL,
    segment_id  BIGINT      NOT NULL,
    made_by     VARCHAR(64) NOT NULL,
    PRIMARY KEY (merchant_id, tag_id)
);
