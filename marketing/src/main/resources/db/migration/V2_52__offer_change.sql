-- Who made an offer, paused it or changed its stock.
CREATE TABLE offer_change (
    merchant_id BIGINT      NOT NULL,
    offer_id    BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    what        VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- the new stock, when that was changed
    total       BIGINT      NULL,
    changed_by  VARCHAR(64) NOT NULL,
    changed_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, offer_id, id)
);

INSERT INTO offer_change (merchant_id, offer_id, id, what, changed_by, changed_at)
SELECT merchant_id, id, id, 'MADE', made_by, made_at FROM offer;
