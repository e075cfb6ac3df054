// The table of events in docs/security-model.md: rows that the tests hold to be all, and what the source makes of them.

const WORDS = {
  policyFrom: { base: 'the base commit', checkout: 'the checkout' },
  scans: {
    workspace: 'the workspace',
    kept: 'the workspace, else kept by a run of the pull request',
    'kept-by-run': 'the workspace, else kept by that run',
    'kept-alone': 'kept by a run of the pull request'
  },
  sources: { checkout: 'the checkout', commit: 'the commit' },
  baseline: { 'base-branch': 'the base branch', 'run-before': 'the run before', none: '–' },
  run: {
    this: 'this one',
    named: 'the one named before',
    'named-or-this': 'the one named before, else this one',
    followed: 'the one that ended',
    none: '–'
  },
  afterwards: {
    rerun: "the pull request's own run is started again",
    'after-merge': 'approved exceptions are offered for the file',
    reminders: 'the issue of expiring exceptions',
    again: 'open pull requests whose answer may have ended are decided again, from kept scans'
  }
}

const COLUMNS = {
  event: ({ event, when }) => [event === 'other' ? 'another event' : `\`${event}\``, when].filter(Boolean).join(' '),
  judges: ({ occasion: { subject } }) => (subject === 'pull-request' ? 'pull request' : subject),
  'policy and exceptions from': ({ occasion }) => WORDS.policyFrom[occasion.policyFrom],
  '`event` of rules': ({ occasion }) => `\`${occasion.policyEvent}\``,
  scans: ({ occasion }) => WORDS.scans[occasion.scans],
  'files read at': ({ occasion }) => WORDS.sources[occasion.sources],
  'baseline of': ({ occasion }) => WORDS.baseline[occasion.baseline],
  'approvals count': ({ occasion }) => yesOrNo(occasion.approvals),
  'run to start again': ({ occasion }) => WORDS.run[occasion.mark.run],
  'makes a check': ({ occasion }) => yesOrNo(occasion.hasCheck),
  'leaves the answer to others': ({ occasion }) => yesOrNo(occasion.yields),
  'shows what a new policy would say': ({ occasion }) => yesOrNo(occasion.proposal),
  afterwards: ({ occasion }) => occasion.afterwards.map(word => WORDS.afterwards[word]).join(', ') || '–'
}

const yesOrNo = value => (value ? 'yes' : 'no')

const ENDS = {
  nothing: ({ occasion }) => `nothing: ${occasion.why.replace(/: nothing to do$/, '')}`,
  refused: ({ occasion }) => `exit code 2: ${occasion.problem}`
}

/** The rows as a table of Markdown. */
export function occasionTable(rows) {
  const names = Object.keys(COLUMNS)
  const cells = row => {
    const end = ENDS[row.occasion.kind]
    if (end === undefined) return names.map(name => COLUMNS[name](row))
    return [COLUMNS.event(row), end(row), ...names.slice(2).map(() => '')]
  }
  return [names, names.map(() => '---'), ...rows.map(cells)].map(line => `| ${line.join(' | ')} |`).join('\n')
}
