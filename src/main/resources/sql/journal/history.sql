SELECT revision, kind, name, version, actor, claimed_author, at_millis, reason, value
FROM setting_change
WHERE revision < :#${variable.history.before}
  AND (:#${variable.history.kind} = '' OR kind = :#${variable.history.kind})
  AND (:#${variable.history.name} = '' OR name = :#${variable.history.name})
ORDER BY revision DESC
LIMIT :#${variable.history.limit}
