/**
 * Every limit of a platform that the views must keep to, and the budgets that we set ourselves below them.
 * The only place for such numbers: a view that needs another one adds it here with its source.
 */

/** Body of an issue comment, in characters; we keep to it in bytes too. https://docs.github.com/rest/issues/comments */
export const COMMENT_CHARACTERS = 65_536

/** `output.summary` and `output.text` of a check run; the summary is refused and the text silently cut beyond this many bytes. https://docs.github.com/rest/checks/runs */
export const CHECK_TEXT_BYTES = 65_535

/** `output.title` of a check run. https://docs.github.com/rest/checks/runs */
export const CHECK_TITLE_CHARACTERS = 255

/** Annotations in one request to a check run. https://docs.github.com/rest/checks/runs#update-a-check-run */
export const ANNOTATIONS_PER_REQUEST = 50

/** Title of one annotation. https://docs.github.com/rest/checks/runs#create-a-check-run */
export const ANNOTATION_TITLE_CHARACTERS = 255

/** Message and raw details of one annotation: 64 KB. https://docs.github.com/rest/checks/runs#create-a-check-run */
export const ANNOTATION_TEXT_BYTES = 64_000

/** Log annotations that the runner keeps of one type and step. https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations */
export const LOG_ANNOTATIONS_PER_TYPE = 10

/** Characters of a log annotation's message that the runner keeps. https://github.com/actions/runner/blob/main/src/Runner.Worker/ExecutionContext.cs */
export const LOG_MESSAGE_CHARACTERS = 4_096

/** Job summary of one step: 1 MiB. https://docs.github.com/actions/reference/workflow-commands-for-github-actions#step-isolation-and-limits */
export const SUMMARY_BYTES = 1_048_576

/** Tags of one rule or result that code scanning reads. https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
export const SARIF_TAGS = 20

/** Our budget of annotations per run: 20 requests, well within the 1,000 an hour of a job's token. https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
export const ANNOTATIONS_PER_RUN = 1_000

/** Suggestions in a review that one run keeps, and findings that are tried for them: each has a text to be read. */
export const SUGGESTIONS = { shown: 10, tried: 60, characters: 4_000 } as const

/** Our budgets of what people read: problems as cards and as one row. Beyond them nobody scrolls. */
export const COMMENT_ITEMS = { full: 3, rows: 100 } as const
export const CHECK_ITEMS = { full: 5, rows: 150 } as const
export const SUMMARY_ITEMS = { full: 10, rows: 2_000 } as const
export const HTML_ITEMS = { full: 300, rows: 2_000 } as const

/** Of one scanner rule, at most this many are shown while other rules still wait: a flood must not bury a lone blocker. */
export const ITEMS_PER_RULE = 5

/** Problems of a configuration that a page lists; the log has them all. */
export const FAILURE_PROBLEMS = 50

/** Code points of one text of a scanner or a person, by where it stands. */
export const TEXT_POINTS = { identifier: 160, path: 300, row: 160, message: 600 } as const

/** Findings that one JUnit failure lists. */
export const JUNIT_FINDINGS = 100
