import { districtSource } from '../../core/badge/trust-bundle.ts'
import type { Answers } from '../../core/endorsement/doubt.ts'
import { doubtsAbout } from '../../core/endorsement/doubt.ts'
import type { Endorsed } from '../../core/endorsement/given.ts'
import {
  endorsedKinds,
  endorsedNameCharsMax,
  endorsedSchema,
} from '../../core/endorsement/given.ts'
import type { NamedIn } from '../../core/endorsement/speaks-for.ts'
import type { Verified } from '../../contract/device/door.ts'

/** The verifier's answers as the rule of endorsing asks for them. */
export function answersOf({ overall, marks }: Pick<Verified, 'overall' | 'marks'>): Answers {
  const { signature, status, dates, trust } = marks
  const plain = ({ outcome, code }: Verified['marks']['trust']) => ({ outcome, code })
  return {
    overall,
    ...{ signature: plain(signature), status: plain(status) },
    ...{ dates: plain(dates), trust: plain(trust) },
  }
}

const fails = (verified: Pick<Verified, 'overall' | 'marks'>): boolean =>
  doubtsAbout(answersOf(verified)).some(({ how }) => how === 'fails')

/**
 * The ids of what the district's word is told beside a badge; `undefined` where the badge does not hold: it would look as if
 * the district stood for it all the same. What was checked by an earlier version tells no ids.
 */
export const toldBeside = (
  verified: Pick<Verified, 'overall' | 'marks' | 'ids'>,
): NamedIn | undefined => (fails(verified) ? undefined : verified.ids)

/**
 * What can be endorsed on the ground of a badge, as it is shown; nothing where the badge does not hold, is the district's own
 * (its list knows it by the name that the district has), or names nothing by an id of the whole world's.
 *
 * @param district what the district is called.
 */
export function toEndorse(verified: Verified, district: string): readonly Endorsed[] {
  const { ids, says, marks } = verified
  const { source, name } = marks.trust.facts
  const isOwn = marks.trust.outcome === 'pass' && source === districtSource && name === district
  if (ids === undefined || isOwn || fails(verified)) return []
  const issuer = { id: ids.issuer, name: says.issuer ?? '' }
  return endorsedKinds.flatMap(kind => {
    const said = (kind === 'issuer' ? says.issuer : says.title) ?? ids[kind] ?? ''
    const parsed = endorsedSchema.safeParse({ kind, id: ids[kind], name: cut(said), issuer })
    return parsed.success ? [parsed.data] : []
  })
}

/** As much of a name as an endorsement keeps. */
const cut = (name: string): string =>
  name.length <= endorsedNameCharsMax ? name : name.slice(0, endorsedNameCharsMax).toWellFormed()
