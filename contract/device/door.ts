import type { Back } from '../../core/undo/back.ts'
import type { Refusal } from '../../core/kit/refusal.ts'
import type { NamedIn } from '../../core/endorsement/speaks-for.ts'
import type { EvidenceFile } from '../../core/evidence/record.ts'
import type { SyncState } from './session.ts'

/** Every path of the device's door. All but the page's own files want the secret in the `x-meritfolio` header. */
export const doorPaths = {
  /** POST {once} → {secret}. A start link is traded once. */
  once: '/api/once',
  /** GET → Session */
  session: '/api/session',
  /** POST {name, input, with?} → CommandAnswer; commands `with` one name are held, and taken back, as one */
  commands: '/api/commands',
  /** POST {input} to `/api/queries/<name>` → {rows, kinds, seq}; `kinds`: what kinds of record the rows may hold */
  queries: '/api/queries',
  /** GET → NDJSON of DoorEvent */
  events: '/api/events',
  /** POST bytes (name in `x-file-name`, percent-encoded) → NDJSON of FileProgress */
  files: '/api/files',
  /**
   * POST {challenge, proof} → {startLink, proof}: another way in, for a second copy of the program. Both show that they
   * have the secret; it is not sent.
   */
  link: '/api/link',
  /**
   * POST {sha256, name?} → FileAddress: addresses with an end date, on the viewer's origin, and the name under which it
   * is saved. A file that isn't on this computer is fetched from the district first.
   */
  fileAddress: '/api/file-address',
  /** POST {join: {code, address}} | {signIn: {address, name, password, oneTimeCode?}} | {alone: {name}} | {demo: true} → Session or DoorError; `alone` again: under another name */
  setup: '/api/setup',
  /** POST {person} → {location}: the demo's other person; an empty one leaves the demo */
  demoPerson: '/api/demo-person',
  /** POST partial Settings → Session */
  settings: '/api/settings',
  /** POST {begin: true} → {recoveryCode} | {lastGroup, passphrase?} → Session: locked, or opened by these from now on | {take: true} → Session */
  lock: '/api/lock',
  /** POST {word}: the passphrase or the recovery code → Session */
  unlock: '/api/unlock',
  /** POST {claim} → CommandAnswer: builds and signs the manifest, then sends */
  send: '/api/send-claim',
  /** POST {review} → CommandAnswer: signs the ratings, then finishes */
  finish: '/api/finish-review',
  /** POST bytes → Verified */
  verify: '/api/verify',
  /** GET `/api/badges/<id>.json` and `.png` → the file */
  badges: '/api/badges',
  /** POST a CASE package's bytes (name in `x-file-name`, percent-encoded) → NDJSON of CaseProgress */
  frameworks: '/api/frameworks',
  /** POST {key} → {}: takes back what has not gone yet, with all that was done as one with it */
  undo: '/api/undo',
  /** POST {key} → forgets a refused command that the person has read */
  dismiss: '/api/dismiss',
  /** POST {address} → Session: the district is at another address from now on, if it shows that it is the same */
  districtAddress: '/api/district-address',
  /** POST {} → asks the district now */
  syncNow: '/api/sync-now',
  /** POST {} → agrees that what the district no longer has goes from here too (`heldCount`) */
  agree: '/api/agree',
  /** GET → Backup of everything: what waits, as JSON (for a revoked device too) */
  outbox: '/api/outbox',
  /** GET devices, GET health, POST invitations, POST revocations: passed on to the district, signed */
  district: '/api/district',
} as const

export const secretHeader = 'x-meritfolio'

/**
 * Whose records the window shows (`Session.device`): what would read or write another person's is answered
 * `someone_else`. A request without it (the shell's own) means whoever is shown.
 */
export const shownHeader = 'x-meritfolio-shown'

/** What came of a command on this computer. `queued` is kept and goes to the district, which decides. */
export type CommandAnswer =
  | {
      readonly status: 'applied' | 'queued'
      readonly key: string
      /** Ids that the command made, by the name it gave them: `{goal: '…'}`. */
      readonly made: Readonly<Record<string, string>>
      /** When it was on disk (epoch ms). */
      readonly keptAt: number
      /** It leaves this computer then (epoch ms), and may be taken back by its key until it has gone. */
      readonly goesAt?: number
      /** The command that undoes it; absent where none does. */
      readonly back?: Back
    }
  | { readonly status: 'refused'; readonly refusal: Refusal }

