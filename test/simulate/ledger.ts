import type { Claim } from '../../core/claim/record.ts'
import type { Badge } from '../../core/badge/record.ts'
import type { Act } from './acts.ts'
import { followAct } from './acts.ts'
import { wordsIn } from './check-erased.ts'
import type { Looked } from './check-device.ts'
import type { SimDevice } from './device.ts'
import type { Entry } from './entry.ts'
import { entryColumns } from './entry.ts'
import type { Row } from './rows.ts'
import { rowsOf } from './rows.ts'
import type { Grounds, Placed } from './world.ts'
import { erasable } from './world.ts'

/** A command that somebody gave at a computer. */
export interface Given {
  readonly key: string
  readonly device: string
  /** Which computer, where a copy of its folder goes on under the same name. */
  readonly computer: string
  readonly person: string
  readonly name: string
  readonly input: Readonly<Record<string, unknown>>
  /** Its place among all that was given anywhere. */
  readonly n: number
  /** What was seen of each record it wrote, where nothing else was on its way there. */
  readonly expects: readonly Expected[]
  /** By its computer's clock, put right (epoch ms). */
  readonly doneAt: number
}

/** How a record looked on a computer after a command, and the district's revision that it was decided on. */
export interface Expected {
  readonly key: string
  readonly onRev: number
  readonly body: unknown
}

/** A line that somebody typed into a text, and the command that carries it. */
export interface Typed {
  readonly key: string
  readonly record: string
  readonly line: string
}

/** What is known of what was done, beside the programs. */
export interface Ledger {
  readonly given: Map<string, Given>
  readonly typed: Typed[]
  /** Commands that a computer was told, or could have been told, that they were done. */
  readonly acknowledged: Set<string>
  /** Commands that went with a computer, or with the copy of a folder that was put in its place. */
  readonly gone: Set<string>
  /** Commands that a copy of a folder held, which was put back: they may have gone before. */
  readonly again: Set<string>
  /** Names of computers of whose folder a copy went on, or came back. */
  readonly copied: Set<string>
  /** Titles in the order in which they were given. */
  readonly titles: { readonly key: string; readonly goal: string; readonly title: string }[]
  /** The district's records as they were last committed, where something is asked of how they change. */
  readonly claims: Map<string, Claim>
  readonly badges: Map<string, Badge>
  readonly reviews: Map<string, string>
  /** Badges as they were signed, whatever backup came back since: nothing may revive or change them. */
  readonly signed: Map<string, string>
  readonly revoked: Set<string>
  /** The directory, as it was last committed. */
  readonly people: Map<string, Placed>
  /** What commands made of entries in the directory, as heard before their transaction is kept; by command and record. */
  readonly heard: Map<string, string>
  /** Who took a role that takes two from somebody else, and when (epoch ms), by the key of the command. */
  readonly took: Map<string, { readonly by: string; readonly at: number }>
  /** What takes two and is under way, by the key of its record. */
  readonly acts: Map<string, Act>
  /** Whose record was begun to be erased, and of whom nothing is left, whatever copy came back since. */
  readonly erasing: Set<string>
  readonly erased: Set<string>
  /** What only who may be erased has written, and the commands that wrote into their records. */
  readonly words: Set<string>
  readonly ofErasable: Set<string>
  readonly revs: Map<string, number>
  /** Streams and how far they were looked at. */
  readonly heads: Map<string, number>
  /** The last entry of the audit that was looked at. */
  auditN: number
  /** The last command of a computer on a claim that was decided. */
  readonly order: Map<string, number>
  /** Keys that the audit has an entry for. */
  readonly decided: Set<string>
  /** Keys that it had one for before a backup came back in which they are missing: they come again, after newer ones. */
  readonly undecided: Set<string>
  /** Computers whose right was ended, and the first request after that. */
  readonly endedDevices: Map<string, number>
  /** Names that computers have, or are to have, once they are let in again. */
  readonly newNames: Set<string>
  /** The invitation by which a computer asks to be let in again, by its id. */
  readonly codes: Map<string, string>
  /** Commands that were taken back before they left: nobody may ever hear of them. */
  readonly takenBack: Set<string>
  /** The file (SHA-256) of each piece of evidence that was kept or deleted, by its id: a deleted one does not say. */
  readonly files: Map<string, string>
  /** Computers on which an older copy of the records took their place: which file a deleted piece had is not known there. */
  readonly putBack: Set<string>
  /** SHA-256 of files that were in the district when it withheld what named them. */
  readonly withheld: Set<string>
  /** Files of the district that were damaged on its disk. */
  readonly damaged: Set<string>
  /** Whether somebody has tried to end a computer's right. */
  isEnding: boolean
  /** Signatures of requests that were answered. */
  readonly signatures: Set<string>
  /** The first request since a role was last changed. */
  rolesSince: number
  readonly looked: Map<string, Looked>
  n: number
}

