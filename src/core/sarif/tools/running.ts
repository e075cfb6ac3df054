import type { ToolProfile } from './profile.js'

/** Scanners of running systems, of hosts, and of how projects are kept: what they find is in no file of the repository. */
export const RUNNING_SYSTEM_TOOLS: readonly ToolProfile[] = [
  {
    names: ['scorecard', 'ossf scorecard', 'openssf scorecard', 'legitify', 'allstar'],
    category: 'other',
    writes: ['other']
  },
  {
    names: ['nuclei', 'projectdiscovery nuclei'],
    category: 'other',
    writes: ['other'],
    noFiles: true,
    severity: [{ in: 'markdown', pattern: /^\|\s*severity\s*\|\s*(\w+)\s*\|/im }]
  },
  {
    names: [
      ['zap', 'owasp zap', 'zap by checkmarx', 'zaproxy'],
      ['mapi', 'mayhem for api'],
      'contrast security',
      ['stackhawk', 'hawkscan'],
      ['burp', 'burp suite', 'burp suite enterprise', 'burp suite dast', 'dastardly'],
      ['neuralegion', 'nexploit', 'bright security', 'bright dast'],
      'invicti',
      'netsparker',
      'acunetix',
      'apisec',
      'ethicalcheck',
      'soos dast',
      'veracode dynamic analysis',
      'wapiti',
      'nikto',
      'schemathesis',
      'restler'
    ],
    category: 'other',
    writes: ['other'],
    noFiles: true
  },
  // Traces what it found in the running system to the source.
  { names: ['nightvision'], category: 'other', writes: ['other'] },
  {
    names: [
      'nessus',
      'heimdall',
      'openscap',
      ['cis-cat', 'ciscat', 'cis cat', 'cis-cat pro assessor'],
      'inspec',
      'prowler',
      'scoutsuite',
      'openvas',
      'qualys vmdr'
    ],
    category: 'other',
    writes: ['other'],
    noFiles: true
  }
]
