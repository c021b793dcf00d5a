import type { AnyRecordType, Rec, RecordType } from './record-type.ts'

/** One thing that a step asks the store for. The phantom field carries the type of the answer. */
export type Load<T> = {
  readonly answer?: T
} & (
  | { readonly want: 'must' | 'may'; readonly type: AnyRecordType; readonly id: string }
  | { readonly want: 'each'; readonly type: AnyRecordType; readonly ids: readonly string[] }
  | { readonly want: 'holder'; readonly type: AnyRecordType; readonly name: string }
  | { readonly want: 'blobs'; readonly shas: readonly string[] }
)

/** A record without which the command can't be decided. */
export const must = <B>(type: RecordType<B>, id: string): Load<Rec<B>> => ({
  want: 'must',
  type,
  id,
})

/** A record that may be absent. */
export const may = <B>(type: RecordType<B>, id: string): Load<Rec<B> | undefined> => ({
  want: 'may',
  type,
  id,
})

/** Those of the records that exist, in the order of their ids. */
export const each = <B>(type: RecordType<B>, ids: readonly string[]): Load<readonly Rec<B>[]> => ({
  want: 'each',
  type,
  ids,
})

/** The record that holds a unique name, if one does. */
export const holder = <B>(type: RecordType<B>, name: string): Load<Rec<B> | undefined> => ({
  want: 'holder',
  type,
  name,
})

/** Those of the SHA-256 sums (hex) whose bytes are here and verified. */
export const blobs = (shas: readonly string[]): Load<readonly string[]> => ({ want: 'blobs', shas })

export type Ask = Readonly<Record<string, Load<unknown>>>

type Told<A> = { readonly [K in keyof A]: A[K] extends Load<infer T> ? T : never }

/** One step of a chain. A method, so that a step for less state also serves where there is more. */
interface Step<I, S> {
  ask(input: I, state: S): Ask
}

/** A chain of loads, bounded by its length; each step sees what was loaded before. */
export interface Loads<I, S> {
  readonly steps: readonly Step<I, S>[]
  next<A extends Ask>(ask: (input: I, state: S) => A): Loads<I, S & Told<A>>
}

/** Where every `needs` begins. */
export interface First<I> {
  first<A extends Ask>(ask: (input: I) => A): Loads<I, Told<A>>
  /** For a command that needs no record at all. */
  none(): Loads<I, Record<never, never>>
}

function chain<I, S>(steps: readonly Step<I, S>[]): Loads<I, S> {
  return {
    steps,
    next: <A extends Ask>(ask: (input: I, state: S) => A) =>
      chain<I, S & Told<A>>([...steps, { ask }]),
  }
}

/** The start of a chain, handed to a command's `needs`. */
export function firstOf<I>(): First<I> {
  return {
    first: <A extends Ask>(ask: (input: I) => A) => chain<I, Told<A>>([{ ask }]),
    none: () => chain([]),
  }
}
