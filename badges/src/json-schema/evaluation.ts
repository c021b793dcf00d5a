import type { JsonValue } from '../json/value.ts'
import { problemsMax } from '../limits.ts'

/** Where a document is not as a schema asks: place in the document, keyword, what should be there. */
export interface SchemaProblem {
  readonly about: string
  readonly keyword: string
  readonly expected: string
}

/** What one schema says of one value: without a problem it fits. */
export interface Evaluation {
  readonly problems: readonly SchemaProblem[]
  /** Properties, and number of items from the first, that the schema had a word for. */
  readonly keys: ReadonlySet<string>
  readonly items: number
}

/** Judges a value by a schema that stands inside the present one. */
export type Judge = (schema: JsonValue, value: JsonValue, about: string) => Evaluation

/** Gathers what the keywords of one schema found. */
export class Findings implements Evaluation {
  readonly problems: SchemaProblem[] = []
  readonly keys = new Set<string>()
  items = 0

  fail(about: string, keyword: string, expected: string): void {
    if (this.problems.length < problemsMax) this.problems.push({ about, keyword, expected })
  }

  /** Takes over the problems of a value further in. */
  within(inner: Evaluation): void {
    for (const { about, keyword, expected } of inner.problems) this.fail(about, keyword, expected)
  }

  /** Takes over what another schema said of the same value; one that does not fit says nothing else. */
  same(other: Evaluation): void {
    this.within(other)
    if (other.problems.length === 0) this.seen(other)
  }

  seen({ keys, items }: Pick<Evaluation, 'keys' | 'items'>): void {
    for (const key of keys) this.keys.add(key)
    this.items = Math.max(this.items, items)
  }
}
