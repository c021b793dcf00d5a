import type { Code, Facts } from './refusal.ts'

/**
 * Thrown by what we make ourselves (issuing, baking, encoding) when it is asked for something it
 * must not make. Reading and verifying never throw.
 */
export class BadgeError extends Error {
  readonly code: Code
  readonly facts: Facts

  constructor(code: Code, message: string, facts: Facts = {}) {
    super(message)
    this.name = 'BadgeError'
    this.code = code
    this.facts = facts
  }
}
