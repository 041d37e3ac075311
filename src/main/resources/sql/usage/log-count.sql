SELECT COUNT(*) FROM (
    SELECT call FROM usage_call WHERE at_millis >= ? AND at_millis < ? {filters} LIMIT ?
) AS counted
