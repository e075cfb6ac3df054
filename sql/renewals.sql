-- Grants for what was excepted before, by another id or to another end, of all grants.
SELECT COALESCE(SUM(g.grants - 1), 0) AS renewals_part, COALESCE(SUM(g.grants), 0) AS renewals_whole
FROM (
  SELECT d.repository, d.excepted, COUNT(*) AS grants
  FROM (
    SELECT DISTINCT
      r.repository, COALESCE(e.finding_id, e.exception_id) AS excepted, e.exception_id, COALESCE(e.expires, '') AS expires
    FROM decided_runs r
    JOIN exceptions e ON e.decision_sha256 = r.decision_sha256
    WHERE e.status IN ('active', 'expiring', 'expired')
  ) d
  GROUP BY d.repository, d.excepted
) g
