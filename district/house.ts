import type { Load } from 'open-badges-validator-core/verify-online'
import type { AuditHead } from '../core/audit/head.ts'
import type { Timers } from '../core/kit/timers.ts'
import type { Role } from '../core/kit/command.ts'
import type { Json } from '../core/kit/record-type.ts'
import type { CommandName } from '../core/commands.ts'
import type { DistrictStore } from '../db/district-store/open.ts'
import type { Sql } from '../db/sql/steps.ts'
import type { Result } from '../db/wire.ts'
import type { InWork } from './door/in-work.ts'
import type { Tell } from './door/tell.ts'
import type { BlobFolder } from './evidence/blob-folder.ts'
import type { Secrets } from './keys/secrets.ts'
import type { Bells } from './sync/bells.ts'

/** What the rooms of the district have in common: everything that is open, and the clock. */
export interface House {
  readonly store: DistrictStore
  /** Devices and invitations. */
  readonly accounts: Sql
  /** What of their requests was used up. */
  readonly nonces: Sql
  readonly blobs: BlobFolder
  readonly secrets: Secrets
  /** The folder of status lists as they were last published. */
  readonly published: string
  /** Where letters may be found for pictures of badges. */
  readonly fontsFolders: readonly string[]
  /** Wakes pulls that wait. */
  readonly bells: Bells
  /** How much one person may keep here. */
  readonly quota: Quota
  /** The district's address as devices and verifiers know it, without a slash at its end. */
  readonly address: string
  /** Whether who asks stands in `X-Forwarded-For`, put there by a proxy of the district's own. */
  readonly isBehindProxy: boolean
  /** Badges name a list of suspended ones beside that of revoked ones; else none can be suspended. */
  readonly canSuspend: boolean
  /** What the district is known by before anyone has joined: random, and another one after each restore. */
  epoch(): string
  /** Which computers have how much in work. */
  readonly inWork: InWork
  readonly tell: Tell
  /** The end of the audit as it was last signed, for every device to hold; `undefined` where nothing was done yet. */
  auditHead(): AuditHead | undefined
  /** It is about to stop: what is held is answered, and nothing new begins. */
  isEnding(): boolean
  clock(): number
  /** The careful way out to what an outside body's badge or endorsement points to: one budget for each. */
  load(): Load
  /** How time passes, whatever the clock says. */
  readonly timers: Timers
  /** Executes a command of the district's own. The same key twice has one effect. */
  perform(name: CommandName, input: Json, own: Own): Promise<Result>
}

/** The most that one person's files may take. */
export interface Quota {
  readonly bytesMax: number
  readonly filesMax: number
}

/** How the district acts by itself. */
export interface Own {
  readonly key: string
  /** In whose name; the district's own where none is given. */
  readonly as?: { readonly person: string; readonly roles: readonly Role[] }
  /** When it counts as done (epoch ms); now where none is given. */
  readonly doneAt?: number
}
