import type { Random } from './random.ts'

/** One parser with inputs made for it and what must hold for its answer. */
export interface Target {
  readonly name: string
  /** Processor time one input may take, in milliseconds. */
  readonly cpuMsMax: number
  /** Most inputs tried to make a bad one smaller. */
  readonly shrinksMax: number
  /** @returns an input: often nearly right, so that it gets past the first look. */
  make(random: Random): Uint8Array
  /** @returns what is wrong with the parser's answer, in words, or null. A throw is wrong too. */
  judge(input: Uint8Array): string | null | Promise<string | null>
}

/** What was found, small enough to be kept and read. */
export interface Found {
  readonly parser: string
  readonly complaint: string
  readonly seed: number
  readonly turn: number
  readonly input: Uint8Array
}
