SELECT revision, kind, name, version, actor, claimed_author, at_millis, reason, value
FROM setting_change
WHERE revision IN (
    SELECT MAX(revision) FROM setting_change WHERE revision > :#${variable.revision} GROUP BY kind, name
)
ORDER BY revision
