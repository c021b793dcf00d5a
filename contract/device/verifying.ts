import { z } from 'zod'
import type { Cause, CauseChoice, MarkName } from '../../core/badge/cause.ts'
import type { DoorError, Mark, Verified } from './door.ts'

/**
 * Verify for one badge or ten thousand. A batch is kept on this computer, never synced. Inputs are handed in one
 * request each (a folder: each of its files), and are checked as they come; every answer is kept on disk, so that a
 * screen pages and nothing grows. A decision for a cause is a record of the office: `cause.decide`, `cause.undo`
 * (`POST /api/commands`); their `changed` event has the kind `cause`, and groups and counts are then old.
 *
 * Every path but the first wants a batch: `/api/verifying/<batch>/…`.
 */
export const verifyingPaths = {
  /** POST {name} → BatchSaid: begins one. GET → BatchesSaid: newest first, without their groups. */
  batches: '/api/verifying',
  /** GET → BatchSaid with its groups. POST {name} | {remove: true} → BatchSaid | {} */
  batch: '',
  /**
   * POST bytes, name in `x-file-name` (percent-encoded; a folder's file with its path in the folder) → Taken. What it
   * is the bytes tell: a zip is opened (depth 1), a file named `*.csv` or `*.tsv` is a list of addresses, and so is a
   * `*.txt` with an address in it; else it is one input.
   * Send a few requests at once, not all: `filesAtOnce`.
   */
  files: '/files',
  /** POST {text} → Taken: JSON, a JWS, or addresses (one a line, or a table with a column of them). */
  text: '/text',
  /**
   * POST {name} → Coming: a folder, or many files, will come in requests of their own. POST {ended, leftOut} → {}: they
   * are all there, and what was left out before it was sent. Without that, or a file within a minute, it broke off.
   */
  coming: '/coming',
  /** GET → NDJSON of VerifyingLine, the first at once, the last (`at: 'rest'`) when nothing waits any more. */
  progress: '/progress',
  /** POST RowsAsked → RowsPage */
  rows: '/rows',
  /** GET `/row/<n>` → RowWhole: why, in full. */
  row: '/row',
  /** POST {} → BatchSaid: what waits is not checked; what is there stays. */
  stop: '/stop',
  /** POST AgainAsked → BatchSaid: checks again with what is known by now; addresses are fetched anew. */
  again: '/again',
  /** GET → the report, as something to save; in the language of the settings. */
  csv: '/report.csv',
  pdf: '/report.pdf',
} as const

/** Limits of a batch (security.md row 19, §6). What is beyond is left out and told, never silently. */
export const verifyingLimits = {
  inputsMax: 10_000,
  /** So many requests with files at a time are good. */
  filesAtOnce: 4,
  /** A badge's file, or one in a zip. */
  badgeBytesMax: 8_388_608,
  zipBytesMax: 20_000_000_000,
  zipEntriesMax: 10_000,
  /** What a zip's entries may hold together, unpacked. */
  unpackedBytesMax: 20_000_000_000,
  /** Unpacked to packed, for one entry and for the whole. */
  ratioMax: 200,
  csvBytesMax: 8_388_608,
  textCharsMax: 1_000_000,
  addressCharsMax: 4_000,
  nameCharsMax: 200,
  /** Entries of a zip that are looked at at all, to tell how many are left out. */
  zipListedMax: 100_000,
  /** What the inputs of all batches take on this computer: 10,000 badges as large pictures. */
  keptBytesMax: 8_000_000_000,
  /** Rows of one page. */
  rowsMax: 200,
  /** Batches kept; only those of one badge alone are ever forgotten without being asked. */
  batchesMax: 100,
  /** Batches of one badge alone that are kept: another one takes the oldest of them away. */
  singlesMax: 20,
} as const

export const batchRequest = z.object({ name: z.string().max(verifyingLimits.nameCharsMax) })
export const batchChangeRequest = z.union([batchRequest, z.object({ remove: z.literal(true) })])
export const textRequest = z.object({ text: z.string().max(verifyingLimits.textCharsMax) })

/** What a screen may say of things it left out before they were sent. */
const leftBefore = z.object({
  name: z.string().max(4_000),
  code: z.enum([
    'batch_full',
    'stopped',
    'folder_unreadable',
    'folder_too_deep',
    'folder_too_many',
  ]),
  /** So many things; of a folder that can't be read nobody knows. */
  left: z.int().min(1).max(1_000_000),
})
export type LeftBefore = z.infer<typeof leftBefore>
export const comingRequest = z.union([
  z.object({ ended: z.string().max(80), leftOut: z.array(leftBefore).max(200) }),
  batchRequest,
])
export interface Coming {
  readonly coming: string
}

