import type { Refusal } from '../../core/kit/refusal.ts'
import type { Content } from '../../core/evidence/record.ts'
import type { DoorError } from '../../contract/device/door.ts'
import type { SlotPlace } from './slot-place.ts'

/** Why something did not come in: the door (disk, file), the rules of the record, or a slot that is full. */
export type WhyNot =
  | { readonly by: 'slot'; readonly most: number }
  | { readonly by: 'door'; readonly error: DoorError }
  | { readonly by: 'rules'; readonly refusal: Refusal }

/** What came of one file. */
export type Outcome =
  | { readonly at: 'kept'; readonly evidence: string; readonly slotRefused?: WhyNot }
  /** The same bytes were kept before; nothing was added. */
  | {
      readonly at: 'again'
      readonly evidence: string
      /** When (epoch ms). */
      readonly addedAt: number
      readonly inTrash: boolean
      /** What that piece holds, to come back with it. */
      readonly content: Content
      readonly slotRefused?: WhyNot
    }
  | { readonly at: 'refused'; readonly why: WhyNot }

/** One thing on its way into the evidence. */
export interface Arrival {
  readonly key: string
  /** As its file is called, or a link's host. */
  readonly name: string
  readonly sizeBytes: number
  /** The slot of a claim that it goes into once it is kept. */
  readonly slot: SlotPlace | undefined
  readonly state:
    | { readonly at: 'waiting' | 'stopped' }
    | { readonly at: 'keeping'; readonly sentBytes: number }
    | Outcome
}

export const isUnderWay = (arrival: Arrival): boolean =>
  arrival.state.at === 'waiting' || arrival.state.at === 'keeping'

/** The piece of evidence that an arrival has become, or was before. */
export const pieceOf = (arrival: Arrival): string | undefined =>
  'evidence' in arrival.state ? arrival.state.evidence : undefined
