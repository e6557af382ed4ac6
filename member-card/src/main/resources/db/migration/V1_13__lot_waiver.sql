-- What a reversal did not take back because it had expired already: of which day's lot, and of which earning.
CREATE TABLE lot_waiver (
    merchant_id BIGINT NOT NULL,
    movement_id BIGINT NOT NULL,
    account_id  BIGINT NOT NULL,
    original_id BIGINT NOT NULL,
    expires_on  DATE   NOT NULL,
    amount      BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, movement_id),
    KEY lot_waiver_account (merchant_id, account_id, expires_on)
);
