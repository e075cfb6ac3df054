// Only the security rules: what a code scanner would report, no style.
import security from 'eslint-plugin-security'
import parser from '@typescript-eslint/parser'

export default [
  {
    files: ['**/*.{js,ts}'],
    languageOptions: { parser },
    plugins: { security },
    rules: {
      'no-eval': 'error',
      'security/detect-child-process': 'error',
      'security/detect-eval-with-expression': 'error',
      'security/detect-non-literal-fs-filename': 'warn',
      'security/detect-non-literal-regexp': 'warn',
      'security/detect-object-injection': 'warn',
      'security/detect-possible-timing-attacks': 'warn',
      'security/detect-unsafe-regex': 'warn'
    }
  }
]
