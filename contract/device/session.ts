import type { Calendar } from '../../core/turnaround/working-days.ts'
import type { Room } from '../sync/room.ts'
import type { Holding, Role } from '../../core/kit/command.ts'

/** Whose computer this is: nobody's yet, one person's alone, a district's, the demo's; `locked`: not known before it is opened. */
export type Mode = 'new' | 'alone' | 'joined' | 'demo' | 'locked'

export type Language = 'en' | 'es'

/** What a screen knows before it asks for anything. */
export interface Session {
  readonly mode: Mode
  /** `undefined` while mode is `new` or `locked`. */
  readonly person:
    | { readonly id: string; readonly name: string; readonly place: string }
    | undefined
  /**
   * The id of the records that are shown, which is the first name of their device: by it a window tells one person's
   * from another's, since a person who joins a district gets another id. `undefined` while mode is `locked`.
   */
  readonly device: string | undefined
  /** What they may be at all, be it in one school only. */
  readonly roles: readonly Role[]
  /** The same, as it is held: in the whole district, or within schools and teams. */
  readonly holding: Holding
  readonly language: Language
  readonly theme: 'system' | 'light' | 'dark'
  readonly district: { readonly name: string; readonly address: string } | undefined
  readonly calendar: Calendar
  /** The folder that holds everything of this computer; while mode is `locked` it is not told. */
  readonly folder: string | undefined
  /** Where the viewer of evidence lives: another origin. */
  readonly viewerOrigin: string
  readonly lock: LockSaid
  /** Set when the records are damaged, and shown from a copy, if there is one. */
  readonly readOnly: ReadOnly | undefined
  /** In the demo: the people whom one may be. */
  readonly people: readonly DemoPerson[]
  /** Closed without being told to (epoch ms of the last thing kept), for the sentence after a crash. */
  readonly closedUnexpectedlyAt: number | undefined
}

/** Damaged records are never written to. */
export interface ReadOnly {
  /** When the copy that is shown was made (epoch ms); `undefined`: there is none. */
  readonly since: number | undefined
  /** Its name in the folder of backups. */
  readonly copy?: string
}

/** How the records on this computer are locked. */
export interface LockSaid {
  /** `sealing` and `opening`: under way, file by file. */
  readonly state: 'none' | 'sealing' | 'locked' | 'opening'
  readonly opensBy: readonly ('keychain' | 'passphrase' | 'recovery')[]
  /** Whether this computer's keychain would open it; else a passphrase is asked at each start. */
  readonly isKeychainOffered: boolean
  /** While it is under way. */
  readonly filesLeft: number
  /** How many of them could not be read or written; they are tried again. Absent: none. */
  readonly filesStuck?: number
  /** Why the records themselves still wait: for room, or for the right to write. */
  readonly problem?: 'disk_full' | 'folder_read_only' | 'in_use' | 'cannot_open'
}

export interface DemoPerson {
  readonly id: string
  readonly name: string
  readonly place: string
  readonly roles: readonly Role[]
  readonly current: boolean
}

/** What leaves this computer soon, or as soon as it can, and can be taken back until it does (`/api/undo`). */
export interface Going {
  /** By this all of it is taken back. */
  readonly key: string
  readonly command: string
  /** The id of the claim, the reading or the badge that it is about; of several, of the last. */
  readonly about: string
  readonly count: number
  /** Epoch ms, by this computer's clock; passed: it waits for the district to be reached. */
  readonly goesAt: number
}

/** One end of the district's audit. */
export interface AuditSeal {
  /** So many entries. */
  readonly link: number
  /** SHA-256 (hex) over all of them. */
  readonly hash: string
  /** When the district signed it (epoch ms). */
  readonly at: number
}

/** The end of the district's audit as this computer holds it (sync.md §3.9). */
export interface AuditSeen {
  /** Absent: all that it ever told was doubted. */
  readonly held?: AuditSeal
  /** What it held when the district came back from a backup and began anew, and when that was (epoch ms); the oldest first. */
  readonly before?: readonly (AuditSeal & { readonly until: number })[]
  /**
   * What the district said afterwards that does not go with it: `shorter`, entries are gone; `rewritten`, others stand
   * there; `unsigned`, the district's key did not sign it. What is held stays as it was.
   */
  readonly doubt?: { readonly code: 'shorter' | 'rewritten' | 'unsigned'; readonly since: number }
}

/** How sync stands; the words are experience.md §2. */
export interface SyncState {
  readonly state: 'alone' | 'here' | 'sending' | 'record' | 'needs'
  readonly files: { readonly sent: number; readonly all: number }
  /** What the district has not taken yet; what is held counts too. */
  readonly waitingCount: number
  /** Oldest first; absent: nothing is held. */
  readonly going?: readonly Going[]
  readonly refusedCount: number
  /** When everything was last in the record (epoch ms). */
  readonly recordAt: number | undefined
  /** Why the district can't be reached, when it can't. */
  readonly away: 'network' | 'nonsense' | 'revoked' | 'clock' | 'upgrade' | 'key' | undefined
  /** Records that the district no longer has; kept here until the person agrees that they go. */
  readonly heldCount?: number
  /** Commands that the district could not take in many tries; they stay here and are tried again, less often. */
  readonly stuckCount?: number
  /**
   * Commands that have long waited for other work, which may have to come from another computer after the district came
   * back from a backup; they stay here and go by themselves.
   */
  readonly laterCount?: number
  /**
   * Until when this computer waits for the yes of another of its person's (epoch ms, the district's clock): meanwhile
   * what is private stays away, and nothing goes. Absent: it does not wait.
   */
  readonly waitsUntil?: number
  /** Commands of a newer Meritfolio than the district's; they stay here and go when it is updated. */
  readonly aheadCount?: number
  /** The district's records are on their way here for the first time: what is seen is not all there is. */
  readonly arriving?: {
    readonly here: number
    /** Absent: the district has not said. */
    readonly all?: number
  }
  /** What was noticed of this computer's copy of the district's records; absent: nothing. */
  readonly copy?: {
    /** How often a part of it was not what the district shows, and was fetched anew. */
    readonly mendedCount: number
    /** When that was last (epoch ms). */
    readonly mendedAt?: number
    /** Parts that came anew and still differ. */
    readonly differingCount: number
  }
  /** The room that one's own files have in the district; absent: it has not said. */
  readonly room?: Room & {
    /** Files for which there is none left: they stay on this computer. */
    readonly lackingCount: number
  }
  /** Absent: the district has told none, or none is joined. */
  readonly audit?: AuditSeen
  /** The district's time less this clock's (ms), when that matters: above 0, this clock is behind. */
  readonly skewMs: number | undefined
}
