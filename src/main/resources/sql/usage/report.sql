-- {columns} are four: period, name, provider, model. Halves of a sum that could run over are added up apart.
SELECT {columns},
       SUM(requests), SUM(unpriced), SUM(stated), SUM(uncharged),
       SUM(input_tokens), SUM(output_tokens), SUM(cached_input_tokens),
       SUM(input_units), SUM(input_attos / 1000000000), SUM(input_attos % 1000000000),
       SUM(output_units), SUM(output_attos / 1000000000), SUM(output_attos % 1000000000),
       SUM(total_units), SUM(total_attos / 1000000000), SUM(total_attos % 1000000000)
FROM usage_rollup
WHERE kind = ? AND scope IN ({scopes}) AND period BETWEEN ? AND ? {filters}
GROUP BY 1, 2, 3, 4
ORDER BY {order}
LIMIT ? OFFSET ?
