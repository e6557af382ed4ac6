-- A store that is closed keeps its bills and its name.
ALTER TABLE store
    ADD COLUMN version INT NOT NULL DEFAULT 0,
    ADD COLUMN closed_at DATETIME(6) NULL;
