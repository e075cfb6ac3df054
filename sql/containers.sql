-- Repositories whose last scan of images on the default branch is complete and does not block, of those that have one.
SELECT
  COALESCE(SUM(CASE WHEN c.is_complete = 1 AND k.decision_sha256 IS NULL THEN 1 ELSE 0 END), 0) AS passing_part,
  COUNT(*) AS passing_whole
FROM (
  SELECT
    b.decision_sha256,
    MIN(CASE WHEN x.state = 'complete' THEN 1 ELSE 0 END) AS is_complete,
    ROW_NUMBER() OVER (PARTITION BY b.repository ORDER BY MAX(b.run_number) DESC) AS place
  FROM branch_runs b
  JOIN scans x ON x.decision_sha256 = b.decision_sha256
  WHERE x.category = 'container' AND x.state <> 'not-applicable'
  GROUP BY b.repository, b.decision_sha256
) c
LEFT JOIN (
  SELECT DISTINCT decision_sha256 FROM outcomes WHERE category = 'container' AND verdict = 'block'
) k ON k.decision_sha256 = c.decision_sha256
WHERE c.place = 1
