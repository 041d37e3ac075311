UPDATE usage_spool SET held = held WHERE spool = ? RETURNING number, held
