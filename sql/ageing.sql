-- Open findings by severity and age in days.
SELECT
  c.severity,
  SUM(CASE WHEN c.age_s < 604800 THEN 1 ELSE 0 END) AS under_7,
  SUM(CASE WHEN c.age_s >= 604800 AND c.age_s < 2592000 THEN 1 ELSE 0 END) AS under_30,
  SUM(CASE WHEN c.age_s >= 2592000 AND c.age_s < 7776000 THEN 1 ELSE 0 END) AS under_90,
  SUM(CASE WHEN c.age_s >= 7776000 AND c.age_s < 15552000 THEN 1 ELSE 0 END) AS under_180,
  SUM(CASE WHEN c.age_s >= 15552000 THEN 1 ELSE 0 END) AS older
FROM (
  SELECT x.severity, s.now_s - COALESCE(x.start_s, x.seen_s) AS age_s
  FROM cycles x CROSS JOIN settings s
  WHERE x.closed_s IS NULL
) c
GROUP BY c.severity
ORDER BY c.severity
