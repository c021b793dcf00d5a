import type { PutAside } from '../contract/device/aside.ts'
import type { DoorError } from '../contract/device/door.ts'
import type { Session } from '../contract/device/session.ts'
import type { Events } from './door/events.ts'
import type { Secret } from './door/secret.ts'
import type { Addresses } from './evidence/address.ts'
import type { TakeInLimits } from './evidence/take-in.ts'
import type { Place } from './place/place.ts'
import type { Settings } from './place/settings.ts'

/** Where the two doors are: the screens' and the viewer's own. */
export interface Origins {
  readonly screen: string
  readonly viewer: string
}

/** How a person begins. */
export type SetUp =
  | { readonly join: { readonly address: string; readonly code: string } }
  | {
      readonly signIn: {
        readonly address: string
        readonly name: string
        readonly password: string
        readonly oneTimeCode?: string | undefined
      }
    }
  | { readonly alone: { readonly name: string } }
  | { readonly demo: true }

/** What the door's answers are made from. */
export interface House {
  readonly secret: Secret
  readonly settings: Settings
  readonly events: Events
  readonly addresses: Addresses
  readonly fileLimits: TakeInLimits
  readonly origins: Origins
  /** Where the fonts of the screens are, for pictures of badges. */
  readonly fontsFolder: string
  clock(): number
  /** The place that is shown. */
  place(): Place
  session(): Promise<Session>
  setUp(how: SetUp): Promise<void>
  becomeInDemo(person: string): Promise<void>
  readonly lock: {
    begin(): { readonly recoveryCode: string }
    set(given: {
      readonly lastGroup: string
      readonly passphrase?: string | undefined
    }): Promise<void>
    take(): Promise<void>
    unlock(word: string): Promise<void>
  }
  /** What of this computer was put aside for somebody else (`contract/device/aside.ts`). */
  readonly aside: {
    list(): readonly PutAside[]
    begin(): Promise<void>
    open(id: string): Promise<void>
  }
  /** A fresh link that opens the screens once. */
  startLink(): string
  /** What a person is told about an error; a defect goes into the log, without content. */
  told(error: unknown, where: string): DoorError
}
