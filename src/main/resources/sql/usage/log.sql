SELECT * FROM usage_call
WHERE at_millis >= ? AND at_millis < ? {filters}
ORDER BY at_millis DESC, call DESC
LIMIT ? OFFSET ?