/** What the door itself refuses. Sentences are in `words/`. */
export interface DoorError {
  readonly code: DoorErrorCode
  readonly facts?: Readonly<Record<string, string | number>>
}

export const doorErrorCodes = [
  'no_secret',
  'link_used',
  'malformed',
  'too_large',
  'not_found',
  'read_only',
  'disk_full',
  'folder_read_only',
  'newer',
  'file_vanished',
  'file_changed',
  'file_empty',
  'file_too_large',
  'unreachable',
  'nonsense',
  'invitation_unknown',
  'invitation_used',
  'invitation_expired',
  'sign_in_wrong',
  'one_time_code_needed',
  'one_time_code_wrong',
  'second_step_needed',
  'name_taken',
  'password_short',
  'password_common',
  'too_many_tries',
  'waits',
  'other_person',
  'other_district',
  /** What answers could not show that it is the district which this computer joined. */
  'not_shown',
  'waiting_not_one',
  'waiting_unsigned',
  'waiting_newer',
  'waiting_of_another',
  'waiting_elsewhere',
  'not_allowed',
  'device_revoked',
  'clock',
  'upgrade',
  'demo_failed',
  'locked',
  'someone_else',
  'wrong_word',
  'wrong_group',
  'passphrase_short',
  'passphrase_common',
  'keychain_refused',
  'key_lost',
  /** A place could not be put aside, or not be opened again: everything is where it was. */
  'not_moved',
  'gone_already',
  'needed_since',
  'lists_full',
  /** Never sent: what a window says where nothing answers on this computer. */
  'program_gone',
  'internal',
] as const
export type DoorErrorCode = (typeof doorErrorCodes)[number]

/** One line of the event stream. A gap in `seq`, or another `epoch`: everything is old. */
export type DoorEvent =
  | {
      readonly event: 'changed'
      readonly epoch: string
      readonly seq: number
      readonly kinds: readonly string[]
      readonly ids: readonly string[]
    }
  | {
      readonly event: 'sync'
      readonly epoch: string
      readonly seq: number
      readonly sync: SyncState
    }
  | {
      readonly event: 'hello'
      readonly epoch: string
      readonly seq: number
      readonly sync: SyncState
    }
  /** Whose records are shown from now on (`Session.device`); absent: nobody's yet. */
  | {
      readonly event: 'shown'
      readonly epoch: string
      readonly seq: number
      readonly device?: string
    }
  | { readonly event: 'alive'; readonly epoch: string; readonly seq: number }

/** Where one file is shown, and where it can be saved from; the name is signed with them. Both end after ten minutes. */
export interface FileAddress {
  /** The viewer's page that shows it, for a frame. */
  readonly url: string
  /** Its bytes, sent as something to save. */
  readonly download: string
}

/** What the viewer's page tells the page around it (`postMessage`). */
export type ViewerTells =
  | {
      readonly kind: 'ready'
      readonly shows: 'image' | 'pdf' | 'audio' | 'video' | 'text' | 'nothing'
      readonly pages?: number
      readonly lengthMs?: number
    }
  /** Where the person is: a page, a time, or words they have marked. */
  | {
      readonly kind: 'place'
      readonly page?: number
      readonly timeMs?: number
      /** How far it is scrolled (px). */
      readonly top?: number
      /** Whether sound or film is running. */
      readonly playing?: boolean
      readonly selection?: string
    }
  /** `gone`: the address is no good any more, perhaps only because its time is over. */
  | { readonly kind: 'failed'; readonly why: 'gone' | 'damaged' | 'unknown' }
  /** A key that the viewer itself has no use for, so that the screen's keys work from both sides. */
  | { readonly kind: 'key'; readonly key: string; readonly ctrl: boolean; readonly shift: boolean }

