INSERT INTO usage_call (
    call, id, at_millis, request_id, api_key, user_path, place, beyond, original_model, alias_chain, provider,
    request_model, response_model, operation, stream, status, error_code, partial, first_byte_micros,
    duration_micros, input_tokens, output_tokens, cached_input_tokens, cache_write_tokens, reasoning_tokens,
    audio_input_tokens, audio_output_tokens, units, batch, upstream_cost, input_units, input_attos,
    output_units, output_attos, total_units, total_attos, price_source, unpriced_reason, pricings)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
