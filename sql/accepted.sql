-- What is accepted now, by whom, why, until when and with which ticket: each exception that holds, once for each approver.
SELECT
  e.repository, e.exception_id, e.covers, e.type, e.reason, e.owner, e.ticket, e.approver, e.approved_at, e.expires
FROM active_exceptions a
JOIN exceptions e ON e.decision_sha256 = a.decision_sha256 AND e.exception_id = a.exception_id
ORDER BY e.expires_s, e.repository, e.exception_id, e.approver_index
