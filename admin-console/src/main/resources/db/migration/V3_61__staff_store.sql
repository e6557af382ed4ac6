-- Where somebody works; who has no row works in every store.
CREATE TABLE staff_store (
    merchant_id BIGINT NOT NULL,
    staff_id    BIGINT NOT NULL,
    store_id    BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, staff_id, store_id)
);
