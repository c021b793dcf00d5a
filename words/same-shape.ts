/** The shape that a translation must have: the same keys, the same facts, sentences of its own. */
export type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends (...facts: infer F) => string
    ? (...facts: F) => string
    : T[K] extends string
      ? string
      : SameShape<T[K]>
}
