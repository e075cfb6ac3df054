import { code, fence, heading, join, md } from './markdown.js'

/** What is to be added to the exceptions file after a merge, for the job summary. */
export function renderMergedRecords(pullRequest: number, yaml: string, file: string | null): string {
  const where =
    file === null
      ? md`The policy names no exceptions file (${code('exceptions.file')}); these exceptions have ended with the merge.`
      : md`Approved in pull request #${pullRequest}. They have ended with the merge; to keep them, add to ${code(file)}:`
  return `${join([heading(3, md`Exceptions to add`), where, fence(yaml.trimEnd())])}\n`
}
