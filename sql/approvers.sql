-- Approvals by approver, who approved most first: the first row of all of them is the concentration.
SELECT a.approver, COUNT(*) AS approvals_part, SUM(COUNT(*)) OVER () AS approvals_whole
FROM (
  SELECT r.repository, e.exception_id, e.approver, MIN(e.approved_s) AS approved_s
  FROM decided_runs r
  JOIN exceptions e ON e.decision_sha256 = r.decision_sha256
  WHERE e.status IN ('active', 'expiring', 'expired') AND e.approver IS NOT NULL
  GROUP BY r.repository, e.exception_id, e.approver
) a
CROSS JOIN settings s
WHERE COALESCE(a.approved_s, 0) >= s.since_s
GROUP BY a.approver
ORDER BY approvals_part DESC, a.approver
