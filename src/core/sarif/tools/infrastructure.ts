import type { ToolProfile } from './profile.js'

/** Scanners of infrastructure as code, pipelines, clusters and running systems. */
export const INFRASTRUCTURE_TOOLS: readonly ToolProfile[] = [
  {
    names: ['checkov', 'bridgecrew'],
    signature: /^CKV2?_/,
    category: 'iac',
    writes: ['iac', 'secret', 'sca'],
    leadingSlash: true
  },
  {
    names: ['tfsec', 'terrascan', 'kubescape', 'kubeaudit', 'polaris', 'cfn-nag', 'cfn_nag'],
    category: 'iac',
    writes: ['iac']
  },
  { names: ['kics'], category: 'iac', writes: ['iac'], leadingSlash: true },
  { names: ['ansible-lint'], category: 'iac', writes: ['iac'] },
  { names: ['hadolint'], category: 'iac', writes: ['iac', 'container'] },
  { names: ['zizmor'], category: 'iac', writes: ['iac'] },
  { names: ['poutine'], category: 'iac', writes: ['iac'] },
  {
    names: ['kube-linter'],
    category: 'iac',
    writes: ['iac'],
    failureFlag: { meaning: 'calls a run unsuccessful whenever it finds something', state: 'complete' }
  },
  // Engines whose findings come as policy reports of a cluster.
  {
    names: ['policy report', 'kyverno', 'gatekeeper', 'kubewarden', 'validatingadmissionpolicy'],
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
  },
  { names: ['scorecard'], category: 'other', writes: ['other'] },
  {
    names: ['nuclei'],
    category: 'other',
    writes: ['other'],
    noFiles: true,
    severity: [{ in: 'markdown', pattern: /^\|\s*severity\s*\|\s*(\w+)\s*\|/im }]
  },
  {
    names: ['zap', 'owasp zap', 'mapi', 'mayhem for api', 'contrast security', 'stackhawk', 'burp'],
    category: 'other',
    writes: ['other'],
    noFiles: true
  },
  // Traces what it found in the running system to the source.
  { names: ['nightvision'], category: 'other', writes: ['other'] },
  {
    names: ['nessus', 'heimdall', 'openscap', 'cis-cat', 'cis-cat pro assessor'],
    category: 'other',
    writes: ['other'],
    noFiles: true
  }
]
