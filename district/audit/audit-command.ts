import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { publicKeyOf } from 'open-badges-validator-core/issue'
import type { Place } from '../../core/audit/chain.ts'
import { auditOn } from '../../db/district-store/audit-on.ts'
import { districtMigrations } from '../../db/district-store/migrations.ts'
import { connect } from '../../db/open/connect.ts'
import { sqliteSql } from '../../db/sql/sqlite.ts'
import { SecretDamaged, trustSecretIn } from '../keys/secrets.ts'
import { defaultFolder } from '../listen/arguments.ts'
import { reportLines } from './report-lines.ts'

/** 0: everything follows · 1: something was done to it · 2: it could not be read · 64: wrong use. */
export type AuditExit = 0 | 1 | 2 | 64

interface Streams {
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
}

const use = `Use: audit verify [--data DIR] [--holds ENTRIES:SEAL]... [--json]
  --holds  a seal as a computer shows it under Settings, District; may be given more than once
`

/** `audit verify`: reads a district's log and records, also while it runs, and tells what was changed behind its back. */
export async function auditCommand(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { stdout, stderr }: Streams,
): Promise<AuditExit> {
  const asked = askedIn(args)
  if (typeof asked === 'string') {
    stderr.write(`${asked}\n${use}`)
    return 64
  }
  const { data = defaultFolder(env), holds, json } = asked
  const file = join(data, 'record.sqlite')
  const failed = (why: string): AuditExit => {
    stderr.write(`${why}\n`)
    return 2
  }
  if (!existsSync(file))
    return failed(`${data} holds no district record. Name its folder with --data.`)
  let secret: Uint8Array | undefined
  try {
    secret = trustSecretIn(join(data, 'keys'))
  } catch (error) {
    if (!(error instanceof SecretDamaged)) throw error
  }
  if (secret === undefined)
    return failed(
      `${join(data, 'keys')} lacks the key that signs the log. Put its copy back, then try again.`,
    )
  const db = connect(file, { readonly: true, fileMustExist: true }, undefined)
  try {
    const shape = Number(db.pragma('user_version', { simple: true }))
    const known = districtMigrations.at(-1)?.number ?? 0
    if (shape > known)
      return failed(`${file} was written by a newer version of this program. Use that one.`)
    if (shape < known)
      return failed(
        `${file} was written by an older version. Start the district once with this one, then try again.`,
      )
    const publicKey = Buffer.from(publicKeyOf(secret)).toString('hex')
    const report = await auditOn(sqliteSql(db)).verify({ publicKey, holds })
    if (json) stdout.write(`${JSON.stringify(report)}\n`)
    else
      stdout.write(
        reportLines(report, holds.length)
          .map(line => `${line}\n`)
          .join(''),
      )
    return report.faults.length === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof Error && error.name === 'SqliteError')) throw error
    return failed(`${file} can't be read: it is damaged, or in use by something else.`)
  } finally {
    db.close()
  }
}

interface Asked {
  readonly data: string | undefined
  readonly holds: readonly Place[]
  readonly json: boolean
}

function askedIn(args: readonly string[]): Asked | string {
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        holds: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const { positionals, values } = parsed
  if (positionals.length !== 1 || positionals[0] !== 'verify')
    return 'audit knows one thing to do: verify.'
  const holds: Place[] = []
  for (const held of values.holds) {
    const [, link, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(held) ?? []
    if (link === undefined || hash === undefined)
      return `${held} is no seal: a number of entries, a colon, and 64 signs from 0 to f.`
    holds.push({ link: Number(link), hash })
  }
  return { data: values.data, holds, json: values.json }
}
