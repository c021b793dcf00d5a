import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { publicKeyOfMultikey } from 'open-badges-validator-core/did'
import type { Place } from '../../core/audit/chain.ts'
import { auditOn } from '../../db/district-store/audit-on.ts'
import type { Sql } from '../../db/sql/steps.ts'
import { postgresFailureOf } from '../../db/open/postgres-failure.ts'
import { isDatabaseUrl, shownUrl } from '../database/database-url.ts'
import type { TerminalWords } from '../terminal-words.ts'
import { openedToLook } from '../database/opened-to-look.ts'
import { keysFolderOf, trustKeyIn } from '../keys/keys-folder.ts'
import { SecretDamaged } from '../keys/secret-file.ts'
import { defaultFolder } from '../listen/arguments.ts'
import { noteHealth } from '../health/notes.ts'
import { reportLines } from './report-lines.ts'

/** 0: everything follows · 1: something was done to it · 2: it could not be read · 64: wrong use. */
export type AuditExit = 0 | 1 | 2 | 64

interface Streams {
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
}

/** `audit verify`: reads a district's log and records, also while it runs, and tells what was changed behind its back. */
export async function auditCommand(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { stdout, stderr }: Streams,
  said: TerminalWords,
  now = Date.now(),
): Promise<AuditExit> {
  const words = said.commands.audit
  const asked = askedIn(args, said)
  if (typeof asked === 'string') {
    stderr.write(`${asked}\n${words.use}\n`)
    return 64
  }
  const { data = defaultFolder(env), databaseUrl = env['MERITFOLIO_DATABASE'], holds, json } = asked
  const failed = (why: string): AuditExit => {
    stderr.write(`${why}\n`)
    return 2
  }
  let trustKey: Uint8Array | undefined
  try {
    // Its public half is enough: the log is only read.
    const multikey = await trustKeyIn(keysFolderOf(data))
    trustKey = multikey === undefined ? undefined : publicKeyOfMultikey(multikey)?.bytes
  } catch (error) {
    if (!(error instanceof SecretDamaged)) throw error
  }
  if (trustKey === undefined) return failed(words.noKey({ folder: join(data, 'keys') }))
  let found: Sql | undefined
  try {
    const opened = await openedToLook(data, databaseUrl, said)
    if (typeof opened === 'string') return failed(opened)
    found = opened
    const publicKey = Buffer.from(trustKey).toString('hex')
    const report = await auditOn(found).verify({ publicKey, holds })
    noteHealth(data, 'audit', { at: now, faults: report.faults.length })
    if (json) stdout.write(`${JSON.stringify(report)}\n`)
    else
      stdout.write(
        reportLines(report, holds.length, words)
          .map(line => `${line}\n`)
          .join(''),
      )
    return report.faults.length === 0 ? 0 : 1
  } catch (error) {
    const code = postgresFailureOf(error)
    if (databaseUrl !== undefined && code !== undefined)
      return failed(said.programs.file[code]({ file: shownUrl(databaseUrl) }))
    if (!(error instanceof Error && error.name === 'SqliteError')) throw error
    return failed(words.unreadable({ folder: data }))
  } finally {
    await found?.close()
  }
}

interface Asked {
  readonly data: string | undefined
  readonly databaseUrl: string | undefined
  readonly holds: readonly Place[]
  readonly json: boolean
}

function askedIn(args: readonly string[], { commands, programs }: TerminalWords): Asked | string {
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        database: { type: 'string' },
        holds: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const { positionals, values } = parsed
  if (positionals.length !== 1 || positionals[0] !== 'verify') return commands.audit.oneThing
  const holds: Place[] = []
  for (const held of values.holds) {
    const [, link, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(held) ?? []
    if (link === undefined || hash === undefined) return commands.audit.noSeal({ text: held })
    holds.push({ link: Number(link), hash })
  }
  const databaseUrl = values.database
  if (databaseUrl !== undefined && !isDatabaseUrl(databaseUrl)) return programs.noDatabase
  return { data: values.data, databaseUrl, holds, json: values.json }
}
