UPDATE usage_rollup SET
    unpriced = unpriced + ?,
    stated = stated + ?,
    input_units = input_units + ? + (input_attos + ?) / 1000000000000000000,
    input_attos = (input_attos + ?) % 1000000000000000000,
    output_units = output_units + ? + (output_attos + ?) / 1000000000000000000,
    output_attos = (output_attos + ?) % 1000000000000000000,
    total_units = total_units + ? + (total_attos + ?) / 1000000000000000000,
    total_attos = (total_attos + ?) % 1000000000000000000
WHERE kind = ? AND scope = ? AND period = ? AND name = ? AND provider = ? AND model = ?
