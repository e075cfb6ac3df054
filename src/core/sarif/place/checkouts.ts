/**
 * Directories into which build systems check out the repository; the last resort for absolute paths of another machine.
 * GitHub runners, container actions and jobs; GitLab; Azure Pipelines; CircleCI; Jenkins; Bitbucket; CodeBuild; Drone; Travis.
 */
export const CHECKOUTS: readonly RegExp[] = [
  /^\/(?:home\/runner|Users\/runner|runner|opt\/actions-runner|actions-runner|home\/[^/]+\/actions-runner)\/_?work\/[^/]+\/[^/]+\//,
  /^\/github\/workspace\//,
  /^\/__w\/[^/]+\/[^/]+\//,
  /^[A-Za-z]:\/a\/[^/]+\/[^/]+\//,
  /^\/builds\/[^/]+\/[^/]+\//,
  /^\/(?:home\/vsts|agent|azp\/agent|azp|Users\/runner)\/_?work\/\d+\/s\//,
  /^\/home\/circleci\/(?:project|repo)\//,
  /^\/(?:var\/lib\/jenkins|var\/jenkins_home|home\/jenkins(?:\/agent)?)\/workspace\/[^/]+\//,
  /^\/opt\/atlassian\/pipelines\/agent\/build\//,
  /^\/codebuild\/output\/src\d+\/src\/(?:[^/]+\.[^/]+\/[^/]+\/[^/]+\/)?/,
  /^\/drone\/src\//,
  /^\/home\/travis\/build\/[^/]+\/[^/]+\//,
  /^\/workspaces?\/source\//
]
