SELECT * FROM usage_call
WHERE (at_millis, call) > (?, ?) AND at_millis < ? {filters}
ORDER BY at_millis, call
LIMIT ?