/** Nothing done yet. */
export const ledgerOf = (): Ledger => ({
  given: new Map(),
  typed: [],
  acknowledged: new Set(),
  gone: new Set(),
  again: new Set(),
  copied: new Set(),
  titles: [],
  claims: new Map(),
  badges: new Map(),
  reviews: new Map(),
  signed: new Map(),
  revoked: new Set(),
  people: new Map(),
  heard: new Map(),
  took: new Map(),
  acts: new Map(),
  erasing: new Set(),
  erased: new Set(),
  words: new Set(),
  ofErasable: new Set(),
  revs: new Map(),
  heads: new Map(),
  auditN: 0,
  order: new Map(),
  decided: new Set(),
  undecided: new Set(),
  endedDevices: new Map(),
  newNames: new Set(),
  codes: new Map(),
  takenBack: new Set(),
  files: new Map(),
  putBack: new Set(),
  withheld: new Set(),
  damaged: new Set(),
  isEnding: false,
  signatures: new Set(),
  rolesSince: 0,
  looked: new Map(),
  n: 0,
})

/** Keys of a computer's outbox. */
export const keysIn = ({ place }: Pick<SimDevice, 'place'>): ReadonlySet<string> =>
  new Set(place.store.outbox().map(row => row.key))

/** A backup came back: what was looked at is what lies in it. */
export function relearn(world: Pick<Grounds, 'ledger' | 'counts' | 'dbs'>): void {
  const { ledger } = world
  const { record } = world.dbs
  const { claims, badges, reviews, revs, heads, people, acts } = ledger
  for (const known of [claims, badges, reviews, revs, heads, people, acts]) known.clear()
  const before = [...ledger.decided]
  ledger.decided.clear()
  ledger.order.clear()
  const rows = rowsOf<Row>(record, 'select * from record')
  for (const { key, kind, rev, body } of rows) {
    ledger.revs.set(key, rev)
    const id = key.slice(kind.length + 1)
    if (kind === 'claim') ledger.claims.set(id, JSON.parse(body))
    if (kind === 'badge') ledger.badges.set(id, JSON.parse(body))
    if (kind === 'review') ledger.reviews.set(id, JSON.parse(body).state)
    if (kind === 'person') people.set(id, JSON.parse(body))
    if (body.includes(`"owner":"${erasable}"`))
      for (const word of wordsIn(body)) ledger.words.add(word)
  }
  for (const row of rowsOf<{ name: string; head: number }>(record, 'select * from stream'))
    ledger.heads.set(row.name, row.head)
  const entries = rowsOf<Entry>(record, `select ${entryColumns} from audit order by n`)
  for (const entry of entries) {
    ledger.decided.add(entry.command_key)
    followAct(world, entry, { isKnown: true })
  }
  for (const key of before) if (!ledger.decided.has(key)) ledger.undecided.add(key)
  for (const key of ledger.took.keys()) if (!ledger.decided.has(key)) ledger.took.delete(key)
  ledger.auditN = entries.at(-1)?.n ?? 0
}
