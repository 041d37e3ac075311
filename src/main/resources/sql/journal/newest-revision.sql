SELECT (SELECT COALESCE(MAX(revision), 0) FROM setting_change) AS newest,
       (SELECT name FROM setting_change WHERE revision = :#${variable.revision}) AS known_name,
       (SELECT at_millis FROM setting_change WHERE revision = :#${variable.revision}) AS known_at
