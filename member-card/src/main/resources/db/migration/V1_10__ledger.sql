-- A bill may be refunded in several parts, so a movement may be taken back in several; that they are never more than it was
-- is decided under the lock of its account.
CREATE INDEX movement_reversals ON movement (merchant_id, reverses);
DROP INDEX movement_reverses ON movement;
