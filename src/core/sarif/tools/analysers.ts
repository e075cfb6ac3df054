import type { ToolProfile } from './profile.js'

/** Roslyn's category Security, with what plug-ins add to it. */
const ROSLYN_SECURITY = /^(?:CA(?:2100|2109|2119|2153|23\d{2}|3\d{3}|5\d{3})|SCS\d{4}|BA\d{4})/

/** Analysers and linters that run rules of security among others: what of their findings is one of security, rule and evidence tell. */
export const ANALYSERS: readonly ToolProfile[] = [
  {
    names: ['spotbugs', 'findsecbugs', 'find security bugs'],
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
  { names: ['ruff', 'flake8'], writes: ['sast', 'quality'], securityRules: /^(?:S\d{3}|DUO\d{3})$/ },
  {
    names: [['gnu c', 'gcc']],
    writes: ['sast', 'quality'],
    fatalRule: /^fatal error$/
  },
  {
    names: ['sonarqube', 'sonarcloud', 'sonarlint', 'sonarcsharp', 'sonarc#', 'sonarvb', 'sonar'],
    writes: ['sast', 'quality'],
    securityRules: /hotspot/i
  },
  {
    // A rule that does not suit the code, or a file that does not parse: the rest was analysed.
    names: ['pmd'],
    writes: ['sast', 'quality'],
    failureFlag: { meaning: 'calls a run unsuccessful when one rule or one file fails', state: 'degraded' }
  },
  {
    names: [
      'qodana',
      'qdpy',
      'qdpyc',
      'qdjvm',
      'qdjvmc',
      'qdphp',
      'qdjs',
      'qdgo',
      'qdnet',
      'qdnetc',
      'qdandc',
      'qdrst'
    ],
    writes: ['sast', 'quality'],
    securityRules: /vulnerab|sqlinjection|commandinjection|insecure|tainted|security/i,
    secretRules: /^HardcodedPasswords?$/,
    htmlMessages: true
  },
  {
    names: [
      'microsoft.netcore.analyzers',
      'microsoft.codequality.analyzers',
      'microsoft.codeanalysis',
      'microsoft (r) visual c# compiler',
      'microsoft (r) visual basic compiler',
      'visual c# compiler',
      'csc',
      'msbuild',
      'roslynator',
      'stylecop',
      'stylecop analyzers',
      'unity roslyn analyzers',
      'inspectcode',
      'jetbrains inspectcode',
      'resharper',
      'ndepend',
      'fxcop',
      'fxcopcmd',
      'binskim'
    ],
    writes: ['sast', 'quality'],
    securityRules: ROSLYN_SECURITY
  },
  {
    names: [
      'clang',
      'clang analyzer',
      'clang static analyzer',
      'clang-tidy',
      'cppcheck',
      'infer',
      'prefast',
      'msvc',
      'pvs-studio',
      'staticdriververifier',
      'codechecker',
      'helix qac',
      'frama-c',
      'ldra testbed',
      'oclint'
    ],
    writes: ['sast', 'quality'],
    // Checkers for insecure interfaces and taint.
    securityRules: /^(?:clang-analyzer-)?(?:alpha\.)?(?:security|optin\.taint)\.|^cert-(?:env33|msc3[02]|msc5[01])-/
  },
  {
    names: ['parasoft', 'c/c++test', 'c++test', 'cpptest', 'jtest', 'dottest'],
    writes: ['sast', 'quality'],
    securityRules: /^(?:SECURITY|OWASP|CWE|CERT|PCI|DISASTIG|APSC|UL2900|VVSG)|(?:^|[.-])(?:SECURITY|TAINT)/i
  },
  {
    names: ['polyspace', 'polyspace bug finder', 'polyspace code prover'],
    writes: ['sast', 'quality'],
    securityRules: /^(?:CWE|CERT|ISO[/-]?IEC|TS ?17961)|taint|crypto|secur|injection/i
  },
  {
    names: [['psscriptanalyzer', 'ps script analyzer', 'powershell script analyzer']],
    writes: ['sast', 'quality'],
    securityRules:
      /^(?:PS)?(?:AvoidUsing(?:PlainTextForPassword|ConvertToSecureStringWithPlainText|UsernameAndPasswordParams|InvokeExpression|BrokenHashAlgorithms|AllowUnencryptedAuthentication|ComputerNameHardcoded)|UsePSCredentialType)$|injection/i
  },
  {
    names: ['solhint'],
    writes: ['sast', 'quality'],
    securityRules:
      /^(?:avoid-(?:call-value|low-level-calls|sha3|suicide|tx-origin)|check-send-result|multiple-sends|no-(?:complex-fallback|inline-assembly)|not-rely-on-(?:block-hash|time)|reentrancy|(?:func|state)-visibility|compiler-version)$/
  },
  {
    names: ['ember-template-lint'],
    writes: ['sast', 'quality'],
    // HTML that nobody escapes, and windows that may lead their opener elsewhere.
    securityRules: /^(?:no-triple-curlies|link-rel-noopener)$/
  },
  { names: ['golangci-lint'], writes: ['sast', 'quality'], securityRules: /^(?:gosec|G\d{3})\b/ },
  // Rules against text that runs as code; the converters write them as `W0123(eval-used)`.
  {
    names: [['pylint', 'pylintpython3']],
    writes: ['sast', 'quality'],
    securityRules: /^(?:W012[23]\b|(?:eval|exec)-used$)|\((?:eval|exec)-used\)$/
  },
  // Its rule against eval says why: a security risk.
  { names: ['phpmd'], writes: ['sast', 'quality'], securityRules: /(?:^|\/)EvalExpression$/ },
  { names: ['rubocop'], writes: ['sast', 'quality'], securityRules: /^Security\// },
  {
    names: ['npm-groovy-lint', 'codenarc'],
    writes: ['sast', 'quality'],
    // CodeNarc's rule set "security".
    securityRules:
      /^(?:FileCreateTempFile|InsecureRandom|JavaIoPackageAccess|NonFinalPublicField|NonFinalSubclassOfSensitiveInterface|ObjectFinalize|PublicFinalizeMethod|SystemExit|UnsafeArrayDeclaration|UnsafeImplementationAsMap)$|security|injection/i
  },
  { names: ['spectral'], writes: ['sast', 'quality'], securityRules: /^owasp:/ },
  {
    names: ['salesforce code analyzer', 'sfdx-scanner', 'sfge', 'error prone', 'errorprone'],
    writes: ['sast', 'quality'],
    securityRules:
      /^Apex(?:Bad|CRUD|CSRF|Dang|Insecure|Open|SOQL|Sharing|SuggestUsing|XSS)|^VF(?:CSRF|Unescape)|security|insecure|injection/i
  }
]
