-- Repositories with a complete scan of a category within the time, of those that have something of it to look at.
WITH asked AS (
  SELECT
    r.repository, x.category,
    MAX(CASE WHEN x.state = 'complete' THEN r.evaluated_s END) AS complete_s,
    MAX(CASE WHEN x.state = 'not-applicable' THEN r.evaluated_s END) AS not_applicable_s
  FROM decided_runs r
  JOIN scans x ON x.decision_sha256 = r.decision_sha256
  WHERE x.category IS NOT NULL
  GROUP BY r.repository, x.category
),
pairs AS (
  SELECT r.repository, c.category
  FROM (SELECT DISTINCT repository FROM runs) r
  CROSS JOIN (SELECT DISTINCT category FROM asked) c
)
SELECT
  p.category,
  SUM(CASE WHEN a.complete_s >= s.now_s - s.within_s THEN 1 ELSE 0 END) AS covered_part,
  COUNT(*) AS covered_whole
FROM pairs p
CROSS JOIN settings s
LEFT JOIN asked a ON a.repository = p.repository AND a.category = p.category
WHERE a.not_applicable_s IS NULL OR a.not_applicable_s <= COALESCE(a.complete_s, -1)
GROUP BY p.category
ORDER BY p.category
