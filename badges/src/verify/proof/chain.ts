import { listOf, valueAt, type JsonObject } from '../../json/value.ts'
import { proofsMax } from '../../limits.ts'
import { found, refused, type Result } from '../../refusal.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'

/**
 * The proofs that a link of a chain builds on and also signs (vc-data-integrity section 2.1.2,
 * `previousProof`).
 *
 * @returns none for a proof on its own; PROOF_VERIFICATION_ERROR where one is not there or its id is
 * there twice.
 */
export function earlierProofs(the: Case, proof: JsonObject): Result<readonly JsonObject[]> {
  const stated = valueAt(proof, 'previousProof')
  if (stated === undefined) return found([])
  const ids = listOf(stated)
  if (ids.length === 0 || ids.length > proofsMax) return missing('no list of proofs')
  const earlier = ids.flatMap(id =>
    the.proofs.filter(other => id === valueAt(other, 'id') && typeof id === 'string'),
  )
  const isOneEach = earlier.length === ids.length && new Set(earlier).size === ids.length
  return isOneEach && !earlier.includes(proof)
    ? found(earlier)
    : missing('a proof that it builds on is not there, or more than once')
}

/**
 * A link is no better than what it builds on: where an earlier proof does not hold, neither does it.
 *
 * @param signatures what was found of each proof's own arithmetic, in the order of `the.proofs`.
 */
export function chained(the: Case, signatures: readonly Finding[]): readonly Finding[] {
  const settled = signatures.map(() => false)
  const worst = (at: number): Finding | undefined => {
    const own = signatures[at]
    const proof = the.proofs[at]
    if (own === undefined || proof === undefined || settled[at] === true) return own
    settled[at] = true
    const earlier = earlierProofs(the, proof)
    const before = earlier.ok ? earlier.value.map(other => worst(the.proofs.indexOf(other))) : []
    const bad = [own, ...before].find(finding => finding?.outcome === 'fail')
    return bad ?? [own, ...before].find(finding => finding?.outcome === 'unknown') ?? own
  }
  return signatures.map((own, at) => {
    settled.fill(false)
    const link = worst(at)
    return link === undefined || link === own ? own : withEarlier(own, link)
  })
}

function withEarlier(own: Finding, link: Finding): Finding {
  return {
    ...own,
    outcome: link.outcome,
    ...(link.code === undefined ? {} : { code: link.code }),
    facts: { ...link.facts, earlier: link.about },
    message: 'It builds on an earlier proof that does not hold or could not be checked.',
  }
}

function missing(reason: string): ReturnType<typeof refused> {
  return refused('PROOF_VERIFICATION_ERROR', { reason })
}
