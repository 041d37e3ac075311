INSERT INTO usage_place_count (day, api_key, places) VALUES (?, ?, 0)
ON CONFLICT (day, api_key) DO UPDATE SET places = usage_place_count.places
RETURNING places