const group = z.string().max(100)

export const rowsRequest = z.object({
  /** Of this group alone; else of all, worst first. */
  group: group.optional(),
  /** The `next` of the page before. */
  after: z.string().max(200).optional(),
  limit: z.int().min(1).max(verifyingLimits.rowsMax).optional(),
})
export type RowsAsked = z.infer<typeof rowsRequest>

/** Whether the network is asked for what isn't known here of them: from then on, as for an address. */
const asksNetwork = z.literal(true).optional()
export const againRequest = z.union([
  z.object({ rows: z.array(z.int()).max(verifyingLimits.rowsMax), asksNetwork }),
  z.object({ group, asksNetwork }),
  /** What was stopped before it was checked. */
  z.object({ stopped: z.literal(true) }),
  z.object({ all: z.literal(true) }),
])
export type AgainAsked = z.infer<typeof againRequest>

/**
 * Where a row stands, worst first: `fails` not verified · `unknown` something can't be told · `unread` no badge could
 * be read from it · `apart` it was read and is no badge (another credential, a profile), whatever its verdict: never
 * counted as holding · `holds`.
 */
export type Standing = 'fails' | 'unknown' | 'unread' | 'apart' | 'holds'

/** How many inputs of each; `waiting` are not checked yet, `stopped` won't be until asked again. */
export interface Counts extends Readonly<Record<Standing, number>> {
  readonly all: number
  readonly waiting: number
  readonly stopped: number
  /** Rows of `fails` and `unknown` that no decision in force covers: what still needs a look. */
  readonly open: number
}

/** Every batch that is kept. */
export interface BatchesSaid {
  readonly batches: readonly BatchSaid[]
  /** Why what was checked before could not be read, and is gone: told until the program ends. */
  readonly begunAnew?: 'damaged' | 'newer' | undefined
}

/** What the office decided about a cause. It never changes a verdict; it stands beside it. */
export interface CauseDecided {
  /** Id of the record, for `cause.undo` {decision}. */
  readonly id: string
  readonly choice: CauseChoice
  readonly reason: string
  /** Name of the officer, as far as this computer knows it; else their id. */
  readonly by: string
  readonly decidedAt: number
  /** In force until then (epoch ms). */
  readonly until: number
}

/** Who issued something. Anybody can write any name: unless it is `isKnown`, its id or host comes first. */
export interface Whose {
  readonly id: string | undefined
  /** The host that the id names, with mixed scripts as punycode (row 32); of an address that brought nothing its own. */
  readonly host: string | undefined
  /** As the list that vouches for it calls it; else as it calls itself. */
  readonly name: string | undefined
  /** It is in a list that is trusted here, and it is proven to be them. */
  readonly isKnown: boolean
}

/** Inputs with one cause. */
export interface Group {
  /** Stable while the batch is there: for `rows`, `again`. */
  readonly id: string
  readonly standing: Standing
  readonly count: number
  /** The mark that decided, with its code, facts and age of one of the group's rows. */
  readonly mark: MarkName | undefined
  readonly because: Mark | undefined
  readonly issuer: Whose
  /** Marks beside it that are not known either. */
  readonly also: readonly MarkName[]
  /** For addresses: what kept them from being fetched, a `NotFetchedCode` or `HTTP 503`. */
  readonly notFetched: string | undefined
  /** What `cause.decide` takes; `undefined` where there is nothing to decide. */
  readonly cause: Cause | undefined
  /** Whether `accepted` may be chosen: only where the signature holds and one thing alone is unknown and not accepted yet. */
  readonly mayAccept: boolean
  /** The decision in force. */
  readonly decided: CauseDecided | undefined
}

export interface BatchSaid {
  readonly id: string
  readonly name: string
  /** Where there is one input alone: whose badge it is, or what it was handed in as. */
  readonly only: string | undefined
  readonly begunAt: number
  /** When the last of them was checked. */
  readonly checkedAt: number | undefined
  readonly counts: Counts
  /** Time spent on checking (ms). */
  readonly tookMs: number
  /** Inputs, or parts of a zip or a list, that were left out: at most 200 lines. One with a fact `left` tells of so many. */
  readonly leftOut: readonly LeftOut[]
  readonly leftOutCount: number
  /** Of these, so many have no line. */
  readonly leftOutMore: number
  /** Names of what is still on its way: the batch is not all there. */
  readonly coming: readonly string[]
  /** Inputs for which the network is asked: addresses, and those a person wanted looked up. */
  readonly addresses: number
  /** What the answers rest on, newest first; where nothing is checked yet, what is known now. */
  readonly restsOn: readonly RestsOn[]
  /** Worst first: where they stand, then how grave the cause is, then the larger first. Empty in the list of batches. */
  readonly groups: readonly Group[]
}

