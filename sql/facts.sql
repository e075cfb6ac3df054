-- What the figures rest on, over the tables of `policy-gate rows` (decisions, outcomes, exceptions, scans) and one row of
-- settings:
--   settings(now_s, since_s, within_s): seconds since 1970 of the question and of its beginning (0: all), and the seconds
--   within which a complete scan has to be there.
-- Standard SQL with window functions: no types, dates or words of one engine. Times are whole seconds. Each step is a
-- table, so that no engine works it out for every query again: run the file in a schema of its own.

-- Every decision once, up to now.
CREATE TABLE runs AS
SELECT DISTINCT
  d.decision_sha256, COALESCE(d.repository, '') AS repository, COALESCE(d.branch, '') AS branch, d.event, d.merged,
  d.evaluated_s, d.evaluated_month, d.verdict, d.completeness, d.would_block
FROM decisions d CROSS JOIN settings s
WHERE d.evaluated_s <= s.now_s;

CREATE TABLE decided_runs AS
SELECT * FROM runs WHERE verdict IS NOT NULL;

-- Runs that are about a branch itself. Those whose event nobody told count only where a repository has no other.
CREATE TABLE own_runs AS
SELECT r.*
FROM decided_runs r
JOIN (
  SELECT repository, MAX(CASE WHEN merged THEN 1 ELSE 0 END) AS has_sure FROM decided_runs GROUP BY repository
) k ON k.repository = r.repository
WHERE (k.has_sure = 1 AND r.merged) OR (k.has_sure = 0 AND r.merged IS NULL);

-- The default branch: scheduled runs are always on it, most pull requests go to it, and it has one of two names.
CREATE TABLE default_branches AS
SELECT ranked.repository, ranked.branch
FROM (
  SELECT
    e.repository, e.branch,
    ROW_NUMBER() OVER (
      PARTITION BY e.repository
      ORDER BY e.is_scheduled DESC, COALESCE(q.requests, 0) DESC, e.is_usual DESC, e.branch_runs DESC, e.branch
    ) AS place
  FROM (
    SELECT
      repository, branch,
      MAX(CASE WHEN event = 'schedule' THEN 1 ELSE 0 END) AS is_scheduled,
      MAX(CASE WHEN branch IN ('main', 'master') THEN 1 ELSE 0 END) AS is_usual,
      COUNT(*) AS branch_runs
    FROM own_runs
    WHERE branch <> ''
    GROUP BY repository, branch
  ) e
  LEFT JOIN (
    SELECT repository, branch, COUNT(*) AS requests FROM decided_runs WHERE merged = FALSE GROUP BY repository, branch
  ) q ON q.repository = e.repository AND q.branch = e.branch
) ranked
WHERE ranked.place = 1;

-- The runs of the default branch in the order of time; those that name no branch count with it.
CREATE TABLE branch_runs AS
SELECT
  o.repository, o.decision_sha256, o.evaluated_s, o.evaluated_month,
  ROW_NUMBER() OVER (PARTITION BY o.repository ORDER BY o.evaluated_s, o.decision_sha256) AS run_number
FROM own_runs o
LEFT JOIN default_branches b ON b.repository = o.repository
WHERE o.branch = '' OR o.branch = b.branch;

-- Runs that looked in full with a tool: what it does not report is not there. Where a scan failed and nobody knows whose
-- it is, none counts.
CREATE TABLE looks AS
SELECT
  b.repository, t.tool_key, b.run_number, b.evaluated_s, b.evaluated_month,
  ROW_NUMBER() OVER (PARTITION BY b.repository, t.tool_key ORDER BY b.run_number) AS look
FROM branch_runs b
JOIN (
  SELECT decision_sha256, tool_key, MIN(CASE WHEN state = 'complete' THEN 1 ELSE 0 END) AS is_complete
  FROM scans
  WHERE tool_key IS NOT NULL
  GROUP BY decision_sha256, tool_key
) t ON t.decision_sha256 = b.decision_sha256
LEFT JOIN (
  SELECT DISTINCT decision_sha256 FROM scans WHERE tool IS NULL AND state IN ('failed', 'invalid')
) x ON x.decision_sha256 = b.decision_sha256
WHERE t.is_complete = 1 AND x.decision_sha256 IS NULL;

