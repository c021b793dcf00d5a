import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { worstOf } from '../../core/health/judge.ts'
import { isDatabaseUrl } from '../database/database-url.ts'
import { keyProblemSaid } from '../keys/key-problem.ts'
import { keysFolderOf, registerIn } from '../keys/keys-folder.ts'
import { masterKeyGiven } from '../keys/master-key-given.ts'
import { defaultFolder } from '../listen/arguments.ts'
import type { TerminalWords } from '../terminal-words.ts'
import { examined } from './examined.ts'

/** 0: nothing has to be mended · 1: something has · 2: it could not be looked at · 64: wrong use. */
export type DoctorExit = 0 | 1 | 2 | 64

export interface DoctorParts {
  readonly env: NodeJS.ProcessEnv
  readonly said: TerminalWords
  readonly now: number
  out(line: string): void
  error(line: string): void
}

/** `doctor`: what is wrong with a district where it lies, each in a sentence with what to do; also while it runs. */
export async function doctorCommand(
  args: readonly string[],
  { env, said, now, out, error }: DoctorParts,
): Promise<DoctorExit> {
  let values: ReturnType<typeof parsed>
  try {
    values = parsed(args)
  } catch (thrown) {
    error(thrown instanceof Error ? thrown.message : String(thrown))
    error(said.commands.doctor.use)
    return 64
  }
  const databaseUrl = values.database ?? env['MERITFOLIO_DATABASE']
  if (databaseUrl !== undefined && !isDatabaseUrl(databaseUrl)) {
    error(said.programs.noDatabase)
    return 64
  }
  const dataFolder = resolve(values.data ?? defaultFolder(env))
  try {
    const folder = keysFolderOf(dataFolder)
    const register = registerIn(folder)
    if (register === undefined) {
      const isOlder = existsSync(join(folder.keys, 'issuer-1.key'))
      const { keys, noDistrict } = said.commands
      error(isOlder ? keys.rotate.neverStarted : noDistrict({ folder: dataFolder }))
      return 2
    }
    const findings = await examined({
      ...{ dataFolder, databaseUrl, register, now, said },
      master: masterKeyGiven(values['master-key'], env),
      nodeVersion: process.versions.node,
      mayAsk: !values['no-network'],
    })
    const { found, next, state: stateSaid, summary } = said.health
    const told = findings.map(finding => ({
      ...finding,
      said: found[finding.code](finding.facts),
      next: finding.state === 'ok' ? undefined : next[finding.code],
    }))
    if (values.json) out(JSON.stringify(told))
    else {
      for (const one of told) {
        out(`${stateSaid[one.state]}: ${one.said}`)
        if (one.next !== undefined) out(`    ${one.next}`)
      }
      const count = (state: string) => told.filter(one => one.state === state).length
      out(summary({ mend: count('mend'), look: count('look') }))
    }
    return worstOf(findings) === 'mend' ? 1 : 0
  } catch (thrown) {
    const problem = keyProblemSaid(thrown, said.commands.keys)
    if (problem === undefined) throw thrown
    error(problem)
    return 2
  }
}

function parsed(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      database: { type: 'string' },
      'master-key': { type: 'string' },
      'no-network': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  return values
}
