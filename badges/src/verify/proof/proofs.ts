import { isList, listOf, pointer, valueAt } from '../../json/value.ts'
import { proofsMax } from '../../limits.ts'
import type { Case } from '../case.ts'
import { isNeeded } from '../policy.ts'
import type { Check, Finding } from '../report.ts'
import { chained } from './chain.ts'
import { jwtProof } from './jwt-proof.ts'
import { proofGroup } from './proof-group.ts'

/**
 * Checks every proof of a set on its own. One good proof is enough, so where one is good the others
 * are told but not needed: the one is that which covers the whole, if there is such. Where none is good all
 * of them count, and a bad reason beats an unknown.
 */
export async function proofChecks(the: Case): Promise<readonly Check[]> {
  if (the.jws !== null) return jwtProof(the, the.jws)
  if (the.proofs.length === 0) return [{ ...noProof, needed: true }]
  const isSet = isList(valueAt(the.document, 'proof'))
  const found: (readonly Finding[])[] = []
  for (const [at, proof] of the.proofs.entries())
    found.push(await proofGroup(the, proof, isSet ? pointer('/proof', at) : '/proof'))
  const groups = withChains(the, found).map(group =>
    group.map(finding => ({ ...finding, needed: isNeeded(the.policy, finding.id) })),
  )
  const good = groups.find(group => isGood(group) && !isPartial(group)) ?? groups.find(isGood)
  const stated = listOf(valueAt(the.document, 'proof')).length
  if (good === undefined && stated > proofsMax)
    // Any one good proof is enough, and one of those that were not looked at may be it.
    return [
      ...groups.flat().map(check => ({ ...check, needed: false })),
      { ...tooManyProofs, facts: { proofs: stated, proofsMax }, needed: true },
    ]
  return groups.flatMap(group =>
    good === undefined || group === good
      ? group
      : group.map(check => ({ ...check, needed: false })),
  )
}

function withChains(
  the: Case,
  groups: readonly (readonly Finding[])[],
): readonly (readonly Finding[])[] {
  const own = groups.map(group => group.find(finding => finding.id === 'proof.signature'))
  const signatures = chained(
    the,
    own.filter(finding => finding !== undefined),
  )
  return groups.map((group, at) =>
    group.map(finding => (finding === own[at] ? (signatures[at] ?? finding) : finding)),
  )
}

/** @returns whether one proof passes all that the policy needs. */
function isGood(group: readonly Check[]): boolean {
  return group.every(check => !check.needed || check.outcome === 'pass')
}

/** @returns whether its signature lets the holder leave things out. */
function isPartial(group: readonly Check[]): boolean {
  return group.some(({ id, facts }) => id === 'proof.signature' && facts?.['isPartial'] === true)
}

const tooManyProofs: Finding = {
  id: 'proof.signature',
  outcome: 'unknown',
  about: '/proof',
  code: 'TOO_COMPLEX',
  message: 'There are more proofs than are looked at, and none of those is good.',
  spec: 'vc-data-integrity section 2.1.1',
}

const noProof: Finding = {
  id: 'proof.signature',
  outcome: 'fail',
  about: '/proof',
  code: 'NO_PROOF',
  message: 'Nothing is signed here: there is no proof.',
  spec: 'OB 3.0 #verification',
}