-- Findings in the runs of the default branch.
CREATE TABLE sightings AS
SELECT DISTINCT
  b.repository, o.finding_id, b.run_number, b.evaluated_s, b.evaluated_month, o.tool_key,
  CASE WHEN o.is_open THEN 1 ELSE 0 END AS is_open,
  CASE WHEN o.was_looked_for AND o.reason <> 'fixed' THEN 1 ELSE 0 END AS is_reported,
  o.tier, o.severity, o.category, COALESCE(o.exposure, '') AS exposure, o.owners,
  o.first_detected_s, o.sla_due_s, o.fix_available
FROM branch_runs b
JOIN outcomes o ON o.decision_sha256 = b.decision_sha256;

-- How many runs had looked with the tool when a finding was seen, that run among them.
CREATE TABLE look_counts AS
SELECT c.repository, c.tool_key, c.run_number, MAX(c.looks) AS looks
FROM (
  SELECT
    e.repository, e.tool_key, e.run_number,
    SUM(e.is_look) OVER (PARTITION BY e.repository, e.tool_key ORDER BY e.run_number) AS looks
  FROM (
    SELECT DISTINCT repository, tool_key, run_number, 0 AS is_look FROM sightings
    UNION ALL
    SELECT repository, tool_key, run_number, 1 AS is_look FROM looks
  ) e
) c
GROUP BY c.repository, c.tool_key, c.run_number;

-- Each sighting with the next run that looked with its tool, and what the sighting before said.
CREATE TABLE placed_sightings AS
SELECT
  s.*, l.run_number AS next_look,
  LAG(s.is_open) OVER (PARTITION BY s.repository, s.finding_id ORDER BY s.run_number) AS was_open,
  LAG(l.run_number) OVER (PARTITION BY s.repository, s.finding_id ORDER BY s.run_number) AS look_before
FROM sightings s
JOIN look_counts c ON c.repository = s.repository AND c.tool_key = s.tool_key AND c.run_number = s.run_number
LEFT JOIN looks l ON l.repository = s.repository AND l.tool_key = s.tool_key AND l.look = c.looks + 1;

-- A cycle begins where a finding is seen first, and where it is seen again after it was gone.
CREATE TABLE numbered_sightings AS
SELECT
  p.*,
  SUM(
    CASE
      WHEN p.was_open IS NULL THEN 1
      WHEN p.is_open = 1 AND (p.was_open = 0 OR p.look_before < p.run_number) THEN 1
      ELSE 0
    END
  ) OVER (PARTITION BY p.repository, p.finding_id ORDER BY p.run_number ROWS UNBOUNDED PRECEDING) AS cycle
FROM placed_sightings p;

CREATE TABLE cycle_bounds AS
SELECT
  repository, finding_id, cycle,
  MIN(run_number) AS first_run,
  MAX(CASE WHEN is_open = 1 THEN run_number END) AS last_open,
  MIN(CASE WHEN is_open = 0 THEN run_number END) AS first_gone,
  MAX(CASE WHEN is_reported = 1 THEN run_number END) AS last_reported,
  MIN(CASE WHEN is_open = 1 OR was_open IS NULL THEN first_detected_s END) AS earliest,
  MIN(CASE WHEN is_open = 1 AND fix_available = FALSE THEN run_number END) AS without_fix,
  MAX(CASE WHEN is_open = 1 AND fix_available THEN 1 ELSE 0 END) AS has_fix
FROM numbered_sightings
GROUP BY repository, finding_id, cycle;

-- The first run of a cycle that knew a fix, after one that knew none.
CREATE TABLE fixes AS
SELECT n.repository, n.finding_id, n.cycle, MIN(n.evaluated_s) AS fix_since_s
FROM numbered_sightings n
JOIN cycle_bounds b ON b.repository = n.repository AND b.finding_id = n.finding_id AND b.cycle = n.cycle
WHERE n.is_open = 1 AND n.fix_available AND n.run_number > b.without_fix
GROUP BY n.repository, n.finding_id, n.cycle;

-- A cycle ends where a run says that the finding is gone, or where its tool looked and does not report it.
CREATE TABLE ended_cycles AS
SELECT
  b.repository, b.finding_id, b.cycle, b.earliest, b.has_fix, b.last_open,
  f.evaluated_s AS seen_s, f.evaluated_month AS seen_month,
  t.tier, t.severity, t.category, t.exposure, t.owners, t.sla_due_s, t.first_detected_s,
  r.evaluated_s AS closed_s, r.evaluated_month AS closed_month,
  x.fix_since_s
FROM cycle_bounds b
JOIN numbered_sightings f
  ON f.repository = b.repository AND f.finding_id = b.finding_id AND f.run_number = b.first_run
