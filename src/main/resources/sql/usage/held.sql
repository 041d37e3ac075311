SELECT held FROM usage_spool WHERE spool = ?
