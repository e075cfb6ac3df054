import type { Step, Weakness, Workflow, WorkflowText } from './weakness.js'

/** Events whose runs have the repository's token and secrets although others than its writers can start them. */
const PRIVILEGED = ['pull_request_target', 'workflow_run', 'issue_comment', 'issues', 'discussion_comment'] as const

/** Expressions that lead to the code of a pull request. */
const PULL_REQUEST_CODE =
  /github\.event\.pull_request\.(?:head|merge_commit_sha|number)|github\.head_ref|github\.event\.workflow_run\.(?:head_|pull_requests)|github\.event\.issue\.number|refs\/pull\//i

/** What another step found out is not known here; by such a name it may well be the head of a pull request. */
const FOUND_BY_A_STEP = /(?:steps|needs)\.[\w-]+\.outputs\.[\w-]*(?:head|sha|ref|branch)/i

const FETCHES_CODE =
  /\bgh\s+pr\s+checkout\b|\bgit\s+(?:fetch|pull|checkout)\b[^\n]*(?:refs\/pull|pull\/|head_ref|HEAD_REF)/

/** Texts that whoever opens a pull request, an issue or a comment writes (securitylab.github.com, untrusted input). */
const WRITTEN_BY_ANYONE =
  /\$\{\{[^}]*github\.(?:head_ref|event\.(?:(?:issue|pull_request|discussion|comment|review|review_comment)\.(?:title|body)|pull_request\.head\.(?:ref|label|repo\.default_branch)|workflow_run\.(?:head_branch|display_title|head_commit\.(?:message|author\.(?:name|email)))|head_commit\.(?:message|author\.(?:name|email))|pages|commits))[^}]*\}\}/i

/**
 * Workflows that hand the repository's token to code or text of a pull request: with it, a green check of any name can be
 * written, and the gate says nothing any more.
 */
export function foreignCode(workflow: Workflow, runsGate: boolean): readonly Weakness[] {
  const privileged = PRIVILEGED.filter(event => workflow.events.has(event))
  const [event] = privileged
  return workflow.jobs.flatMap(job =>
    job.steps.flatMap(step => [
      ...(event === undefined ? [] : checkouts(step, event)),
      ...(event === undefined && !runsGate ? [] : injections(step))
    ])
  )
}

function checkouts(step: Step, event: string): readonly Weakness[] {
  const taken = codeTaken(step, PULL_REQUEST_CODE)
  const guessed = taken ?? codeTaken(step, FOUND_BY_A_STEP)
  if (guessed === null) return []
  const may = taken === null ? 'may be' : 'is'
  return [
    {
      weight: taken === null ? 'advice' : 'gap',
      place: guessed.place,
      message: `the code of a pull request ${may} checked out on \`${event}\`, where it can use the repository's token: to write a green check, for one`,
      hint: 'Scan on `pull_request`, and hand results over as an artifact'
    }
  ]
}

/** Where a step fetches what the pattern names: by the checkout's inputs, or by a command of git. */
function codeTaken({ uses, run, inputs }: Step, pattern: RegExp): WorkflowText | null {
  if (uses !== null && /^actions\/checkout@/i.test(uses.value)) {
    return [inputs.get('ref'), inputs.get('repository')].find(text => pattern.test(text?.value ?? '')) ?? null
  }
  return run !== null && pattern === PULL_REQUEST_CODE && FETCHES_CODE.test(run.value) ? run : null
}

function injections(step: Step): readonly Weakness[] {
  const texts: readonly (WorkflowText | null | undefined)[] = [
    step.run,
    step.uses !== null && /^actions\/github-script@/i.test(step.uses.value) ? step.inputs.get('script') : null
  ]
  return texts.flatMap(text => {
    if (text == null || !WRITTEN_BY_ANYONE.test(text.value)) return []
    const message =
      'a script is put together with text that anyone may write, and runs what it says with the token of the job'
    return [
      {
        weight: 'gap' as const,
        place: text.place,
        message,
        hint: 'Hand the text over in `env:`, and quote the variable'
      }
    ]
  })
}
