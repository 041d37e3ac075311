UPDATE usage_call SET
    input_units = ?,
    input_attos = ?,
    output_units = ?,
    output_attos = ?,
    total_units = ?,
    total_attos = ?,
    price_source = ?,
    unpriced_reason = ?,
    pricings = pricings + 1
WHERE call = ? AND pricings = ?
