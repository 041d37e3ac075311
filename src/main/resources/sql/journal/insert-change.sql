INSERT INTO setting_change (revision, kind, name, version, actor, claimed_author, at_millis, reason, value)
VALUES (:revision, :kind, :name, :version, :actor, :claimed_author, :at_millis, :reason, :value)
ON CONFLICT DO NOTHING
