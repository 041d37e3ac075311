INSERT INTO provider_models (origin, version, value) VALUES (:#${variable.row.origin}, 1, :#${variable.row.value})
ON CONFLICT (origin) DO UPDATE SET version = provider_models.version + 1, value = excluded.value
