-- Secrets that changes brought in, merged or not, by the month of the first run that saw it.
SELECT f.evaluated_month AS month_name, COUNT(*) AS introduced
FROM (
  SELECT
    r.repository, o.finding_id, r.evaluated_s, r.evaluated_month,
    ROW_NUMBER() OVER (PARTITION BY r.repository, o.finding_id ORDER BY r.evaluated_s, r.decision_sha256) AS place
  FROM decided_runs r
  JOIN outcomes o ON o.decision_sha256 = r.decision_sha256
  WHERE o.state = 'introduced'
) f
JOIN last_sights l ON l.repository = f.repository AND l.finding_id = f.finding_id
CROSS JOIN settings s
WHERE f.place = 1 AND l.category = 'secret' AND f.evaluated_s >= s.since_s
GROUP BY f.evaluated_month
ORDER BY f.evaluated_month
