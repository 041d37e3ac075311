SELECT COALESCE(MAX(revision), 0) AS newest FROM setting_change
