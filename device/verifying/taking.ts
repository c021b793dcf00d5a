import type { LeftOut, Taken } from '../../contract/device/verifying.ts'
import { verifyingLimits } from '../../contract/device/verifying.ts'
import { countOf } from './left-out-count.ts'
import type { Verifying } from './verifying.ts'
import { leftOutKeptMax } from './verifying.ts'

/** Something to be checked. */
export interface Given {
  readonly name: string
  readonly bytes?: Uint8Array
  readonly address?: string
}

/** Takes inputs into a batch, and tells what it left out. */
export class Taking {
  readonly #verifying: Verifying
  readonly #batch: string
  /** What was handed in: what is too much of it is told under its name, once. */
  readonly #name: string
  #taken = 0
  #over = 0
  readonly #left: LeftOut[] = []
  /** Set once the batch is full: what comes then is only counted. */
  isFull = false
  constructor(verifying: Verifying, batch: string, name: string) {
    this.#verifying = verifying
    this.#batch = batch
    this.#name = name
  }
  /** Takes one whose bytes there is room for; returns whether there is. */
  async take(input: Given): Promise<boolean> {
    const lacking = await this.#verifying.room.lacks(input.bytes?.byteLength ?? 0)
    if (lacking !== undefined) this.leave({ name: input.name, ...lacking })
    else this.takeNow(input)
    return lacking === undefined
  }
  takeNow(input: Given) {
    const { inputsMax } = verifyingLimits
    const n = this.isFull ? undefined : this.#verifying.inputs.add(this.#batch, input, inputsMax)
    if (n === undefined) {
      this.isFull = true
      this.#over += 1
      return
    }
    this.#taken += 1
    this.#verifying.nudge()
  }
  leave(left: LeftOut) {
    const { name, code, facts } = left
    if (code === 'batch_full') {
      this.#over += countOf(left)
      return
    }
    this.#keep({ name, code, facts })
  }
  /** Ends it. What was too much is told as one. */
  done(): Taken {
    const facts = { max: verifyingLimits.inputsMax, left: this.#over }
    if (this.#over > 0) this.#keep({ name: this.#name, code: 'batch_full', facts })
    return { taken: this.#taken, leftOut: this.#left }
  }
  #keep(left: LeftOut) {
    const kept = { ...left, facts: JSON.stringify(left.facts) }
    this.#verifying.batches.leaveOut(this.#batch, kept, countOf(left), leftOutKeptMax)
    if (this.#left.length < leftOutKeptMax) this.#left.push(left)
  }
}
