import { lines, type ToolProfile } from './profile.js'

const SNYK_SEVERITY = { in: 'short-description', pattern: /^(critical|high|medium|low) severity\b/i } as const

const SNYK_PACKAGES: ToolProfile['packages'] = [
  { in: 'logical-name', pattern: /^(?!.*:\/\/)(?<name>.+)@(?<version>[^@]*)$/ },
  { in: 'fix', pattern: /^Upgrade to (?<name>.{1,300})@(?<fixed>[^@\s]+)$/ },
  {
    in: 'help-markdown',
    pattern:
      /^Upgrade (?:`[^`\n]{1,100}` )?`(?<name>[^`\n]{1,300})` to version (?<fixed>[^\n]{1,200}?),?(?: or higher)?\.?$/m
  },
  { in: 'help-markdown', pattern: /^\* Package Manager: (?<type>\S+)$/m }
]

/** Scanners of dependencies and images. */
export const DEPENDENCY_TOOLS: readonly ToolProfile[] = [
  {
    names: [['trivy', 'trivy: vulnerability scanner for containers', 'aqua trivy', 'aquasecurity trivy']],
    writes: ['sca', 'container', 'iac', 'secret'],
    typeTags: true,
    // A name with a bare percent sign, for one, gives it an empty address.
    pathInLocationMessage: /^(?<path>.+?)(?:: [^\s:@]+@[^\s@]+)?$/s,
    // One rule stands for one CVE and holds the last package's data: the message is the result's own.
    severity: [
      { in: 'message', pattern: /^Severity: (\w+)$/m },
      { in: 'tags' },
      { in: 'rule-id', pattern: /^\[(\w+)\] / },
      { in: 'help', pattern: /^Severity: (\w+)$/m }
    ],
    packages: [
      ...lines('message', { name: 'Package', version: 'Installed Version', fixed: 'Fixed Version', type: null }),
      { in: 'location-message', pattern: /: (?<name>[^\s:][^\s]*)@(?<version>[^@\s]+)$/ },
      ...lines('help', { name: 'Package', version: 'Installed Version', fixed: 'Fixed Version', type: null })
    ]
  },
  {
    names: ['wizcli'],
    writes: ['sca', 'container', 'iac', 'secret'],
    typeTags: true,
    severity: [{ in: 'message', pattern: /^Severity: (\w+)$/m }, { in: 'tags' }],
    unstableRuleIds: /^vulnerability-[0-9a-f]{8}-[0-9a-f-]{27}$/,
    packages: lines('message', { name: 'Component', version: 'Version', fixed: 'Fixed version', type: null })
  },
  {
    names: [
      [
        'grype',
        'anchore grype',
        'anchore grype scan',
        'anchore container vulnerability report',
        'anchore container vulnerability report (t0)'
      ]
    ],
    writes: ['sca', 'container'],
    leadingSlash: true,
    // Of the words that tell, there must be no more than the tool writes.
    imageMessage:
      /^(?:An? [\w-]+ vulnerability in [\w-]+ package: (?:(?! was found ).)+ was found in image \S+ at: (?:(?! was found ).)+|The path (?:(?! reports ).)+ reports \S+ at version \S+ {1,2}which (?:is|would result in) a vulnerable \([\w-]+\) package installed in the container)$/s,
    packages: [
      {
        in: 'message',
        pattern:
          /^An? \w+ vulnerability in (?<type>[\w-]+) package: (?<name>[^\n]+), version (?<version>\S+) was found /
      },
      {
        in: 'message',
        pattern:
          /reports (?<name>\S+) at version (?<version>\S+) {1,2}which (?:is|would result in) a vulnerable \((?<type>[\w-]+)\)/
      },
      ...lines('help', { name: 'Package', version: 'Version', fixed: 'Fix Version', type: 'Type' })
    ]
  },
  {
    names: ['snyk container'],
    category: 'container',
    writes: ['container'],
    severity: [SNYK_SEVERITY],
    packages: SNYK_PACKAGES
  },
  {
    names: [['snyk open source', 'snyk oss']],
    signature: /^SNYK-(?!CC-)[A-Z]+[A-Z0-9]*-|^snyk:lic:/,
    category: 'sca',
    writes: ['sca'],
    severity: [SNYK_SEVERITY],
    packages: SNYK_PACKAGES
  },
  {
    names: [['osv-scanner', 'osv scanner', 'google osv-scanner']],
    category: 'sca',
    writes: ['sca'],
    levelIsNoSeverity: true,
    packages: [
      { in: 'message', pattern: /^Package '(?<name>[^'\n]+)@(?<version>[^@'\n]*)' is vulnerable to '/ },
      // The table "Fixed Versions": vulnerability, package, version.
      {
        in: 'help-markdown',
        pattern: /^\| [\w-]{4,60} \| (?<name>[^|\n]{1,200}) \| (?<fixed>\d[^|\n/]{0,80}) \|$/gm
      }
    ]
  },
  {
    names: ['govulncheck'],
    category: 'sca',
    writes: ['sca'],
    levelIsNoSeverity: true,
    reachabilityOfLevel: { error: 'reachable', warning: 'potential', note: 'potential' },
    packages: [
      { in: 'module', pattern: /^(?<name>[^@\s]+)@(?<version>\S+)$/ },
      { in: 'message', pattern: /vulnerable modules? \((?<name>[^()\s,]+)\)/ },
      { in: 'short-description', pattern: / in (?<name>[\w.-]+\.[a-z]+(?:\/[\w.~-]+)+)$/ },
      { in: 'message', pattern: /packages? \((?<name>[\w-]+(?:\.[\w-]+)+\/[^()\s,]+)\)/ }
    ]
  },
  {
    names: [['cargo-audit', 'cargo audit']],
    category: 'sca',
    writes: ['sca'],
    levelIsNoSeverity: true,
    packages: [{ in: 'message', pattern: /^(?<name>[\w-]+) (?<version>\S+) is vulnerable to / }]
  },
  {
    names: [['dependency-check', 'owasp dependency-check', 'owasp dependency check']],
    category: 'sca',
    writes: ['sca'],
    levelIsNoSeverity: true,
    severity: [
      { in: 'result-property', path: ['cvssv3_baseSeverity'] },
      { in: 'result-property', path: ['severity'] },
      { in: 'rule-property', path: ['cvssv3_baseSeverity'] },
      { in: 'rule-property', path: ['cvssv2_severity'] },
      { in: 'result-property', path: ['cvssv2_severity'] },
      { in: 'short-description', pattern: /^(critical|high|medium|moderate|low|info\w*|none|unknown) severity - /i }
    ]
  },
  {
    names: [['prisma cloud', 'prisma cloud (twistcli)', 'twistcli'], 'twistlock'],
    category: 'container',
    writes: ['container'],
    // `level: none` is written for low vulnerabilities.
    severity: [
      { in: 'short-description', pattern: /\((critical|important|high|medium|moderate|low)\)\s*$/i },
      { in: 'full-description', pattern: /^(critical|important|high|medium|moderate|low) severity /i }
    ],
    levelIsNoSeverity: true,
    packages: [
      {
        in: 'help-markdown',
        pattern:
          // Blanks belong to the cells: next to a cell that may hold them too, they could be divided in countless ways.
          /^\| \[[^\]\n]{1,100}\]\([^)\n]{0,300}\) \|[^|\n]*\|[^|\n]*\|(?<name>[^|\n]+)\|(?<version>[^|\n]*)\|(?: *fixed in (?<fixed>[^|\n]+)\|)?/m
      },
      { in: 'full-description', pattern: / found in (?<name>\S+) version (?<version>\S+)$/ }
    ]
  },
  {
    names: ['orca shift-left security'],
    writes: ['sca', 'container', 'iac', 'secret'],
    category: 'sca',
    severity: [{ in: 'markdown', pattern: /^Severity: (\w+)$/m }],
    packages: [
      { in: 'markdown', pattern: /^(?<name>[^\s()]+) \([A-Z]+-[^()\n]+\)$/m },
      ...lines('markdown', { name: null, version: 'Installed version', fixed: 'Fixed version', type: null })
    ]
  },
  { names: ['composer'], category: 'sca', writes: ['sca'] },
  { names: [['black duck', 'blackduck']], signature: /^BDSA-\d{4}-/, category: 'sca', writes: ['sca'], noFiles: true },
  {
    names: ['jfrog applicability scanner', ['jfrog xray scanner', 'jfrog xray', 'jfrog sca']],
    category: 'sca',
    writes: ['sca', 'container'],
    unratedIsNone: true,
    // The message names the direct dependency, the rule the vulnerable one.
    packages: [{ in: 'short-description', pattern: /^\[[^\]]+\] (?<name>\S+) (?<version>\S+)$/ }]
  },
  { names: ['jfrog policy enforcer'], category: 'sca', writes: ['sca'], unratedIsNone: true },
  {
    names: ['jfrog malicious code scanner'],
    category: 'sca',
    writes: ['sca'],
    unratedIsNone: true,
    findsMalware: true
  },
  {
    names: [['jfrog terraform scanner', 'jfrog iac scanner', 'jfrog iac']],
    category: 'iac',
    secretRules: /^(?:entropy|EXP-\d|REQ\.SECRET)|secret/i,
    writes: ['iac', 'secret'],
    unratedIsNone: true
  },
  { names: ['jfrog sast'], category: 'sast', writes: ['sast'], unratedIsNone: true },
  { names: ['dependabot'], category: 'sca', writes: ['sca'] },
  // It states no severity at all.
  { names: ['pip-audit'], category: 'sca', writes: ['sca'], levelIsNoSeverity: true },
  {
    names: [
      ['npm audit', 'npm-audit'],
      'yarn audit',
      ['bundler-audit', 'bundleraudit', 'bundle-audit'],
      'nancy',
      'safety',
      'pyup safety',
      ['retire.js', 'retirejs', 'retire-js', 'retire'],
      'cargo-deny',
      'mix_audit',
      ['owasp dep-scan', 'dep-scan', 'depscan'],
      ['mend sca', 'mend', 'whitesource'],
      ['nexus iq', 'sonatype', 'sonatype lifecycle', 'nexus iq server'],
      'debricked',
      ['crda', 'red hat dependency analytics', 'code ready dependency analytics'],
      'clj-watson',
      'soos sca',
      'guarddog',
      'socket',
      'phylum',
      'meterian',
      'fossa',
      'cve-bin-tool',
      'cve binary tool',
      'semgrep supply chain'
    ],
    category: 'sca',
    writes: ['sca']
  },
  { names: ['dockle'], category: 'container', writes: ['container'] },
  {
    names: [['docker scout', 'docker-scout']],
    category: 'container',
    writes: ['container', 'sca'],
    packages: [
      { in: 'message', pattern: /^ *Package *: *(?<name>pkg:\S+) *$/m },
      { in: 'message', pattern: /^ *Fixed version *: *(?<fixed>[^\n]*)$/m }
    ]
  },
  {
    names: ['clair', 'anchore', 'aqua', 'aqua security', 'neuvector', 'falcon image scan', 'lacework'],
    category: 'container',
    writes: ['container', 'sca']
  },
  {
    names: [['checkmarx one', 'checkmarx', 'cxone']],
    secretRules: /^Passwords And Secrets\b/i,
    writes: ['sast', 'sca', 'iac', 'container', 'secret'],
    typeTags: true,
    category: 'sast',
    packages: [
      // The version begins where the last part with a dot in it does: names have numbers, too.
      { in: 'message', pattern: /^(?<type>[A-Za-z]+)-(?<name>\S+)-(?<version>v?\d+\.\S*) \([^()]*\)$/ },
      { in: 'message', pattern: /^(?<type>[A-Za-z]+)-(?<name>\S+)-(?<version>v?\d\S*) \([^()]*\)$/ }
    ]
  }
]
