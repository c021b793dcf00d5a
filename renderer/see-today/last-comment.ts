import type { Claim } from '../../core/claim/record.ts'
import type { Row } from '../../contract/device/row.ts'

/** What a coach said last about a claim of mine. */
export interface LastComment {
  readonly claim: string
  readonly title: string
  readonly text: string
  readonly reader: string
  readonly decidedAt: number
}

/**
 * The newest comment of a coach on my claims: of the newest answer, what is to redo goes before what was met.
 * `undefined` where nobody has said anything yet.
 */
export function lastComment(claims: readonly Row<Claim>[]): LastComment | undefined {
  return claims
    .flatMap(claim =>
      claim.body.attempts.flatMap(({ n, outcome }): LastComment[] => {
        if (outcome === undefined) return []
        // What stands from an earlier attempt was said then.
        const said = Object.values(outcome.criteria)
          .filter(found => found.attempt === n && found.comment.trim() !== '')
          .toSorted((a, b) => Number(a.met) - Number(b.met))[0]
        if (said === undefined) return []
        const { reader, decidedAt } = outcome
        const text = said.comment
        return [{ claim: claim.id, title: claim.body.title, text, reader, decidedAt }]
      }),
    )
    .toSorted((a, b) => b.decidedAt - a.decidedAt)[0]
}
