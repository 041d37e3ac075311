INSERT INTO usage_spool (spool, number, held) VALUES (?, ?, 0)
ON CONFLICT (spool) DO UPDATE SET held = usage_spool.held
RETURNING number, held
