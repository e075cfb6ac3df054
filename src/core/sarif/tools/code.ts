import type { ToolProfile } from './profile.js'

/** Analysers of source code for security. */
export const CODE_TOOLS: readonly ToolProfile[] = [
  {
    names: [['codeql', 'codeql command-line toolchain', 'codeql cli'], 'lgtm.com', 'semmle ql'],
    weaknessIsNoEvidence: true,
    tagsEveryRule: true,
    levelOnRule: true,
    listsEveryRule: true,
    writes: ['sast', 'quality']
  },
  {
    names: [
      ['semgrep oss', 'semgrep', 'semgrep pro', 'semgrep ce', 'semgrep community edition', 'semgrep code', 'opengrep']
    ],
    category: 'sast',
    foldersInRuleIds: true,
    listsEveryRule: true,
    levelOnRule: true,
    writes: ['sast', 'secret', 'sca'],
    packages: [
      // Supply Chain: the sentence of each advisory, and the line of the lock file.
      {
        in: 'message',
        pattern: /^Affected versions of (?:the )?(?<name>[^\s,;:<>=]+) (?:package )?(?:are|is) vulnerable to /
      },
      {
        in: 'message',
        pattern: /^(?<name>[^\s,;:<>=]+) (?:>=? ?\S+,? )?(?:<= ?\S+|< ?(?<fixed>\d[^\s,]*)) (?:are|is) vulnerable to /
      },
      { in: 'message', pattern: /^This affects all versions of (?:the )?package (?<name>[\w@/.-]*\w)/ },
      {
        in: 'snippet',
        pattern:
          /^[\s"'/-]{0,40}(?:node_modules\/)?(?<name>@?[\w.-]{1,200}(?:\/[\w.~-]{1,200}){0,9})(?: (?=v)| ?== ?|@| \()(?<version>v?\d[\w.+-]{0,100})(?:["'):,;\s]|$)/gm
      }
    ]
  },
  {
    names: [['snykcode', 'snyk code'], 'snyk-cli'],
    category: 'sast',
    writes: ['sast'],
    severity: [{ in: 'result-property', path: ['snykPolicy/v1', 'severity'] }]
  },
  {
    names: [
      [
        'fortify',
        'micro focus fortify static code analyzer',
        'opentext fortify',
        'fortify static code analyzer',
        'fortify sca'
      ]
    ],
    category: 'sast',
    writes: ['sast'],
    severity: [{ in: 'result-property', path: ['priority'] }, { in: 'impact' }]
  },
  { names: ['bandit'], category: 'sast', writes: ['sast', 'secret'] },
  { names: ['gosec'], category: 'sast', writes: ['sast'], severity: [{ in: 'tags' }] },
  // Its level is how sure it is, not how bad the finding is.
  { names: ['brakeman'], category: 'sast', writes: ['sast'], levelIsNoSeverity: true },
  { names: [['horusecengine', 'horusec']], category: 'sast', writes: ['sast', 'secret'] },
  {
    names: [
      'veracode',
      ['veracode static analysis pipeline scan', 'veracode pipeline scanner', 'veracode pipeline scan']
    ],
    category: 'sast',
    writes: ['sast'],
    severity: [{ in: 'rank' }],
    ruleIdIsCwe: true,
    htmlMessages: true
  },
  { names: [['checkmarx - sast', 'checkmarx sast', 'cxsast']], category: 'sast', writes: ['sast'] },
  {
    names: [
      'contrast scan',
      'hcl appscan static analyzer',
      'security code scan',
      ['devskim', 'microsoft devskim'],
      'webskim',
      'bearer',
      ['njsscan', 'nodejsscan'],
      'mobsfscan',
      'mobsf',
      ['42crunch', '42crunch rest api static security testing'],
      'flawfinder',
      ['datadog-static-analyzer', 'datadog static analyzer'],
      'positive technologies application inspector',
      'opentaint',
      'seqra',
      'cognium',
      'precaution',
      'mayhem code security',
      'mend.sast.java-driver-exec.jar',
      'mend.sast',
      'mend sast',
      'coverity',
      'klocwork',
      'codesonar',
      'aikido',
      'aikido security',
      'python security analysis',
      'java security analysis',
      'nodejs security analysis',
      'php security analysis',
      'sobelow',
      'slither',
      'mythril',
      'aderyn',
      'wake',
      'soliditydefend',
      '4naly3er',
      ['pysa', 'pyre'],
      'dlint',
      'insider',
      'gokart',
      'xanitizer',
      'clj-holmes',
      'codescan',
      'codeguru',
      'codegurureviewer',
      'amazon codeguru reviewer',
      'codethreat',
      'kiuwan',
      'progpilot',
      'phpcs-security-audit',
      ['shiftleft ng sast', 'shiftleft', 'qwiet ai', 'qwiet'],
      'joern',
      'puma scan',
      'graudit',
      'jscrambler code integrity',
      'nowsecure',
      'zscan',
      'endor labs',
      'corgea',
      'zeropath',
      'deepsource',
      'snyk agent scan',
      'mcp-scan'
    ],
    category: 'sast',
    writes: ['sast']
  },
  { names: ['appknox'], category: 'sast', writes: ['sast'], htmlMessages: true }
]
