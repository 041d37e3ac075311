DELETE FROM usage_call
WHERE call IN (SELECT call FROM usage_call WHERE at_millis < ? ORDER BY at_millis, call LIMIT ?)
