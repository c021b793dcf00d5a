import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DistrictRecord, districtId as districtRecordId } from '../../core/person/district.ts'
import { recordTypes } from '../../core/records.ts'
import type { Finding, HealthCode, HealthState } from '../../core/health/finding.ts'
import { judgedHealth } from '../../core/health/judge.ts'
import { auditOn } from '../../db/district-store/audit-on.ts'
import { cameBackOf } from '../../db/district-store/came-back.ts'
import { putBackOf } from '../../db/district-store/put-back.ts'
import { districtSeen } from '../../db/district-store/seen.ts'
import { stillComesMs } from '../../db/district-store/still-to-come.ts'
import { metaOf } from '../../db/meta/meta.ts'
import { lockFolder } from '../../db/open/lock.ts'
import { kindsOf } from '../../db/records/kinds.ts'
import type { Sql } from '../../db/sql/steps.ts'
import { openedToLook } from '../database/opened-to-look.ts'
import { brokenOffIn } from '../backup/restored-mark.ts'
import { giveToOwner } from '../backup/give-to-owner.ts'
import { keyProblemSaid } from '../keys/key-problem.ts'
import type { KeysFolder } from '../keys/keys-folder.ts'
import { keysFolderOf, neededFiles } from '../keys/keys-folder.ts'
import type { MasterKey } from '../keys/master-key.ts'
import type { KeyRegister } from '../keys/register.ts'
import { readSecret, sealOf, SecretMissing } from '../keys/secret-file.ts'
import { secretFiles } from '../keys/secrets.ts'
import { lastStartIn } from '../listen/last-start.ts'
import type { TerminalWords } from '../terminal-words.ts'
import { knownHealth } from './known.ts'
import { postgresFound } from './postgres-found.ts'
import { isLoopback, reached } from './reach.ts'

export interface Examining {
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly register: KeyRegister
  readonly master: MasterKey | undefined
  readonly now: number
  readonly nodeVersion: string
  /** Whether the district's own address may be asked. */
  readonly mayAsk: boolean
  readonly said: TerminalWords
}

/** The oldest Node.js that still gets repairs for security, by its first number. */
const nodeOldest = 22
/** A clock may be so far behind what was signed before (ms): other computers' clocks differ too. */
const behindMsMax = 300_000

/** Everything that can be found about a district on the computer where it lies, also while it runs. Changes nothing. */
export async function examined(the: Examining): Promise<readonly Finding[]> {
  const { dataFolder, databaseUrl, register, now } = the
  const findings: Finding[] = []
  const add = (code: HealthCode, state: HealthState, facts: Finding['facts'] = {}) =>
    void findings.push({ code, state, facts })
  const isRunning = isHeld(dataFolder)
  add(isRunning ? 'runs' : 'stands', isRunning ? 'ok' : 'look')
  const aside = databaseUrl === undefined ? brokenOffIn(dataFolder) : undefined
  if (aside !== undefined) add('half_restored', 'mend', { aside })
  if (Number(the.nodeVersion.split('.', 1)[0]) < nodeOldest)
    add('node_old', 'look', { version: the.nodeVersion })
  findings.push(...(await keysFound(the)), ...readableFound(the))
  const record = await openedToLook(dataFolder, databaseUrl, the.said)
  let districtId: string | undefined
  if (typeof record === 'string') add('unreadable', 'mend', { why: record })
  else
    try {
      districtId = await record.snapshot(() => metaOf('own:id'))
      findings.push(...(await recordFound(the, record)))
      // The latest of all: what was signed since by a clock that was put back is earlier.
      const headAt = (await auditOn(record).heads()).reduce((at, head) => Math.max(at, head.at), 0)
      if (headAt - now > behindMsMax) add('clock_behind', 'mend', { behindMs: headAt - now })
    } finally {
      await record.close()
    }
  const start = lastStartIn(dataFolder)
  if (start === undefined) {
    add('never_started', 'look')
    return findings
  }
  const { publicUrl, listensAt, isBehindProxy } = start
  // On an address of this computer alone, only a proxy of its own can be what the world reaches.
  if (publicUrl !== null && !isBehindProxy && isLoopback(listensAt)) add('proxy_unsaid', 'look')
  if (!the.mayAsk) return findings
  const where = { publicUrl: publicUrl ?? undefined, listensAt, isRunning }
  findings.push(...(await reached({ register, districtId, ...where })))
  return findings
}

/** Whether a district runs on a folder just now. */
function isHeld(dataFolder: string): boolean {
  const lock = lockFolder(dataFolder)
  if (!lock.locked) return lock.code === 'in_use'
  lock.release()
  giveToOwner(dataFolder, [])
  return false
}

async function recordFound(
  { dataFolder, databaseUrl, register, now }: Examining,
  record: Sql,
): Promise<readonly Finding[]> {
  const kinds = kindsOf(recordTypes)
  const postgres = databaseUrl === undefined ? undefined : await postgresFound(record, databaseUrl)
  const known = await knownHealth({
    dataFolder,
    seen: districtSeen(record, kinds),
    cameBack: await record.snapshot(() => cameBackOf(now, stillComesMs)),
    putBack: await record.snapshot(putBackOf),
    register,
    isSealed: areSealed(keysFolderOf(dataFolder), register),
    database: postgres?.name ?? 'SQLite',
    now,
    meta: name => record.snapshot(() => metaOf(`own:${name}`)),
  })
  const described = await districtSeen(record, kinds).get(DistrictRecord, districtRecordId)
  const zone = described?.rec.body.timeZone
  return [
    ...judgedHealth(known, now),
    ...(postgres?.findings ?? []),
    ...(zone === undefined ? [] : [{ code: 'zone', state: 'ok', facts: { zone } } as const]),
  ]
}

function areSealed(folder: KeysFolder, register: KeyRegister): boolean {
  return secretFiles(folder, register).every(path => {
    try {
      return sealOf(path) !== 'plain'
    } catch {
      // Damaged, which is a finding of its own.
      return true
    }
  })
}

/** Keys that are gone, damaged, or don't open with the master key that was given. */
async function keysFound({
  dataFolder,
  register,
  master,
  said,
}: Examining): Promise<readonly Finding[]> {
  const folder = keysFolderOf(dataFolder)
  const findings: Finding[] = []
  for (const name of neededFiles(register)) {
    const path = join(folder.keys, name)
    try {
      if (!existsSync(path)) throw new SecretMissing(path)
      // Without a master key it can only be seen that it is wrapped.
      if (sealOf(path) === 'plain' || master !== undefined) await readSecret(path, master)
    } catch (error) {
      const why = keyProblemSaid(error, said.commands.keys)
      if (why === undefined) throw error
      findings.push({ code: 'keys_wrong', state: 'mend', facts: { why } })
    }
  }
  return findings
}

const othersRead = 0o044
const othersPass = 0o011

/** What other users of this computer may read, where systems have such rights. */
function readableFound({ dataFolder, register }: Examining): readonly Finding[] {
  if (process.platform === 'win32') return []
  const modeOf = (path: string) => statSync(path).mode
  // Nobody comes through a folder that is closed.
  if ((modeOf(dataFolder) & othersPass) === 0) return []
  const databases = ['record.sqlite', 'accounts.sqlite'].map(name => join(dataFolder, name))
  const secrets = secretFiles(keysFolderOf(dataFolder), register)
  return [...databases, ...secrets]
    .filter(path => existsSync(path) && (modeOf(path) & othersRead) !== 0)
    .map(file => ({ code: 'may_be_read', state: 'mend', facts: { file } }))
}
