import { address, repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import type { CheckReport, CheckResult } from '../requests.js'
import { answerOf, type CheckRun, externalId, findChecks, type Identify } from './check-runs.js'
import { CHECKS_WRITE, update } from './check-update.js'
import { disputeIn, tellDispute } from './disputes.js'

/** A check that answers somebody else, where the report leaves such an answer alone. */
export const anotherAnswer = (own: readonly CheckRun[], report: CheckReport): CheckRun | undefined =>
  report.yields ? own.find(check => answerOf(check) !== report.answer) : undefined

/** Looks at most; whoever answers beside this run has come to its end by then. */
const MOST_LOOKS = 4

/**
 * What has been written is looked at once more: another gate, or the run of a pull request, may have begun between the
 * look before and the write. Each of the two looks after it has written, so one of them sees both.
 */
export async function lookAgain(
  client: Client,
  identify: Identify,
  report: CheckReport,
  made: CheckResult
): Promise<CheckResult> {
  const { own } = await findChecks(client, identify, report)
  const mark = externalId(report)
  const beside = own.filter(check => check.externalId !== mark)
  if (anotherAnswer(beside, report) !== undefined) {
    await giveWay(client, identify, report)
    return { ...made, stands: 'former' }
  }
  const dispute = await disputeIn(client, beside, report)
  if (dispute === null) {
    // Begun by a run that has left the answer to this one since: nobody else would end it.
    for (const { id, status } of beside) if (status !== 'completed') await update(client, report, id, [], true)
    return made
  }
  await tellDispute(client, identify, own, { report, dispute })
  return { ...made, action: 'updated', stands: 'none' }
}

/** What such a run has made says what the answer that stands says, and bears its mark, until that changes no more. */
export async function giveWay(client: Client, identify: Identify, report: CheckReport): Promise<void> {
  const made = new Set<number>()
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    const { own } = await findChecks(client, identify, report)
    for (const { id } of own.filter(check => answerOf(check) === report.answer)) made.add(id)
    const another = anotherAnswer(
      own.filter(({ id }) => !made.has(id)),
      report
    )
    const behind = own.filter(check => made.has(check.id) && another !== undefined && !saysTheSame(check, another))
    if (another === undefined || behind.length === 0) return
    for (const { id } of behind) await showTheSame(client, report.name, another, id)
  }
}

const saysTheSame = (check: CheckRun, other: CheckRun): boolean =>
  check.externalId === other.externalId && check.status === other.status && check.conclusion === other.conclusion

/** A check run cannot be deleted, but it can say what another one says. */
async function showTheSame(client: Client, name: string, { externalId: mark, ...shown }: CheckRun, id: number) {
  const { status, conclusion, title, summary, text } = shown
  const isOver = status === 'completed' && conclusion !== null
  await client.json({
    what: `update the check run "${name}"`,
    route: `PATCH ${repositoryAddress(client.repository)}${address`/check-runs/${id}`}`,
    parameters: {
      external_id: mark,
      ...(isOver ? { status, conclusion } : { status: 'in_progress' }),
      output: { title: title ?? '', summary: summary ?? '', ...(text === null ? {} : { text }) }
    },
    needs: CHECKS_WRITE
  })
}
