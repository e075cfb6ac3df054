-- Which repositories have an advisory on their default branch now, who owns it, is it excepted, until when? Put yours in
-- the place of the one behind LIKE.
SELECT
  c.repository, o.path, o.package_name, o.package_version, o.fixed_version, o.severity, o.tier, o.owners,
  o.exception_id, o.exception_expires, c.due_s
FROM cycles c
JOIN (
  SELECT
    b.repository, x.*,
    ROW_NUMBER() OVER (PARTITION BY b.repository, x.finding_id ORDER BY b.run_number DESC) AS place
  FROM branch_runs b
  JOIN (
    SELECT
      decision_sha256, finding_id, path, package_name, package_version, fixed_version, severity, tier, owners,
      exception_id, exception_expires
    FROM outcomes
    WHERE CONCAT(' ', identifiers, ' ') LIKE '% CVE-2021-44228 %'
  ) x ON x.decision_sha256 = b.decision_sha256
) o ON o.repository = c.repository AND o.finding_id = c.finding_id
WHERE c.closed_s IS NULL AND o.place = 1
ORDER BY o.tier, c.repository, o.path
