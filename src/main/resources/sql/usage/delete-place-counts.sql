DELETE FROM usage_place_count
WHERE (day, api_key) IN (SELECT day, api_key FROM usage_place_count WHERE day < ? LIMIT ?)
