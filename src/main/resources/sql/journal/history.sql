SELECT c.revision, c.kind, c.name, c.version, c.actor, c.claimed_author, c.at_millis, c.reason, c.value,
       p.value AS value_before
FROM setting_change c
LEFT JOIN setting_change p ON p.kind = c.kind AND p.name = c.name AND p.version = c.version - 1
WHERE c.revision < :#${variable.history.before}
  AND (:#${variable.history.kind} = '' OR c.kind = :#${variable.history.kind})
  AND (:#${variable.history.name} = '' OR c.name = :#${variable.history.name})
  AND (:#${variable.history.actor} = '' OR c.actor = :#${variable.history.actor})
ORDER BY c.revision DESC
LIMIT :#${variable.history.limit}
