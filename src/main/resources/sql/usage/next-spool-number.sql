INSERT INTO usage_counter (name, value) VALUES ('spools', 1)
ON CONFLICT (name) DO UPDATE SET value = usage_counter.value + 1
RETURNING value
