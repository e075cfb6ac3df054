-- Figures of findings on default branches, for all and by each grouping: opened, open, overdue, fixed within SLA, days to
-- fix, came back. Critical findings by exposure and high ones at tier 0 are groupings of their own.
WITH labelled AS (
  SELECT 'all' AS grouping_name, 'all' AS label, 1 AS of_opened, 1 AS of_closed, 1 AS of_open, c.* FROM cycles c
  UNION ALL SELECT 'repository', c.repository, 1, 1, 1, c.* FROM cycles c
  UNION ALL SELECT 'tier', CAST(c.tier AS VARCHAR(9)), 1, 1, 1, c.* FROM cycles c
  UNION ALL SELECT 'exposure', c.exposure, 1, 1, 1, c.* FROM cycles c
  UNION ALL SELECT 'owner', c.owners, 1, 1, 1, c.* FROM cycles c
  UNION ALL SELECT 'category', c.category, 1, 1, 1, c.* FROM cycles c
  UNION ALL SELECT 'month', c.seen_month, 1, 0, 0, c.* FROM cycles c
  UNION ALL SELECT 'month', c.closed_month, 0, 1, 0, c.* FROM cycles c WHERE c.closed_s IS NOT NULL
  UNION ALL SELECT 'tier and severity', CONCAT(CAST(c.tier AS VARCHAR(9)), ' ', c.severity), 1, 1, 1, c.* FROM cycles c
  UNION ALL SELECT 'critical by exposure', c.exposure, 1, 1, 1, c.* FROM cycles c WHERE c.severity = 'critical'
  UNION ALL SELECT 'high at tier 0', 'all', 1, 1, 1, c.* FROM cycles c WHERE c.severity = 'high' AND c.tier = 0
),
judged AS (
  SELECT
    l.grouping_name, l.label,
    CASE WHEN l.of_opened = 1 AND l.was_seen = 1 AND l.seen_s >= s.since_s THEN 1 ELSE 0 END AS is_opened,
    CASE WHEN l.of_open = 1 AND l.closed_s IS NULL THEN 1 ELSE 0 END AS is_open,
    CASE WHEN l.of_open = 1 AND l.closed_s IS NULL AND l.due_s <= s.now_s THEN 1 ELSE 0 END AS is_overdue,
    CASE WHEN l.of_closed = 1 AND l.closed_s >= s.since_s THEN 1 ELSE 0 END AS is_closed,
    CASE WHEN l.of_closed = 1 AND l.closed_s >= s.since_s THEN l.closed_s - l.start_s END AS took_s,
    l.closed_s, l.due_s, l.came_back_s
  FROM labelled l CROSS JOIN settings s
),
ranked AS (
  SELECT
    j.*,
    ROW_NUMBER() OVER (PARTITION BY j.grouping_name, j.label, CASE WHEN j.took_s IS NULL THEN 0 ELSE 1 END ORDER BY j.took_s) AS place,
    COUNT(j.took_s) OVER (PARTITION BY j.grouping_name, j.label) AS measured
  FROM judged j
)
SELECT
  grouping_name, label,
  SUM(is_opened) AS opened,
  SUM(is_open) AS open_now,
  SUM(is_overdue) AS overdue,
  SUM(CASE WHEN is_closed = 1 AND closed_s <= due_s THEN 1 ELSE 0 END) AS sla_part,
  SUM(CASE WHEN is_closed = 1 AND due_s IS NOT NULL THEN 1 ELSE 0 END) + SUM(is_overdue) AS sla_whole,
  COUNT(took_s) AS measured,
  FLOOR((20.0 * SUM(took_s) + 86400.0 * COUNT(took_s)) / NULLIF(172800.0 * COUNT(took_s), 0)) / 10.0 AS mean_days,
  FLOOR((10.0 * MAX(CASE WHEN took_s IS NOT NULL AND 10 * (place - 1) < 5 * measured AND 10 * place >= 5 * measured THEN took_s END) + 43200.0) / 86400.0) / 10.0 AS median_days,
  FLOOR((10.0 * MAX(CASE WHEN took_s IS NOT NULL AND 10 * (place - 1) < 9 * measured AND 10 * place >= 9 * measured THEN took_s END) + 43200.0) / 86400.0) / 10.0 AS p90_days,
  SUM(CASE WHEN is_closed = 1 AND came_back_s <= 7776000 THEN 1 ELSE 0 END) AS came_back_part,
  SUM(is_closed) AS came_back_whole
FROM ranked
GROUP BY grouping_name, label
ORDER BY grouping_name, label
