SELECT DISTINCT provider FROM usage_rollup
WHERE kind = 'place' AND scope = '/' AND period BETWEEN ? AND ? AND model = ?
