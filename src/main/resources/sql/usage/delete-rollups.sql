DELETE FROM usage_rollup
WHERE (kind, scope, period, name, provider, model) IN (
    SELECT kind, scope, period, name, provider, model FROM usage_rollup WHERE kind = ? AND period < ? LIMIT ?
)