JOIN numbered_sightings t
  ON t.repository = b.repository AND t.finding_id = b.finding_id
  AND t.run_number = COALESCE(b.last_reported, b.last_open, b.first_run)
LEFT JOIN numbered_sightings o
  ON o.repository = b.repository AND o.finding_id = b.finding_id AND o.run_number = b.last_open
LEFT JOIN fixes x
  ON x.repository = b.repository AND x.finding_id = b.finding_id AND x.cycle = b.cycle
LEFT JOIN branch_runs r
  ON r.repository = b.repository
  AND r.run_number = CASE
    WHEN o.next_look IS NULL THEN b.first_gone
    WHEN b.first_gone IS NULL OR o.next_look < b.first_gone THEN o.next_look
    ELSE b.first_gone
  END;

CREATE TABLE dated_cycles AS
SELECT
  e.*,
  LEAD(e.seen_s) OVER (PARTITION BY e.repository, e.finding_id ORDER BY e.cycle) - e.closed_s AS came_back_s,
  CASE
    WHEN e.last_open IS NULL THEN e.earliest
    WHEN e.earliest <= e.seen_s
      AND e.earliest >= COALESCE(LAG(e.closed_s) OVER (PARTITION BY e.repository, e.finding_id ORDER BY e.cycle), e.earliest)
      THEN e.earliest
    ELSE e.seen_s
  END AS start_s
FROM ended_cycles e;

-- From the time when a finding was on the default branch until it was gone; who comes back begins another cycle.
-- What nobody saw open (was_seen = 0) is known from its end and the baseline alone.
CREATE TABLE cycles AS
SELECT
  d.repository, d.finding_id, d.cycle, d.tier, d.severity, d.category, d.exposure, d.owners, d.start_s, d.seen_s,
  d.seen_month, CASE WHEN d.last_open IS NULL THEN 0 ELSE 1 END AS was_seen, d.closed_s, d.closed_month, d.came_back_s, d.has_fix, d.fix_since_s,
  CASE
    WHEN d.first_detected_s IS NULL OR d.start_s IS NULL THEN d.sla_due_s
    ELSE d.start_s + d.sla_due_s - d.first_detected_s
  END AS due_s
FROM dated_cycles d
WHERE d.last_open IS NOT NULL OR d.start_s IS NOT NULL;

-- What the last run of any kind says of each finding.
CREATE TABLE last_sights AS
SELECT *
FROM (
  SELECT
    r.repository, o.finding_id, r.evaluated_s, r.evaluated_month, o.tier, o.severity, o.category,
    COALESCE(o.exposure, '') AS exposure, o.owners, o.reason, o.was_looked_for, o.blocked_by_rule,
    ROW_NUMBER() OVER (
      PARTITION BY r.repository, o.finding_id ORDER BY r.evaluated_s DESC, r.decision_sha256 DESC
    ) AS place
  FROM decided_runs r
  JOIN outcomes o ON o.decision_sha256 = r.decision_sha256
) sights
WHERE sights.place = 1;

-- What the last run that names an exception says of it.
CREATE TABLE last_exceptions AS
SELECT *
FROM (
  SELECT
    r.repository, r.decision_sha256, e.exception_id, e.status, e.source, e.finding_id, e.type, e.expires_s,
    MIN(e.approved_s) OVER (PARTITION BY r.repository, e.exception_id, r.decision_sha256) AS approved_s,
    ROW_NUMBER() OVER (
      PARTITION BY r.repository, e.exception_id
      ORDER BY r.evaluated_s DESC, r.decision_sha256 DESC, e.approver_index
    ) AS place
  FROM decided_runs r
  JOIN exceptions e ON e.decision_sha256 = r.decision_sha256
) stated
WHERE stated.place = 1;

-- The last run of any kind of each repository.
CREATE TABLE last_runs AS
SELECT *
FROM (
  SELECT
    repository, decision_sha256,
    ROW_NUMBER() OVER (PARTITION BY repository ORDER BY evaluated_s DESC, decision_sha256 DESC) AS place
  FROM decided_runs
) ordered
WHERE ordered.place = 1;

-- Exceptions that hold: of files as the last run names them, of comments until they end.
CREATE TABLE active_exceptions AS
SELECT e.*
FROM last_exceptions e
JOIN last_runs l ON l.repository = e.repository
CROSS JOIN settings s
WHERE e.status IN ('active', 'expiring')
  AND (e.expires_s IS NULL OR e.expires_s > s.now_s)
  AND (e.source = 'comment' OR e.decision_sha256 = l.decision_sha256);
