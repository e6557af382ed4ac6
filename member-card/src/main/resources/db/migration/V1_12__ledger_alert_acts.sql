-- What a person decided about an alert: never changed, so that who let an account go on and why stays to be read.
CREATE TABLE ledger_alert_act (
    merchant_id BIGINT       NOT NULL,
    id          BIGINT       NOT NULL,
    alert_id    BIGINT       NOT NULL,
    actor       VARCHAR(64)  NOT NULL,
    reason      VARCHAR(80)  NOT NULL,
    -- whether balance and lots were made again from the entries
    mended      BOOLEAN      NOT NULL,
    acted_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (merchant_id, id),
    KEY ledger_alert_act_alert (merchant_id, alert_id)
);

-- Null while it is open; the same found again stays settled, anything else opens it anew. The act is the last one.
ALTER TABLE ledger_alert ADD COLUMN settled_at DATETIME(6) NULL, ADD COLUMN act_id BIGINT NULL;
CREATE INDEX ledger_alert_account ON ledger_alert (merchant_id, account_id);
