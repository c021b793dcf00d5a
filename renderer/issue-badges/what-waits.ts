import type { Claim } from '../../core/claim/record.ts'
import type { Refusal, RefusalCode } from '../../core/kit/refusal.ts'
import type { QueryRows } from '../../contract/device/queries.ts'
import type { Row } from '../../contract/device/row.ts'
import type { Told } from '../app/act.ts'
import type { Stuck } from './cannot.tsx'

/** Refusals that stay however often one presses Approve: the claim itself is in the way, not the moment. */
const lasting: ReadonlySet<string> = new Set<RefusalCode>([
  'not_as_signed',
  'sent_by_trial',
  'signer_unknown',
  'signer_changed',
  'signer_wrong',
])

interface Known {
  readonly rows: Pick<QueryRows<'issue'>, 'toIssue' | 'own'> | undefined
  readonly unfit: QueryRows<'issue.unfit'>['unfit']
  /** What came of approving, by claim. */
  readonly failures: ReadonlyMap<string, Told>
  tell(refusal: Refusal): Told
}

interface Waiting {
  readonly waiting: readonly Row<Claim>[]
  readonly stuck: readonly Stuck[]
}

/** Parts what one can approve from what one can't: that is never chosen, and stands by itself with its reason. */
export function whatWaits({ rows, unfit, failures, tell }: Known): Waiting {
  if (rows === undefined) return { waiting: [], stuck: [] }
  const found = new Map(unfit.map(({ claim, refusal }) => [claim, tell(refusal)]))
  const whyOf = (id: string): Told | undefined => {
    const failure = failures.get(id)
    return found.get(id) ?? (failure && lasting.has(failure.code) ? failure : undefined)
  }
  const stuck = rows.toIssue.flatMap(claim => {
    const why = whyOf(claim.id)
    return why === undefined ? [] : [{ claim, why, isOwn: false }]
  })
  const own = rows.own.map(claim => ({
    claim,
    why: tell({ code: 'badge_own', facts: { badge: claim.body.title } }),
    isOwn: true,
  }))
  return {
    waiting: rows.toIssue.filter(({ id }) => whyOf(id) === undefined),
    stuck: [...stuck, ...own],
  }
}
