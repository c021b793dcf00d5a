import type { TrustBundle } from 'open-badges-validator-core/verify'
import type { AnswerGiven } from '../../db/verifying-store/inputs.ts'
import type { Knowledge } from './knowledge.ts'

/** What a run knows: copied into the worker, which has no way to the records. */
export interface RunBegun {
  /** Time of evaluation (epoch ms). */
  readonly at: number
  readonly knowledge: Knowledge
  readonly bundle: Pick<
    TrustBundle,
    'name' | 'documents' | 'issuers' | 'keys' | 'registries' | 'newestLists'
  >
}

/** One input; `id` names it until it is answered. */
export interface InputGiven {
  readonly id: string
  readonly batch: string
  readonly name: string
  readonly bytes: Uint8Array
  /** Where what is to be checked lies, instead of `bytes`. */
  readonly address: string | undefined
  /** Whether the network is asked for what `bytes` point to and isn't known here. */
  readonly asksNetwork: boolean
}

/** To the worker. `drop`: what waits in it of a batch is not checked any more. */
export type ToWorker =
  | { readonly begin: RunBegun }
  | { readonly input: InputGiven }
  | { readonly drop: string }

/** From the worker. `lists`: when status lists were made that answered (epoch ms). */
export type FromWorker =
  | { readonly ready: true }
  | {
      readonly id: string
      readonly answer: AnswerGiven | 'dropped'
      readonly lists: readonly (readonly [url: string, madeAt: number])[]
    }
