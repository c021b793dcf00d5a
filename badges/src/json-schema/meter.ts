import type { Code, Facts } from '../refusal.ts'

/** A schema that cannot be judged by: too costly, not at hand, or not one. Never leaves this folder. */
export class SchemaUnusable extends Error {
  readonly code: Code
  readonly facts: Facts

  constructor(code: Code, facts: Facts) {
    super(code)
    this.name = 'SchemaUnusable'
    this.code = code
    this.facts = facts
  }
}

/**
 * What judging by one schema may still cost. A schema comes from a stranger: a few references to each
 * other can ask for more comparisons than there are atoms, so every step is counted.
 */
export class Meter {
  #left: number
  readonly #max: number

  constructor(stepsMax: number) {
    this.#left = stepsMax
    this.#max = stepsMax
  }

  /** @throws SchemaUnusable TOO_COMPLEX once more was spent than there was. */
  spend(steps: number): void {
    this.#left -= steps
    if (this.#left < 0) throw new SchemaUnusable('TOO_COMPLEX', { stepsMax: this.#max })
  }
}
