import type { ToolProfile } from './profile.js'

/** Scanners of secrets. Most write no level at all: a found secret is high unless they say otherwise. */
export const SECRET_TOOLS: readonly ToolProfile[] = [
  { names: ['gitleaks'], category: 'secret', listsEveryRule: true, writes: ['secret'] },
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
