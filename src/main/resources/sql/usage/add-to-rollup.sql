INSERT INTO usage_rollup (
    kind, scope, period, name, provider, model, requests, unpriced, stated, uncharged, input_tokens,
    output_tokens, cached_input_tokens, input_units, input_attos, output_units, output_attos, total_units,
    total_attos)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (kind, scope, period, name, provider, model) DO UPDATE SET
    requests = usage_rollup.requests + excluded.requests,
    unpriced = usage_rollup.unpriced + excluded.unpriced,
    stated = usage_rollup.stated + excluded.stated,
    uncharged = usage_rollup.uncharged + excluded.uncharged,
    input_tokens = usage_rollup.input_tokens + excluded.input_tokens,
    output_tokens = usage_rollup.output_tokens + excluded.output_tokens,
    cached_input_tokens = usage_rollup.cached_input_tokens + excluded.cached_input_tokens,
    input_units = usage_rollup.input_units + excluded.input_units
        + (usage_rollup.input_attos + excluded.input_attos) / 1000000000000000000,
    input_attos = (usage_rollup.input_attos + excluded.input_attos) % 1000000000000000000,
    output_units = usage_rollup.output_units + excluded.output_units
        + (usage_rollup.output_attos + excluded.output_attos) / 1000000000000000000,
    output_attos = (usage_rollup.output_attos + excluded.output_attos) % 1000000000000000000,
    total_units = usage_rollup.total_units + excluded.total_units
        + (usage_rollup.total_attos + excluded.total_attos) / 1000000000000000000,
    total_attos = (usage_rollup.total_attos + excluded.total_attos) % 1000000000000000000
