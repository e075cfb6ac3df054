-- Days from the first run that knew a fix, after one that knew none, until the default branch had it.
WITH updates AS (
  SELECT CASE WHEN c.fix_since_s IS NULL THEN NULL ELSE c.closed_s - c.fix_since_s END AS took_s
  FROM cycles c CROSS JOIN settings s
  WHERE c.closed_s >= s.since_s AND c.has_fix = 1 AND c.category IN ('sca', 'container')
),
ranked AS (
  SELECT
    u.took_s,
    ROW_NUMBER() OVER (PARTITION BY CASE WHEN u.took_s IS NULL THEN 0 ELSE 1 END ORDER BY u.took_s) AS place,
    COUNT(u.took_s) OVER () AS measured
  FROM updates u
)
SELECT
  COUNT(took_s) AS known_part,
  COUNT(*) AS known_whole,
  FLOOR((20.0 * SUM(took_s) + 86400.0 * COUNT(took_s)) / NULLIF(172800.0 * COUNT(took_s), 0)) / 10.0 AS mean_days,
  FLOOR((10.0 * MAX(CASE WHEN took_s IS NOT NULL AND 10 * (place - 1) < 5 * measured AND 10 * place >= 5 * measured THEN took_s END) + 43200.0) / 86400.0) / 10.0 AS median_days,
  FLOOR((10.0 * MAX(CASE WHEN took_s IS NOT NULL AND 10 * (place - 1) < 9 * measured AND 10 * place >= 9 * measured THEN took_s END) + 43200.0) / 86400.0) / 10.0 AS p90_days
FROM ranked