/** What answers rest on: the trust lists as they were then, and how old the oldest knowledge in them is. */
export interface RestsOn {
  /** Names of the lists; empty where there was none. */
  readonly name: string
  readonly issuers: number
  readonly lists: number
  /** Oldest fetch in it (epoch ms); `undefined` where it is empty. */
  readonly asOf: number | undefined
  /** So many answers rest on it, given from then until then (epoch ms). */
  readonly count: number
  readonly from: number
  readonly until: number
  /** Whether it is what is known now: other answers may come out differently when they are checked again. */
  readonly isNow: boolean
}

/** Why an address brought nothing, beside `HTTP <status>`: what the loader of the verifier says. */
export type NotFetchedCode =
  | 'ADDRESS_REFUSED'
  | 'BUDGET_SPENT'
  | 'CANCELLED'
  | 'HOST_NOT_FOUND'
  | 'NOT_REACHED'
  | 'REDIRECT_DOWNGRADE'
  | 'REDIRECT_WITHOUT_TARGET'
  | 'SCHEME_REFUSED'
  | 'TIMEOUT'
  | 'TOO_LARGE'
  | 'TOO_MANY_REDIRECTS'
  | 'UNSUPPORTED_ENCODING'
  | 'URL_REFUSED'

/** Something that was handed in and isn't checked, and why. */
export interface LeftOut {
  readonly name: string
  readonly code: LeftOutCode
  readonly facts: Readonly<Record<string, string | number>>
}

export const leftOutCodes = [
  /** The file is no zip that opens, or is damaged where this stood. */
  'zip_damaged',
  'zip_entries',
  'zip_too_large',
  /** It unpacks to far more than it is (a bomb). */
  'zip_ratio',
  /** A zip in a zip: one is opened, not two. */
  'zip_in_zip',
  'zip_link',
  'zip_encrypted',
  'zip_method',
  'too_large',
  'file_empty',
  /** A line of a list that is no address. */
  'not_an_address',
  /** A list without any address. */
  'no_address',
  /** The batch holds as many as it may; fact `left`: so many more. */
  'batch_full',
  /** All batches together hold as much as they may. */
  'kept_full',
  /** The disk has no room for it. */
  'no_room',
  /** It ended on its way: the program was ended, or whoever sent it gave up. */
  'broken_off',
  /** Whoever sent it stopped; fact `left`: so many more did not come. */
  'stopped',
  /** A folder that could not be read, lies too deep, or holds too much to be gone through. */
  'folder_unreadable',
  'folder_too_deep',
  'folder_too_many',
] as const
export type LeftOutCode = (typeof leftOutCodes)[number]

/** What came of one request with inputs. `taken` wait to be checked, or are checked by now. */
export interface Taken {
  readonly taken: number
  readonly leftOut: readonly LeftOut[]
}

/** One line of progress, some times a second while there is any. */
export type VerifyingLine =
  | {
      /** `checking`: more waits. `rest`: nothing does, and the answer ends. */
      readonly at: 'checking' | 'rest'
      readonly counts: Counts
      readonly tookMs: number
    }
  | { readonly at: 'failed'; readonly error: DoorError }

/** One input in a list. */
export interface VerifyingRow {
  /** Its number in the batch, in the order it came. */
  readonly n: number
  /** As it was handed in: a file's name, `<zip>: <entry>`, an address. Only ever shown. */
  readonly name: string
  readonly state: 'waiting' | 'stopped' | 'checked'
  readonly group: string | undefined
  readonly standing: Standing | undefined
  readonly person: string | undefined
  readonly badge: string | undefined
  readonly issuer: Whose
  /** For an address: as in `Group`. */
  readonly notFetched: string | undefined
  readonly kind: string | undefined
  readonly marks: Verified['marks'] | undefined
  /** The mark that decided. */
  readonly mark: MarkName | undefined
}

export interface RowsPage {
  readonly rows: readonly VerifyingRow[]
  readonly next: string | undefined
}

export interface RowWhole {
  readonly row: VerifyingRow
  /** `undefined` until it is checked. */
  readonly verified: Verified | undefined
  /** For an address: as in `Group`. */
  readonly notFetched: string | undefined
  /** What the network was asked for in vain: each host once, and why, a `NotFetchedCode` or `HTTP 503`. */
  readonly missed: readonly Missed[]
  /** Whether the network was asked for what isn't known here. */
  readonly asksNetwork: boolean
  readonly decided: CauseDecided | undefined
  /** The decision that was in force for it until its end; `undefined` while another one is. */
  readonly ended: CauseDecided | undefined
}

export interface Missed {
  readonly host: string
  readonly why: string
}