/** What the page around it tells the viewer. */
export type ViewerAsked =
  | { readonly kind: 'go'; readonly page?: number; readonly timeMs?: number; readonly top?: number }
  | { readonly kind: 'play' | 'pause' | 'toggle' }
  | { readonly kind: 'seek'; readonly byMs: number }
  | { readonly kind: 'turn'; readonly byPages: number }

/** One line while a file is taken in. */
export type FileProgress =
  | { readonly at: 'taking'; readonly sizeBytes: number }
  | { readonly at: 'kept'; readonly file: EvidenceFile; readonly again: boolean }
  | { readonly at: 'refused'; readonly error: DoorError }

/** One answer of Verify, as the screen shows it. */
export interface Mark {
  readonly outcome: 'pass' | 'fail' | 'unknown'
  /** Why: a code of the verifier, for the sentence in `words/`. */
  readonly code: string
  readonly facts: Readonly<Record<string, string | number>>
  /** How old the knowledge behind it is (ms), where it rests on something that was fetched or synced. */
  readonly ageMs: number | undefined
  /** What it is said of, where that is a part: the title of a badge inside a learner record, or where it stands. */
  readonly part?: string | undefined
}

/** Something that has an answer of its own inside a badge or a record. */
export interface PartSaid {
  /** JSON pointer. */
  readonly about: string
  /** What it is: `badge`, `endorsement`, `credential`, …; `newer` a newer version that is offered. */
  readonly kind: string
  readonly title: string | undefined
  /** Host of its issuer, or its id. */
  readonly issuer: string | undefined
  readonly overall: 'verified' | 'not-verified' | 'indeterminate'
  /** What decided; `undefined` where it holds. */
  readonly because: Mark | undefined
  /** The whole stands no better than it: a badge in a record does, an endorsement does not. */
  readonly counts: boolean
}

export interface Verified {
  readonly name: string
  readonly kind: string
  readonly version: string
  readonly form: string
  readonly overall: 'verified' | 'not-verified' | 'indeterminate'
  readonly marks: {
    readonly signature: Mark
    readonly dates: Mark
    readonly status: Mark
    readonly trust: Mark
  }
  /** Whether the issuer is in a list that is trusted here, and it is proven to be them. Else `says.issuer` is only what it calls itself. */
  readonly isIssuerKnown: boolean
  readonly parts: readonly PartSaid[]
  /** The ids that a badge names, whole and as they are written; only where its signature holds. Absent in what was kept by an earlier version. */
  readonly ids?: NamedIn | undefined
  /** What the badge says; only what was signed where the signature holds. */
  readonly says: {
    readonly title: string | undefined
    readonly description: string | undefined
    readonly issuer: string | undefined
    readonly issuerId: string | undefined
    readonly recipient: string | undefined
    readonly validFrom: string | undefined
    readonly validUntil: string | undefined
    readonly criteria: string | undefined
  }
  readonly checks: readonly {
    readonly id: string
    readonly outcome: 'pass' | 'fail' | 'unknown'
    readonly needed: boolean
    readonly code: string | undefined
    /** What its sentence speaks of: a date, a place. Absent in what was kept by an earlier version. */
    readonly facts?: Readonly<Record<string, string | number>>
    readonly message: string
    readonly about: string | undefined
  }[]
  readonly checkedAt: number
  readonly sha256: string
}

/** What came of a CASE file. */
export interface CaseAnswer {
  readonly outcome: 'imported' | 'imported-with-problems' | 'refused'
  readonly framework:
    | {
        readonly id: string
        readonly title: string
        readonly items: number
        /** Statements that were in it before and no longer are. */
        readonly retired: number
      }
    | undefined
  readonly problems: readonly {
    readonly code: string
    readonly path: string
    readonly value: string | undefined
    readonly severity: 'error' | 'warning' | 'note'
  }[]
}

/** One line while a CASE package comes in. All of it is kept, or nothing. */
export type CaseProgress =
  | { readonly at: 'reading' }
  /** So many statements are being kept; nothing of them is there until all are. */
  | { readonly at: 'keeping'; readonly items: number }
  | { readonly at: 'done'; readonly answer: CaseAnswer }
  | { readonly at: 'refused'; readonly error: DoorError }
