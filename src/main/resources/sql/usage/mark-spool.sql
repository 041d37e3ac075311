UPDATE usage_spool SET held = ? WHERE spool = ?
