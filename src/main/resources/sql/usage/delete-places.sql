DELETE FROM usage_place
WHERE (day, api_key, place) IN (SELECT day, api_key, place FROM usage_place WHERE day < ? LIMIT ?)
