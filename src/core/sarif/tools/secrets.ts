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
      'gitguardian ggshield',
      'ggshield',
      'secretlint',
      'detect-secrets',
      'noseyparker',
      'nosey parker',
      'kingfisher',
      'whispers',
      'github secret scanning'
    ],
    category: 'secret',
    writes: ['secret']
  }
]
