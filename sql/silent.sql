-- Repositories whose default branch has no complete scan within the time: how it stands there is not known.
SELECT r.repository, MAX(b.branch) AS branch, MAX(c.evaluated_s) AS last_scan_s
FROM (SELECT DISTINCT repository FROM runs) r
CROSS JOIN settings s
LEFT JOIN default_branches b ON b.repository = r.repository
LEFT JOIN (
  SELECT b2.repository, b2.evaluated_s
  FROM branch_runs b2
  JOIN scans x ON x.decision_sha256 = b2.decision_sha256
  WHERE x.state = 'complete'
) c ON c.repository = r.repository
GROUP BY r.repository, s.now_s, s.within_s
HAVING MAX(c.evaluated_s) IS NULL OR MAX(c.evaluated_s) < s.now_s - s.within_s
ORDER BY r.repository
