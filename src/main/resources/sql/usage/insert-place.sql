INSERT INTO usage_place (day, api_key, place) VALUES (?, ?, ?)
