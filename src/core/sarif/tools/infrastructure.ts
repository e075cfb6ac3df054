import type { ToolProfile } from './profile.js'

/** Scanners of infrastructure as code, pipelines and clusters. */
export const INFRASTRUCTURE_TOOLS: readonly ToolProfile[] = [
  {
    names: [['checkov', 'bridgecrew']],
    signature: /^CKV2?_/,
    category: 'iac',
    writes: ['iac', 'secret', 'sca'],
    leadingSlash: true
  },
  {
    names: [
      // tfsec from 1.28 on names the library that it is made of.
      ['tfsec', 'defsec'],
      'terrascan',
      'kubescape',
      'kubeaudit',
      'polaris',
      'fairwinds polaris',
      ['cfn-nag', 'cfn_nag'],
      ['cfn-lint', 'cloudformation linter'],
      ['cfn-guard', 'cloudformation guard', 'aws cloudformation guard'],
      'cfn-policy-validator',
      'tf-policy-validator',
      'iam policy validator',
      'iam access analyzer',
      [
        'template analyzer',
        'templateanalyzer',
        'arm template analyzer',
        'azure template analyzer',
        'template best practice analyzer'
      ],
      'psrule',
      'arm-ttk',
      ['bicep', 'bicep linter'],
      ['nctl', 'nirmata nctl', 'nctl scan'],
      ['kyverno', 'kyverno cli', 'kyverno-json'],
      'gatekeeper',
      'conftest',
      'regula',
      'datree',
      'kubesec',
      'kube-score',
      'kube-bench',
      'kubeconform',
      'pluto',
      'cloudrail',
      'snyk cloud',
      'zscaler iac scan',
      'zscaler-iac',
      'crowdstrike iac',
      'fcs iac',
      'terraform-compliance',
      'steampunk spotter',
      'dclint',
      'compose-lint',
      'octoscan',
      'dockerfilelint'
    ],
    category: 'iac',
    writes: ['iac']
  },
  {
    names: ['kics'],
    category: 'iac',
    writes: ['iac', 'secret'],
    secretRules: /^Passwords And Secrets\b/i,
    leadingSlash: true
  },
  { names: ['ansible-lint'], category: 'iac', writes: ['iac'] },
  { names: ['hadolint'], category: 'iac', writes: ['iac', 'container'] },
  { names: ['zizmor'], category: 'iac', writes: ['iac'] },
  { names: ['poutine'], category: 'iac', writes: ['iac'] },
  {
    names: [['kube-linter', 'kubelinter']],
    category: 'iac',
    writes: ['iac'],
    failureFlag: { meaning: 'calls a run unsuccessful whenever it finds something', state: 'complete' }
  },
  // Engines whose findings come as policy reports of a cluster.
  {
    names: ['policy report', 'kubewarden', 'validatingadmissionpolicy'],
    category: 'iac',
    writes: ['iac']
  },
  {
    names: ['snyk iac'],
    signature: /^SNYK-CC-/,
    category: 'iac',
    writes: ['iac'],
    severity: [
      { in: 'rule-property', path: ['problem', 'severity'] },
      { in: 'short-description', pattern: /^(critical|high|medium|low) severity\b/i }
    ]
  }
]
