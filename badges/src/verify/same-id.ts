import { sha256 } from '@noble/hashes/sha2.js'
import { hexOf, utf8 } from '../bytes/text.ts'
import { open } from '../detect/open.ts'
import { canonicalJson } from '../json/jcs.ts'
import { textOf, valueAt, type JsonObject } from '../json/value.ts'
import { idsComparedMax } from '../limits.ts'
import { Recent } from '../recent.ts'
import { isNeeded, type Policy } from './policy.ts'
import { overallOf, type Check, type Finding, type Report } from './report.ts'

/** What a badge calls itself, and what it says beside its proof: the same badge in a picture says the same. */
export interface Said {
  readonly id: string
  /** SHA-256 of the canonical JSON, hexadecimal. */
  readonly digest: string
}

/** Ids that stand for different things in one batch, each with the inputs that claim it. */
export type SameIds = ReadonlyMap<string, readonly string[]>

/** Most other inputs that one finding names. */
const othersTold = 5
/** Claims of a token that repeat what is inside it. */
const wrapping = new Set(['proof', 'iss', 'sub', 'jti', 'nbf', 'exp', 'iat', 'aud'])

/** @returns what an input says, or null where it has no id. Nothing of it is verified. */
export function saidBy(bytes: Uint8Array): Said | null {
  const { content } = open(bytes)
  if (content.as === 'nothing') return null
  const id = textOf(valueAt(content.document, 'id'))
  const own: JsonObject = Object.fromEntries(
    Object.entries(content.document).filter(([name]) => !wrapping.has(name)),
  )
  const text = id === null ? null : canonicalJson(own)
  return id === null || !text?.ok ? null : { id, digest: hexOf(sha256(utf8(text.value))) }
}

/** Tells ids that come again with other content; the inputs that were not seen for longest are forgotten. */
export class SeenIds {
  readonly #seen = new Recent<{ readonly digest: string; readonly inputs: readonly string[] }>(
    idsComparedMax,
  )
  readonly #differing = new Map<string, readonly string[]>()

  /** @returns the inputs that had the id with other content before; empty where there is none. */
  see(input: string, { id, digest }: Said): readonly string[] {
    const before = this.#seen.get(id)
    if (before === undefined) {
      this.#seen.set(id, { digest, inputs: [input] })
      return []
    }
    const isOther = before.digest !== digest || this.#differing.has(id)
    const inputs = [...before.inputs, input].slice(0, othersTold + 1)
    this.#seen.set(id, { digest: before.digest, inputs })
    if (!isOther) return []
    this.#differing.set(id, inputs)
    return before.inputs
  }

  /** Ids that were seen with different content. */
  get differing(): SameIds {
    return this.#differing
  }
}

/** @returns a report that says of itself that other inputs have its id and say something else. */
export function withSameId(report: Report, others: readonly string[], policy: Policy): Report {
  const named = others.filter(input => input !== report.input).slice(0, othersTold)
  if (named.length === 0) return report
  const finding: Finding = {
    id: 'sameId',
    about: '/id',
    spec: 'OB 3.0 #equality',
    outcome: 'unknown',
    code: 'SAME_ID',
    facts: { inputs: named.map(input => input.slice(0, 500)) },
    message: 'Another input has the same id and says something else.',
    remedy: 'Compare them: one may be newer, and one may be made up.',
  }
  const check: Check = { ...finding, needed: isNeeded(policy, finding.id) }
  const checks = [...report.checks, check]
  return { ...report, checks, overall: overallOf(checks) }
}
