-- Findings that last passed under an exception, of those that a rule blocks, for all and by each grouping.
WITH labelled AS (
  SELECT 'all' AS grouping_name, 'all' AS label, l.* FROM last_sights l
  UNION ALL SELECT 'repository', l.repository, l.* FROM last_sights l
  UNION ALL SELECT 'tier', CAST(l.tier AS VARCHAR(9)), l.* FROM last_sights l
  UNION ALL SELECT 'exposure', l.exposure, l.* FROM last_sights l
  UNION ALL SELECT 'owner', l.owners, l.* FROM last_sights l
  UNION ALL SELECT 'category', l.category, l.* FROM last_sights l
  UNION ALL SELECT 'month', l.evaluated_month, l.* FROM last_sights l
  UNION ALL SELECT 'tier and severity', CONCAT(CAST(l.tier AS VARCHAR(9)), ' ', l.severity), l.* FROM last_sights l
)
SELECT
  l.grouping_name, l.label,
  SUM(CASE WHEN l.reason = 'excepted' THEN 1 ELSE 0 END) AS waived_part,
  COUNT(*) AS waived_whole
FROM labelled l CROSS JOIN settings s
WHERE l.evaluated_s >= s.since_s AND l.was_looked_for AND l.reason <> 'fixed' AND l.blocked_by_rule
GROUP BY l.grouping_name, l.label
ORDER BY l.grouping_name, l.label
