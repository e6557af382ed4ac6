-- A push to a saved segment; null when it is to everybody or to named members.
ALTER TABLE push ADD COLUMN segment_id BIGINT NULL;
