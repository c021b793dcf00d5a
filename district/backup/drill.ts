import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { publicKeyOfMultikey } from 'open-badges-validator-core/did'
import { z } from 'zod'
import { BadgeRecord } from '../../core/badge/record.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import type { RecordType } from '../../core/kit/record-type.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { recordTypes } from '../../core/records.ts'
import type { AuditReport } from '../../db/district-store/verify-audit.ts'
import { openDistrict } from '../../db/district-store/open.ts'
import type { DistrictStore } from '../../db/district-store/open.ts'
import { listRowsMax } from '../../db/index-table/list.ts'
import type { ListAsk } from '../../db/index-table/list.ts'
import { openWhole } from '../../db/open/copy.ts'
import type { NotOpened } from '../database/databases.ts'
import { sqliteDatabases } from '../database/sqlite-databases.ts'
import { sha256Of } from '../evidence/sha256-of.ts'
import type { KeysFolder } from '../keys/keys-folder.ts'
import { trustKeyIn } from '../keys/keys-folder.ts'
import { isBackup } from './backup.ts'
import { copyWhole, filesIn } from './files.ts'
import { lackingFiles } from './named-files.ts'

export interface DrillParts {
  /** One copy, as `backUp` has made it. */
  readonly from: string
  /** Where the copy is brought back to be looked at, in a folder that is gone afterwards. */
  readonly scratch: string
  /** The keys of the district that the copy is of: its log is signed with them. */
  readonly keys: KeysFolder
  onProgress(done: number, all: number): void
  isStopped(): boolean
}

/** What a copy came to when it was brought back. */
export interface Drill {
  readonly people: number
  readonly claims: number
  readonly badges: number
  readonly audit: AuditReport
  /** Files of the copy that are not what their names say, and files that its record names and that it lacks. */
  readonly damaged: readonly string[]
  readonly lacking: readonly string[]
}

/** Why a copy can't be brought back at all. */
export type NotTried = 'no_backup' | 'damaged' | 'no_keys' | 'stopped' | NotOpened

const aboutSchema = z.object({
  seal: z.object({ link: z.number(), hash: z.string() }).optional(),
})

/**
 * Brings a copy back beside the district, as a restore and the start after it would: records are opened, brought to this
 * version and counted, the log is verified with the seal of the copy, every file is read through where it lies. The
 * district itself is not touched, and may run.
 */
export async function drill(parts: DrillParts): Promise<Drill | NotTried> {
  const { from, scratch, keys } = parts
  if (!isBackup(from)) return 'no_backup'
  for (const name of ['record.sqlite', 'accounts.sqlite']) {
    const copy = openWhole(join(from, name), undefined)
    if (copy === undefined) return 'damaged'
    copy.close()
  }
  const multikey = await trustKeyIn(keys)
  const trustKey = multikey === undefined ? undefined : publicKeyOfMultikey(multikey)?.bytes
  if (trustKey === undefined) return 'no_keys'
  const folder = mkdtempSync(join(scratch, 'meritfolio-try-'))
  try {
    for (const name of ['record.sqlite', 'accounts.sqlite'])
      await copyWhole(join(from, name), join(folder, name))
    const databases = sqliteDatabases(folder)
    if ('failed' in databases) return databases
    const { record, accounts, nonces } = databases
    try {
      const store = await openDistrict(record, {
        types: recordTypes,
        build: 'drill',
        cursorSecret: randomBytes(32),
        salt: () => randomBytes(16).toString('hex'),
      })
      const publicKey = Buffer.from(trustKey).toString('hex')
      const audit = await store.audit.verify({ publicKey, holds: sealOf(from) })
      const blobs = join(dirname(dirname(from)), 'blobs')
      const damaged = await damagedIn(blobs, parts)
      if (parts.isStopped()) return 'stopped'
      return {
        people: await countOf(store, PersonRecord),
        claims: await countOf(store, ClaimRecord),
        badges: await countOf(store, BadgeRecord),
        audit,
        damaged,
        lacking: await lackingFiles(record, blobs),
      }
    } finally {
      await record.close()
      await accounts.close()
      await nonces.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The end of the log as it was when the copy was made. */
function sealOf(from: string) {
  const about = aboutSchema.parse(JSON.parse(readFileSync(join(from, 'about.json'), 'utf8')))
  return about.seal === undefined ? [] : [about.seal]
}

async function damagedIn(
  blobs: string,
  { onProgress, isStopped }: DrillParts,
): Promise<readonly string[]> {
  const names = existsSync(blobs) ? filesIn(blobs) : []
  const damaged: string[] = []
  for (const [at, name] of names.entries()) {
    if (isStopped()) break
    onProgress(at, names.length)
    if (!name.endsWith(await sha256Of(join(blobs, name)))) damaged.push(name)
  }
  onProgress(names.length, names.length)
  return damaged
}

async function countOf<B>(store: DistrictStore, type: RecordType<B>): Promise<number> {
  let count = 0
  let after: ListAsk['after']
  do {
    const rows = await store
      .seen()
      .list(type, { limit: listRowsMax, ...(after === undefined ? {} : { after }) })
    count += rows.length
    after = rows.length < listRowsMax ? undefined : rows.at(-1)?.place
  } while (after !== undefined)
  return count
}
