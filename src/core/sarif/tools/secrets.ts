import type { ToolProfile } from './profile.js'

/** Scanners of secrets. Most write no level at all: a found secret is high unless they say otherwise. */
export const SECRET_TOOLS: readonly ToolProfile[] = [
  {
    // betterleaks writes the same format, down to the version.
    names: ['gitleaks', 'betterleaks'],
    category: 'secret',
    listsEveryRule: true,
    commitInMessage: / has detected secret for file .+ at commit ([0-9a-f]{40}|[0-9a-f]{64})\.?$/s,
    writes: ['secret']
  },
  {
    names: [
      'trufflehog',
      ['gitguardian ggshield', 'ggshield', 'gitguardian'],
      'secretlint',
      'detect-secrets',
      ['noseyparker', 'nosey parker'],
      'titus',
      'kingfisher',
      'whispers',
      'github secret scanning',
      ['hashicorp vault radar', 'vault radar', 'vault-radar'],
      ['jfrog secrets scanner', 'jfrog secrets'],
      'jfrog binary secrets scanner',
      'jfrog secrets detection',
      // Microsoft's pattern matcher and its products.
      ['spmi', 'sarif pattern matcher', 'sarif-pattern-matcher', 'static plaintext matching'],
      ['credscan', 'credentialscanner', 'credential scanner', 'microsoft credential scanner'],
      'live secrets',
      ['enigma', 'codacy-enigma-cli', 'codacy enigma', 'codacy-enigma'],
      '2ms',
      'talisman',
      'ripsecrets',
      'credsweeper',
      'git-secrets',
      'secretscanner',
      'semgrep secrets',
      'snyk secrets',
      'wiz secrets',
      'tokenguard',
      'spectralops'
    ],
    category: 'secret',
    writes: ['secret']
  }
]
