import { appendFileSync, writeFileSync } from 'node:fs'
import { runAction } from '../../src/action/run.js'
import type { LogPlace, Runner } from '../../src/action/runner.js'
import type { Clock } from '../../src/github/http/clock.js'
import { fakeClock } from '../fake-github/clock.js'
import type { Program } from '../fake-github/runner.js'
import type { FakeGitHub } from '../fake-github/server.js'

type Variables = Readonly<Record<string, string>>

/** The Action as a program of this process. Whatever the stand-in keeps waiting has waited long enough. */
export const programOf =
  (fake: FakeGitHub): Program =>
  (env, print) => {
    const clock = clockOf(env, fake)
    return runAction(runnerOf(env, clock, print))
  }

/** The shortest wait that is told, as in quick-time.mjs. */
const LEAST = 900

/** Starts at STEP_STARTS_AT, or now, and writes each wait to the file STEP_WAITS: as quick-time.mjs does in a process. */
function clockOf({ STEP_STARTS_AT: startsAt, STEP_WAITS: waits }: Variables, fake: FakeGitHub): Clock {
  const clock = fakeClock(startsAt === undefined ? Date.now() : Date.parse(startsAt))
  fake.onStall(clock.expire)
  const sleep = async (milliseconds: number) => {
    await clock.sleep(milliseconds)
    if (waits !== undefined && milliseconds >= LEAST) appendFileSync(waits, `${milliseconds}\n`)
  }
  return { ...clock, sleep }
}

/** A runner as the toolkit would show it to the program. */
function runnerOf(env: Variables, clock: Clock, print: (text: string) => void): Runner {
  return {
    env,
    clock,
    print: text => print(`${text}\n`),
    annotate: (level, text, place) => print(`::${level}${propertiesOf(place)}::${escaped(text)}\n`),
    setOutput: (name, value) => appendFileSync(fileOf(env.GITHUB_OUTPUT), `${name}<<END\n${value}\nEND\n`),
    writeSummary: async (text, { overwrite }) => {
      const write = overwrite ? writeFileSync : appendFileSync
      write(fileOf(env.GITHUB_STEP_SUMMARY), text)
    }
  }
}

function fileOf(path: string | undefined): string {
  if (path === undefined) throw new Error('the runner has no such file')
  return path
}

/** Properties of a command, as the toolkit writes them (`col` and not `startColumn`). */
function propertiesOf({ startLine, startColumn, endColumn, ...others }: LogPlace): string {
  const named = { ...others, line: startLine, col: startColumn, endColumn }
  const pairs = Object.entries(named).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapedProperty(String(value))}`]
  )
  return pairs.length === 0 ? '' : ` ${pairs.join(',')}`
}

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
