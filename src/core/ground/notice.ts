/**
 * What a notice can be about: a closed list (contract §6). Programs tell notices apart by their codes, so a code keeps
 * its meaning. The sentences stand in docs/concepts.md, too.
 */
export const NOTICES = {
  // Evidence
  'sarif-oddity': 'A SARIF file says something odd that could be read all the same',
  'sarif-unmatched': 'Nothing matches a pattern of `sarif`; the policy says what a missing scan costs',
  'link-outside':
    'A link among the SARIF files leads out of their directory and was not followed: the scan counts as invalid',
  'scan-unread': 'Files lie beside the SARIF files and are not read: scans in other formats, most often',
  // The change
  'diff-empty': 'The diff that was given is empty, as one is that failed: which lines the change touches is not known',
  'diff-cut': 'GitHub does not list all files of the change',
  'diff-unavailable': 'Neither GitHub nor git could tell which lines the change touches',
  'diff-unfit': 'The diff of some files leads to another text than the one that was scanned: their lines are not known',
  'base-moved': 'The base branch has changed files that findings are in since they were scanned: update the branch',
  // The baseline
  'baseline-none': 'The base branch left no baseline that counts, so the diff decides',
  'baseline-behind': 'The baseline is of an earlier commit than the one that the change starts from',
  // Findings
  identity: 'The comparison with the baseline is odd, or leaves something open',
  'rules-gone': 'A tool no longer runs rules that ran at the base commit',
  'state-unknown': 'For some findings nothing tells whether the change introduced them',
  'place-unmapped': 'Some findings name a place that is not a path of the repository; they count at tier 0',
  'place-repaired': 'Some findings name a place in a way that only one file of the repository fits',
  'place-unchecked': 'Nobody knows which files the repository has, so the change says nothing of some findings',
  // Feeds
  'cve-unknown': 'Some findings of dependencies name no CVE, so KEV and EPSS say nothing of them',
  'vex-unmatched': 'VEX statements fit no finding',
  'vex-unusable': 'VEX statements count for nothing, because they lack what OpenVEX asks for',
  // The policy
  'policy-doubtful': 'Something of the policy cannot work as it is written: `lint` says it, too',
  'rule-unanswered': 'Rules ask for what nothing tells in this run, such as KEV, so they match nothing',
  'policy-bootstrap': 'The repository has no policy yet, so the bootstrap preset counts',
  'policy-worktree':
    'Policy, exceptions and CODEOWNERS were read from the working tree, where the change itself may have put them',
  'layer-unpinned':
    'A layer of another repository is read from a directory that is not, or is not known to be, as the commit has it that the policy names',
  'governance-changed': 'The change touches files that govern how it is judged: they count as they are at its base',
  'scanning-changed': 'The change touches files that decide what is scanned: they have to be reviewed',
  'codeowners-problem': 'Lines of CODEOWNERS are passed over, so the files that they name may show other owners',
  // Exceptions from the file
  'exception-expired': 'An exception has expired',
  'exception-invalid': 'An exception does not hold',
  'exception-unused': 'An exception covers no finding',
  'exception-expiring': 'An exception expires soon',
  'exception-partly-invalid': 'An exception does not hold for some of the findings that it names',
  'exception-shadowed': 'An exception is not needed, because another covers the same and holds longer',
  'exception-broad': 'An exception covers many findings, or a whole directory of the root',
  'exception-few-approvals': 'An exception names fewer approvals than a pull request would need',
  // Approvals by comment
  command: 'What came of one command in a comment, with the hash of its text',
  'break-glass': 'A finding passes by break-glass and has to be reviewed after the fact',
  'comments-unread': 'The comments of the pull request could not all be read: no exception that they approve counts',
  'commits-unread': 'The commits of the pull request could not all be read: no approval by comment counts',
  'commits-unmapped': 'Commits name people without an account: at tier 0 no approval by comment counts',
  'not-decided-again':
    'A scheduled run could not decide open pull requests again whose answer may have ended: each is named, the log says why',
  'pushers-unread': 'Who pushed the commits could not be read: at tier 0 no approval by comment counts'
} as const satisfies Readonly<Record<string, string>>
export type NoticeCode = keyof typeof NOTICES

/** Whether a text is the code of a notice that this edition knows. */
export const isNoticeCode = (text: string): text is NoticeCode => Object.hasOwn(NOTICES, text)

/** Something that people should know beside the outcomes. It changes no verdict. */
export interface Notice {
  readonly level: 'info' | 'warning' | 'error'
  readonly code: NoticeCode
  readonly message: string
}
