-- Runs of the gate: verdicts, complete evidence, runs that could not decide, and what enforcing every rule would block.
SELECT
  COALESCE(SUM(CASE WHEN r.verdict = 'block' THEN 1 ELSE 0 END), 0) AS block,
  COALESCE(SUM(CASE WHEN r.verdict = 'warn' THEN 1 ELSE 0 END), 0) AS warn,
  COALESCE(SUM(CASE WHEN r.verdict = 'pass' THEN 1 ELSE 0 END), 0) AS pass,
  COALESCE(SUM(CASE WHEN r.verdict IS NOT NULL AND r.completeness = 'complete' THEN 1 ELSE 0 END), 0) AS complete,
  COUNT(r.verdict) AS decided,
  COALESCE(SUM(CASE WHEN r.verdict IS NULL THEN 1 ELSE 0 END), 0) AS could_not_decide,
  COUNT(*) AS all_runs,
  COALESCE(SUM(CASE WHEN r.verdict <> 'block' AND r.would_block > 0 THEN 1 ELSE 0 END), 0) AS would_block_part,
  COALESCE(SUM(CASE WHEN r.verdict IS NOT NULL AND r.would_block IS NOT NULL THEN 1 ELSE 0 END), 0) AS would_block_whole
FROM runs r CROSS JOIN settings s
WHERE r.evaluated_s >= s.since_s
