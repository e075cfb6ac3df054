/** Folders that builds, package managers and frameworks fill, and that are hardly ever committed. */
const MADE =
  /(?:^|\/)(?:target|build|dist|out|obj|bin\/(?:Debug|Release|x64|x86|ARM64)|generated|generated-sources|node_modules|bower_components|vendor|Pods|\.next|\.nuxt|\.output|\.svelte-kit|\.angular|\.gradle|\.terraform|\.serverless|\.aws-sam|cdk\.out|__pycache__|\.venv|venv|\.tox|\.eggs|[^/]+\.egg-info|CMakeFiles|cmake-build-[^/]+|bazel-(?:bin|out|genfiles)|DerivedData|\.build|\.dart_tool|_build|elm-stuff|coverage)\//

/** Whether a path lies in a folder that builds make. */
export const isMadeByBuild = (path: string): boolean => MADE.test(path)

/** Directories of systems and their tools: nothing in them is a file of the repository. */
const SYSTEM =
  /^(?:\/(?:usr|lib|lib32|lib64|bin|sbin|etc|proc|sys|dev|run|boot|nix|snap|System|Library|Applications|opt\/(?:hostedtoolcache|homebrew|java|jdk[^/]*|microsoft|google)|go\/(?:pkg|src)|var\/(?:lib|cache)(?!\/jenkins\/workspace\/))|[A-Za-z]:\/(?:Windows|Program Files[^/]*|ProgramData|hostedtoolcache))\//i

/** Directories in which package managers keep what they fetched. */
const PACKAGES =
  /(?:^|\/)(?:site-packages|dist-packages|node_modules|bower_components|\.m2|\.cargo|\.rustup|\.gradle|\.nuget|\.dotnet|\.npm|\.yarn|\.pnpm-store|\.ivy2|\.sbt|\.conan2?|\.cache|\.pub-cache|\.gem|gems|\.bundle|\.composer|\.venv|venv|\.tox|\.conda|conda|(?:mini|ana)conda\d?|\.sdkman|\.nvm|\.pyenv|\.rbenv|\.local|pkg\/mod|vendor|Pods)\/|[^/]@v\d+\.\d/

/** Whether the path is one of the system's, where no repository is. */
export const isOfSystem = (path: string): boolean => SYSTEM.test(path)

/** Whether the path is one of the system's or of a package: its end must not be taken for a file of the repository. */
export const isForeign = (path: string): boolean => isOfSystem(path) || PACKAGES.test(path)

/**
 * Directories into which build systems check out the repository; the last resort for absolute paths of another machine.
 * GitHub runners, container actions and jobs; GitLab; Azure Pipelines; CircleCI; Jenkins; Bitbucket; CodeBuild; Drone; Travis.
 */
const CHECKOUTS: readonly RegExp[] = [
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

/** What is behind the directory of a build system's checkout, or null. */
export function behindCheckout(path: string): string | null {
  for (const checkout of CHECKOUTS) {
    const match = checkout.exec(path)
    if (match !== null) return path.slice(match[0].length)
  }
  return null
}

/** Where containers of scanners see what they are given (documented commands of KICS, Checkov, Semgrep, Trivy and others). */
const MOUNTS = /^\/(?:src|source|path|app|code|project|repo|repository|workspace|work|data|scan|target|tf|mnt|input)\//

/** What is behind the usual directory of a mount, or null. */
export function behindMount(path: string): string | null {
  const match = MOUNTS.exec(path)
  return match === null ? null : path.slice(match[0].length)
}

/** A leading slash that a tool adds is not expected before these: such a path is another machine's. */
const MACHINE =
  /^\/(?:home|Users|root|tmp|var|opt|usr|mnt|media|private|builds|etc|proc|sys|dev|lib|lib64|bin|sbin|nix|runner|github|__w)\//

/** Whether the path begins as those of a machine do. */
export const isOfMachine = (path: string): boolean => MACHINE.test(path)
