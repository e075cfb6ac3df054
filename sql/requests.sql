-- Requests for exceptions: days from the first run that saw one to the first after it that saw an answer.
WITH asked AS (
  SELECT r.repository, e.finding_id, MIN(r.evaluated_s) AS asked_s
  FROM decided_runs r
  JOIN exceptions e ON e.decision_sha256 = r.decision_sha256
  WHERE e.status = 'requested' AND e.finding_id IS NOT NULL
  GROUP BY r.repository, e.finding_id
),
waits AS (
  SELECT a.repository, a.finding_id, MIN(n.evaluated_s) - MIN(a.asked_s) AS wait_s
  FROM asked a
  CROSS JOIN settings s
  LEFT JOIN (
    SELECT r.repository, e.finding_id, r.evaluated_s
    FROM decided_runs r
    JOIN exceptions e ON e.decision_sha256 = r.decision_sha256
    WHERE e.status IN ('active', 'expiring', 'rejected')
  ) n ON n.repository = a.repository AND n.finding_id = a.finding_id AND n.evaluated_s >= a.asked_s
  WHERE a.asked_s >= s.since_s
  GROUP BY a.repository, a.finding_id
),
ranked AS (
  SELECT
    w.*,
    ROW_NUMBER() OVER (PARTITION BY CASE WHEN w.wait_s IS NULL THEN 0 ELSE 1 END ORDER BY w.wait_s) AS place,
    COUNT(w.wait_s) OVER () AS measured
  FROM waits w
)
SELECT
  COUNT(*) - COUNT(wait_s) AS undecided_part,
  COUNT(*) AS undecided_whole,
  FLOOR((20.0 * SUM(wait_s) + 86400.0 * COUNT(wait_s)) / NULLIF(172800.0 * COUNT(wait_s), 0)) / 10.0 AS mean_days,
  FLOOR((10.0 * MAX(CASE WHEN wait_s IS NOT NULL AND 10 * (place - 1) < 5 * measured AND 10 * place >= 5 * measured THEN wait_s END) + 43200.0) / 86400.0) / 10.0 AS median_days,
  FLOOR((10.0 * MAX(CASE WHEN wait_s IS NOT NULL AND 10 * (place - 1) < 9 * measured AND 10 * place >= 9 * measured THEN wait_s END) + 43200.0) / 86400.0) / 10.0 AS p90_days
FROM ranked
