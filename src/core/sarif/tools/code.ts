import type { ToolProfile } from './profile.js'

/** Analysers of source code for security, and those that mix security with other quality. */
export const CODE_TOOLS: readonly ToolProfile[] = [
  {
    names: ['codeql', 'codeql command-line toolchain', 'lgtm.com', 'semmle ql'],
    weaknessIsNoEvidence: true,
    tagsEveryRule: true,
    levelOnRule: true,
    listsEveryRule: true,
    writes: ['sast', 'quality']
  },
  {
    names: ['semgrep', 'semgrep oss', 'semgrep pro', 'opengrep'],
    category: 'sast',
    listsEveryRule: true,
    levelOnRule: true,
    writes: ['sast', 'secret', 'sca']
  },
  {
    names: ['snykcode', 'snyk-cli', 'snyk code'],
    category: 'sast',
    writes: ['sast'],
    severity: [{ in: 'result-property', path: ['snykPolicy/v1', 'severity'] }]
  },
  { names: ['bandit'], category: 'sast', writes: ['sast', 'secret'] },
  { names: ['gosec'], category: 'sast', writes: ['sast'], severity: [{ in: 'tags' }] },
  // Its level is how sure it is, not how bad the finding is.
  { names: ['brakeman'], category: 'sast', writes: ['sast'], levelIsNoSeverity: true },
  { names: ['horusecengine', 'horusec'], category: 'sast', writes: ['sast', 'secret'] },
  {
    names: ['veracode', 'veracode static analysis pipeline scan', 'veracode pipeline scanner'],
    category: 'sast',
    writes: ['sast'],
    severity: [{ in: 'rank' }],
    ruleIdIsCwe: true,
    htmlMessages: true
  },
  { names: ['checkmarx - sast'], category: 'sast', writes: ['sast'] },
  {
    names: [
      'contrast scan',
      'hcl appscan static analyzer',
      'micro focus fortify static code analyzer',
      'opentext fortify',
      'fortify',
      'security code scan',
      'devskim',
      'webskim',
      'bearer',
      'njsscan',
      'nodejsscan',
      'mobsfscan',
      'flawfinder',
      'datadog-static-analyzer',
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
      'aikido',
      'python security analysis',
      'java security analysis',
      'nodejs security analysis',
      'php security analysis'
    ],
    category: 'sast',
    writes: ['sast']
  },
  {
    names: ['spotbugs', 'findsecbugs'],
    writes: ['sast', 'quality'],
    securityRules:
      /^(?:SQL_|XSS_|HARD_CODE_|HRS_|PT_|DMI_CONSTANT_DB_PASSWORD|DMI_EMPTY_DB_PASSWORD|COMMAND_INJECTION|PATH_TRAVERSAL|WEAK_|PREDICTABLE_RANDOM|LDAP_|XXE_|XPATH_|SPRING_|OBJECT_DESERIALIZATION|UNSAFE_HASH|URLCONNECTION_SSRF|UNVALIDATED_REDIRECT|CIPHER_|ECB_MODE|DES_USAGE|RSA_|STATIC_IV|INSECURE_|TEMPLATE_INJECTION|SCRIPT_ENGINE|TRUST_BOUNDARY|COOKIE_|HTTP_RESPONSE_SPLITTING|CRLF_)/,
    failureFlag: {
      meaning: 'calls a run unsuccessful when it found bugs or missed classes',
      state: 'complete',
      fatalExit: 4
    }
  },
  {
    names: ['eslint'],
    writes: ['sast', 'quality'],
    securityRules:
      /^(?:security|no-unsanitized|no-secrets|xss|scanjs-rules|@microsoft\/sdl|security-node)\/|^(?:no-eval|no-implied-eval|no-new-func|no-script-url)$|^react\/no-danger$|^@typescript-eslint\/no-implied-eval$/,
    failureFlag: { meaning: 'calls a run unsuccessful when one file does not parse', state: 'degraded' }
  },
  {
    names: ['oxlint', 'biome'],
    writes: ['sast', 'quality'],
    securityRules:
      /^(?:lint\/)?security\/|(?:^|[/(])no-(?:eval|implied-eval|new-func|script-url|global-eval|dangerously-set-inner-html)\)?$/i
  },
  { names: ['ruff'], writes: ['sast', 'quality'], securityRules: /^S\d{3}$/ },
  {
    names: ['gnu c', 'gcc'],
    writes: ['sast', 'quality'],
    fatalRule: /^fatal error$/
  },
  {
    names: ['sonarqube', 'sonarcloud', 'sonar'],
    writes: ['sast', 'quality'],
    securityRules: /hotspot/i
  },
  {
    names: [
      'clang',
      'clang analyzer',
      'clang-tidy',
      'cppcheck',
      'pmd',
      'infer',
      'microsoft.netcore.analyzers',
      'msbuild',
      'binskim',
      'prefast',
      'pvs-studio',
      'staticdriververifier',
      'qodana',
      'qdpyc',
      'qdjvmc',
      'inspectcode'
    ],
    writes: ['sast', 'quality'],
    // Roslyn's category Security, with what plug-ins add to it; checkers of clang for insecure interfaces and taint.
    securityRules:
      /^(?:CA(?:2100|2109|2119|2153|23\d{2}|3\d{3}|5\d{3})|SCS\d{4}|BA\d{4}|(?:clang-analyzer-)?(?:alpha\.)?(?:security|optin\.taint)\.|cert-(?:env33|msc3[02]|msc5[01])-)/
  },
  // Linters that run rules of security among others.
  { names: ['golangci-lint'], writes: ['sast', 'quality'], securityRules: /^(?:gosec|G\d{3})\b/ },
  { names: ['rubocop'], writes: ['sast', 'quality'], securityRules: /^Security\// },
  { names: ['spectral'], writes: ['sast', 'quality'], securityRules: /^owasp:/ },
  {
    names: [
      'androidstudio',
      'android lint',
      'detekt',
      'ktlint',
      'pylint',
      'tslint',
      'phpstan',
      'psalm',
      'phan',
      'phpmd',
      'phplint',
      'php_codesniffer',
      'php-cs-fixer',
      'easy-coding-standard',
      'rector',
      'twig-cs-fixer',
      'mago',
      'markdownlint',
      'ast-grep',
      'shellcheck',
      'shell script analysis',
      'tflint',
      'actionlint',
      'stylelint',
      'yamllint'
    ],
    writes: ['quality']
  }
]
