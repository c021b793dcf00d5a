import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { recordTypes } from '../../core/records.ts'
import { districtSeen } from '../../db/district-store/seen.ts'
import { kindsOf } from '../../db/records/kinds.ts'
import { postgresFailureOf } from '../../db/open/postgres-failure.ts'
import type { Seen } from '../../db/seen.ts'
import { openedToLook } from '../database/opened-to-look.ts'
import { shownUrl } from '../database/database-url.ts'
import { cursorFileOf, issuerFileOf, pseudonymFile, trustFile } from './keys-folder.ts'
import type { KeysAsked, KeysExit } from './keys-asked.ts'
import type { IssuerKeyEntry } from './register.ts'
import { sealOf } from './secret-file.ts'
import type { SignedBy } from './signed-by.ts'
import { signedBy } from './signed-by.ts'

/** `keys list`: every key with what became of it and what bears its signature; also while the district runs. */
export async function listKeys(asked: KeysAsked): Promise<KeysExit> {
  const { register, folder, out, error, values } = asked
  const words = asked.words.keys.list
  const signed = await readRecord(asked, seen => signedBy(seen, register.issuer))
  const lies = (name: string): 'sealed' | 'plain' | 'gone' => {
    const path = join(folder.keys, name)
    if (!existsSync(path)) return 'gone'
    return sealOf(path) === 'plain' ? 'plain' : 'sealed'
  }
  const rows = register.issuer.map(key => ({
    ...key,
    lies: lies(issuerFileOf(key.id)),
    ...countsOf(key, signed),
  }))
  if (values.json) {
    out(
      JSON.stringify({
        signsAs: register.dids?.at(-1) ?? null,
        issuer: rows,
        ...restOf(asked, lies),
      }),
    )
    return typeof signed === 'string' ? 1 : 0
  }
  const did = register.dids?.at(-1)
  out(did === undefined ? words.neverStarted : words.signsAs({ did }))
  for (const row of rows) out(lineOf(row, asked))
  const liesSaid = (name: string) => words[lies(name)]
  out(words.trust({ key: register.trust, lies: liesSaid(trustFile) }))
  for (const { n } of register.cursor) out(words.cursor({ n, lies: liesSaid(cursorFileOf(n)) }))
  out(words.pseudonym({ lies: liesSaid(pseudonymFile) }))
  if (typeof signed !== 'string') return 0
  error(words.unread({ why: signed }))
  return 1
}

/** Asks the record something without the right to change it; else why that can't be, in a sentence. */
export async function readRecord<T>(
  { data, databaseUrl, said }: Pick<KeysAsked, 'data' | 'databaseUrl' | 'said'>,
  ask: (seen: Seen) => Promise<T>,
): Promise<T | string> {
  try {
    const sql = await openedToLook(data, databaseUrl, said)
    if (typeof sql === 'string') return sql
    try {
      return await ask(districtSeen(sql, kindsOf(recordTypes)))
    } finally {
      await sql.close()
    }
  } catch (error) {
    const code = postgresFailureOf(error)
    if (databaseUrl !== undefined && code !== undefined)
      return said.programs.file[code]({ file: shownUrl(databaseUrl) })
    if (!(error instanceof Error && error.name === 'SqliteError')) throw error
    return said.commands.audit.unreadable({ folder: data })
  }
}

interface Row extends IssuerKeyEntry {
  readonly lies: 'sealed' | 'plain' | 'gone'
  readonly badges?: number
  readonly lists?: number
}

function countsOf({ id }: IssuerKeyEntry, signed: SignedBy | string) {
  if (typeof signed === 'string') return {}
  return { badges: signed.badges.get(id)?.length ?? 0, lists: signed.lists.get(id) ?? 0 }
}

function lineOf(row: Row, { words }: Pick<KeysAsked, 'words'>): string {
  const { list } = words.keys
  const said = [
    list.state[row.state],
    row.madeAt === undefined ? list.madeBefore : list.made({ day: dayOf(row.madeAt) }),
    ...(row.retiredAt === undefined ? [] : [list.retired({ day: dayOf(row.retiredAt) })]),
    ...(row.compromisedFrom === undefined
      ? []
      : [list.compromised({ time: timeOf(row.compromisedFrom) })]),
    ...(row.badges === undefined || row.lists === undefined
      ? []
      : [list.signed({ badges: row.badges, lists: row.lists })]),
    list[row.lies],
  ]
  return `${row.id}  ${said.join(' · ')}`
}

function restOf({ register }: KeysAsked, lies: (name: string) => string) {
  return {
    trust: { publicKey: register.trust, lies: lies(trustFile) },
    cursor: register.cursor.map(key => ({ ...key, lies: lies(cursorFileOf(key.n)) })),
    pseudonym: { lies: lies(pseudonymFile) },
  }
}

/** Times on a terminal are in UTC: servers stand anywhere. */
export const timeOf = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z')
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
