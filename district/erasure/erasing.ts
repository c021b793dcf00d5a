import { hasBegun, isDue } from '../../core/erasure/due.ts'
import { erasureFault } from '../../core/erasure/fault.ts'
import { HoldRecord } from '../../core/person/hold.ts'
import type { Erasure } from '../../core/erasure/record.ts'
import { ErasureRecord } from '../../core/erasure/record.ts'
import type { Timers } from '../../core/kit/timers.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { all } from '../../db/query.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { Databases } from '../database/databases.ts'
import type { House } from '../house.ts'
import { eraseAccount } from './accounts.ts'
import { eraseFiles } from './files.ts'
import type { FilesNeeds } from './files.ts'
import type { Ledger } from './ledger.ts'
import { eraseRecords } from './records.ts'

/** How often it is looked whether an erasing is due (ms). */
const lookEveryMs = 60_000

/** What erasing needs of the house. */
export interface Needs extends FilesNeeds, Pick<House, 'accounts' | 'perform' | 'tell' | 'clock'> {
  readonly timers: Timers
  readonly databases: Pick<Databases, 'backUp'>
  readonly ledger: Ledger
}

export interface Erasures {
  close(): Promise<void>
}

/**
 * Erases what two people agreed to once its days are over, every minute. What was cut off, by a kill or a full disk, is
 * begun again and goes on where it was; until all of it is done it is not called done. Others are begun only once the
 * district has answered for `comeFirstMs`: should an older copy stand in the place of the record, and nobody have said so,
 * the first computer that knows more shows it.
 */
export function startErasures(needs: Needs, comeFirstMs: number): Erasures {
  let turn: Promise<void> = Promise.resolve()
  let isClosed = false
  const sinceMs = needs.timers.passedMs()
  const look = () => {
    turn = turn
      .then(() => {
        const begins = needs.timers.passedMs() - sinceMs >= comeFirstMs
        return isClosed ? undefined : eraseDue(needs, begins)
      })
      .catch((error: unknown) => needs.tell.defect('erasing', error))
  }
  look()
  const end = needs.timers.every(lookEveryMs, look)
  return {
    async close() {
      isClosed = true
      end()
      await turn
    },
  }
}

/**
 * Erases again, before anybody is let in, whom the ledger names and an older copy of the databases brought back. Lines
 * that the district has not signed erase nobody, and are told.
 */
export async function replayErasures(needs: Needs): Promise<void> {
  const { store, ledger, perform, tell } = needs
  const { erased, unsigned } = ledger.entries()
  if (unsigned > 0) tell.worked('erasures not signed', { lines: unsigned })
  let replayed = 0
  for (const entry of erased) {
    const known = (await store.seen().get(ErasureRecord, entry.person))?.rec
    if (known?.body.state === 'erased') continue
    const key = `district:erasure-replay:${entry.person}:${store.epoch()}:${known?.rev ?? 0}`
    const result = await perform('erasure.replay', bodyOf(entry), { key })
    if (result.status !== 'applied') throw new Error(`not replayed: ${result.status}`)
    replayed++
  }
  if (replayed === 0) return
  await eraseDue(needs, false)
  const left = await dueNow(needs, false)
  if (left.length > 0) throw new Error('what was erased came back and stayed')
  tell.worked('erasures replayed', { records: replayed })
}

/**
 * Erases all whose time has come, and rewrites the databases once for all of them. One that can't be done now keeps nobody
 * else waiting: it is thrown once the others are done. `begins`: also those that nothing was done to yet.
 */
export async function eraseDue(needs: Needs, begins = true): Promise<void> {
  const due = await dueNow(needs, begins)
  const gone: Due[] = []
  const failures: unknown[] = []
  for (const { person, body } of due)
    await eraseAll(needs, person, body).then(
      () => gone.push({ person, body }),
      (error: unknown) => failures.push(error),
    )
  if (gone.length > 0) await finish(needs, gone)
  if (failures.length > 0) throw failures[0]
}

/** Nothing of them is left where databases keep what was overwritten, nor in the daily copies; then it is said. */
async function finish(needs: Needs, gone: readonly Due[]): Promise<void> {
  const { store, accounts, databases, perform, tell, clock } = needs
  await store.rewrite()
  await accounts.rewrite()
  // The daily copies hold it too; a new one takes their place.
  const made = await databases.backUp(clock(), true)
  if (made.some(({ backup }) => backup !== 'made'))
    throw new Error('no copy took the place of the old ones')
  // Of a long push that had begun before the directory forgot them; then all of it is done once more.
  let more = 0
  for (const { person } of gone)
    more += (await eraseRecords(needs, person)) + (await store.blobsOf(person)).length
  if (more > 0) throw new Error('more came of who is being erased')
  for (const { person, body } of gone) {
    const erasedAt = body.isReplayed === true ? (body.dueAt ?? clock()) : clock()
    const key = `district:erasure-done:${person}:${store.epoch()}`
    const result = await perform('erasure.finish', bodyOf({ person, erasedAt }), { key })
    if (result.status !== 'applied') throw new Error(`not finished: ${result.status}`)
  }
  tell.worked('erased', { people: gone.length })
}

async function eraseAll(needs: Needs, person: string, body: Erasure): Promise<void> {
  const { store, ledger, clock } = needs
  const { askedBy = '', agreedBy = '', dueAt = 0, isReplayed = false } = body
  await eraseRecords(needs, person)
  await eraseFiles(needs, person)
  await eraseSignIn(needs, person)
  // From here on no copy brings it back.
  ledger.note({ person, askedBy, agreedBy, erasedAt: isReplayed ? dueAt : clock() })
  // What was under way when the directory forgot them.
  await eraseFiles(needs, person)
  await eraseRecords(needs, person)
  await eraseSignIn(needs, person)
  await store.eraseTraces(person, clock())
}

const eraseSignIn = ({ accounts }: Pick<Needs, 'accounts'>, person: string): Promise<void> =>
  accounts.write(
    () => eraseAccount(person),
    () => true,
  )

interface Due {
  readonly person: string
  readonly body: Erasure
}

/**
 * Whose days are over, but for those whom a hold, or a role that they were given since, keeps. After a restore from a copy
 * none is begun for as long as another computer may still bring a hold, a role, or a call-off that the copy lacks.
 */
async function dueNow({ store, clock }: Needs, begins: boolean): Promise<readonly Due[]> {
  const seen = store.seen()
  const now = clock()
  // Looked at each time, so that the days of a district in which nobody does anything count too.
  const mayBegin = (await store.cameBack(now)) === undefined && begins
  const due: Due[] = []
  for (const { id, body } of await all({ seen }, ErasureRecord, { where: { state: 'agreed' } })) {
    if (!isDue(body, now)) continue
    const person = (await seen.get(PersonRecord, id))?.rec
    const hold = (await seen.get(HoldRecord, id))?.rec
    const isBegun = hasBegun(body, person)
    const isKept = person !== undefined && erasureFault({ person, hold }) !== undefined
    if (isBegun || (mayBegin && !isKept)) due.push({ person: id, body })
  }
  return due
}
