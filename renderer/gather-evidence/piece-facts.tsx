import type { Goal } from '../../core/plan/record.ts'
import type { EvidenceLine } from '../../contract/device/queries.ts'
import type { Row } from '../../contract/device/row.ts'
import { useWords } from '../app/words.tsx'
import { TextLink } from '../design/link.tsx'
import { shortFingerprint } from '../design/short-fingerprint.ts'
import * as look from './piece.css.ts'

interface Showing {
  readonly line: EvidenceLine
  readonly goals: readonly Row<Goal>[]
  /** The file was opened: its bytes were checked against its fingerprint on the way. */
  readonly isWhole: boolean
}

/** What a piece stands for: when it was, its goals, the claims that use it, its fingerprint. */
export function PieceFacts({ line, goals, isWhole }: Showing) {
  const words = useWords()
  const said = words.evidence.piece
  const { body } = line.row
  const tied = goals.filter(goal => body.goals[goal.id] === true)
  return (
    <dl className={look.used}>
      <div>
        <dt className={look.term}>{said.happened}</dt>
        <dd>{words.say.day(body.happenedOn)}</dd>
      </div>
      <div>
        <dt className={look.term}>{said.goals}</dt>
        {tied.length === 0 ? <dd>{said.noGoals}</dd> : null}
        {tied.map(goal => (
          <dd key={goal.id}>
            <TextLink to={`/goals/${goal.id}`}>{goal.body.title}</TextLink>
          </dd>
        ))}
      </div>
      <div>
        <dt className={look.term}>{said.usedIn}</dt>
        {line.claims.length === 0 ? <dd>{said.usedNowhere}</dd> : null}
        {line.claims.map(claim => (
          <dd key={claim.id}>
            <TextLink to={`/claims/${claim.id}`}>{claim.title}</TextLink>
          </dd>
        ))}
      </div>
      {body.file === undefined ? null : (
        <div>
          <dt className={look.term}>{said.fingerprint}</dt>
          <dd className={look.hash}>{shortFingerprint(body.file.sha256)}</dd>
          {isWhole ? <dd>{said.same}</dd> : null}
        </div>
      )}
    </dl>
  )
}
