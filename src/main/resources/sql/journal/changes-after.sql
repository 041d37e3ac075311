SELECT revision, kind, name, version, actor, claimed_author, at_millis, reason, value
FROM setting_change
WHERE revision > :#${variable.revision}
ORDER BY revision
LIMIT 20000
