/** Numbers that look random and follow from a seed alone (mulberry32), so that a run can be run again. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** @returns a whole number from 0 up to, and without, `below`. */
  under(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }

  /** @returns true once in so many times. */
  isOneIn(count: number): boolean {
    return this.under(count) === 0
  }

  /** @returns one of the items, of which there must be some. */
  oneOf<Item>(items: readonly Item[]): Item {
    const at = this.under(items.length)
    for (const [place, item] of items.entries()) if (place === at) return item
    throw new RangeError('nothing to choose from')
  }

  /** @returns what one of the ways makes. */
  by<Made>(...ways: readonly (() => Made)[]): Made {
    return this.oneOf(ways)()
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.under(256))
  }

  /** @returns a text of up to `max` pieces, each one of those given. */
  text(pieces: readonly string[], max: number): string {
    return Array.from({ length: this.under(max + 1) }, () => this.oneOf(pieces)).join('')
  }

  /** @returns a length, mostly small, now and then up to `max`. */
  size(max: number): number {
    return this.under(this.isOneIn(20) ? max + 1 : Math.min(max, 8) + 1)
  }
}

/** @returns the numbers of one turn of a run: each turn can be run again without those before it. */
export function randomOfTurn(seed: number, turn: number): Random {
  return new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(turn + 1, 0x85ebca6b))
}
