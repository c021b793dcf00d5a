/** Keeps what is costly to work out again, and lets go of what was not used for longest. */
export class Recent<Value> {
  readonly #costMax: number
  readonly #kept = new Map<string, { readonly value: Value; readonly cost: number }>()
  #cost = 0

  /** @param costMax most that may be kept: a number of values, or of bytes. */
  constructor(costMax: number) {
    this.#costMax = costMax
  }

  get(key: string): Value | undefined {
    const found = this.#kept.get(key)
    if (found === undefined) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, found)
    return found.value
  }

  delete(key: string): void {
    this.#cost -= this.#kept.get(key)?.cost ?? 0
    this.#kept.delete(key)
  }

  /** Keeps a value; one that alone costs more than may be kept is not kept. */
  set(key: string, value: Value, cost = 1): void {
    this.delete(key)
    if (cost > this.#costMax) return
    this.#kept.set(key, { value, cost })
    this.#cost += cost
    for (const [oldest, { cost: freed }] of this.#kept) {
      if (this.#cost <= this.#costMax) return
      this.#kept.delete(oldest)
      this.#cost -= freed
    }
  }
}
