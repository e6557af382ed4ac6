-- Whoever was to give the money back says that it cannot go this way; and what a person then did about it.
ALTER TABLE charge_refund ADD COLUMN stuck BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN settled_by VARCHAR(64) NULL,
    ADD COLUMN settled_reason VARCHAR(80) NULL;
