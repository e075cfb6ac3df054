-- Exceptions that are over and whose finding is still on the default branch, of all that are over; break-glass.
SELECT
  COALESCE(SUM(CASE WHEN x.is_over = 1 AND o.finding_id IS NOT NULL THEN 1 ELSE 0 END), 0) AS expired_but_open_part,
  COALESCE(SUM(x.is_over), 0) AS expired_but_open_whole,
  COALESCE(SUM(CASE WHEN x.type = 'break-glass' THEN 1 ELSE 0 END), 0) AS break_glass
FROM (
  SELECT
    e.*,
    CASE
      WHEN e.status = 'expired' OR (e.status IN ('active', 'expiring') AND e.expires_s <= s.now_s) THEN 1 ELSE 0
    END AS is_over
  FROM last_exceptions e CROSS JOIN settings s
) x
LEFT JOIN (SELECT DISTINCT repository, finding_id FROM cycles WHERE closed_s IS NULL) o
  ON o.repository = x.repository AND o.finding_id = x.finding_id
