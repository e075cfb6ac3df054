-- Exceptions that hold by type, with the days that they still run and since their approval.
WITH labelled AS (
  SELECT
    e.type, e.expires_s - s.now_s AS left_s,
    CASE WHEN e.approved_s <= s.now_s THEN s.now_s - e.approved_s END AS age_s
  FROM active_exceptions e CROSS JOIN settings s
),
measures AS (
  SELECT 'all' AS measure, CAST(NULL AS INTEGER) AS seconds FROM labelled
  UNION ALL SELECT CONCAT('type ', COALESCE(l.type, 'unknown')), CAST(NULL AS INTEGER) FROM labelled l
  UNION ALL SELECT 'days left', l.left_s FROM labelled l WHERE l.left_s IS NOT NULL
  UNION ALL SELECT 'age', l.age_s FROM labelled l WHERE l.age_s IS NOT NULL
),
ranked AS (
  SELECT
    m.*,
    ROW_NUMBER() OVER (PARTITION BY m.measure ORDER BY m.seconds) AS place,
    COUNT(*) OVER (PARTITION BY m.measure) AS measured
  FROM measures m
)
SELECT
  measure,
  COUNT(*) AS how_many,
  FLOOR((20.0 * SUM(seconds) + 86400.0 * COUNT(seconds)) / NULLIF(172800.0 * COUNT(seconds), 0)) / 10.0 AS mean_days,
  FLOOR((10.0 * MAX(CASE WHEN 10 * (place - 1) < 5 * measured AND 10 * place >= 5 * measured THEN seconds END) + 43200.0) / 86400.0) / 10.0 AS median_days,
  FLOOR((10.0 * MAX(CASE WHEN 10 * (place - 1) < 9 * measured AND 10 * place >= 9 * measured THEN seconds END) + 43200.0) / 86400.0) / 10.0 AS p90_days
FROM ranked
GROUP BY measure
ORDER BY measure
