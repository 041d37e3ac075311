SELECT 1
FROM usage_rollup
WHERE kind = ? AND scope = ?
LIMIT 1
