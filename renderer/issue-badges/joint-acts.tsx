import { useState } from 'react'
import type { Badge } from '../../core/badge/record.ts'
import type { JointAct } from '../../core/joint-act/record.ts'
import { isOpen, proposalOf } from '../../core/joint-act/record.ts'
import { mayAct } from '../../core/joint-act/rights.ts'
import type { Person } from '../../core/person/record.ts'
import type { Row } from '../../contract/device/row.ts'
import type { Words } from '../../words/words.ts'
import { useGoing } from '../app/goes-in.tsx'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { TextLink } from '../design/link.tsx'
import { heading, quiet, ruled, small } from '../design/text.css.ts'
import { isShownStill, standSaid } from '../say-yes/stand.ts'
import { YesLine } from '../say-yes/yes-line.tsx'
import * as look from './issue.css.ts'

/** So many badges of an act are named before one asks for more. */
const namedMax = 5

interface Showing {
  readonly acts: readonly Row<JointAct>[]
  readonly badges: readonly Row<Badge>[]
  readonly people: readonly Row<Person>[]
  nameOf(person: string | undefined): string
}

/** What two officers do together: what waits for a second one, and what came of the latest. */
export function JointActs({ acts, ...known }: Showing) {
  const words = useWords().issue.joint
  const now = Date.now()
  const shown = acts.filter(({ body }) => isShownStill(endOf(body), now))
  if (shown.length === 0) return null
  return (
    <section className={look.section}>
      <h2 className={heading}>{words.title}</h2>
      <p className={`${small} ${quiet}`}>{words.lead}</p>
      <ul className={ruled} aria-label={words.title}>
        {shown.map(act => (
          <OneAct key={act.id} act={act} {...known} />
        ))}
      </ul>
    </section>
  )
}

/** When it came to an end, or will by itself (epoch ms). */
const endOf = (act: JointAct): number => act.came?.at ?? act.decidedAt ?? proposalOf(act).until

interface One extends Omit<Showing, 'acts'> {
  readonly act: Row<JointAct>
}

function OneAct({ act: { id, body }, badges, people, nameOf }: One) {
  const words = useWords()
  const said = words.issue.joint
  const { person } = useSession()
  const going = useGoing('act.confirm', id)
  const [most, setMost] = useState(namedMax)
  const now = Date.now()
  const isMine = body.proposedBy === person?.id
  const asker = people.find(one => one.id === body.proposedBy)?.body
  const isAskerOut = asker === undefined || !mayAct(asker)
  const canBeDecided = isOpen(body, now)
  const titles = body.badges.flatMap(one => {
    const badge = badges.find(known => known.id === one)?.body
    return badge === undefined
      ? []
      : [{ id: one, title: said.badge({ ...badge, name: nameOf(badge.owner) }) }]
  })
  return (
    <YesLine
      what={said.revoke(body.plan)}
      reason={body.reason}
      stand={actStand(words, body, { isAskerOut, now, nameOf })}
      isMine={isMine}
      yes={
        canBeDecided && !isMine && !isAskerOut
          ? {
              kind: 'danger',
              said: said.confirm,
              does: act => void act('act.confirm', { act: id }),
            }
          : undefined
      }
      no={canBeDecided ? act => void act('act.decline', { act: id, why: '' }) : undefined}
      going={going}
    >
      <ul className={`${look.named} ${small}`}>
        {titles.slice(0, most).map(({ id, title }) => (
          <li key={id}>
            <TextLink to={`/badges/${id}`}>{title}</TextLink>
          </li>
        ))}
      </ul>
      {titles.length > most ? (
        <Button kind="small" onPress={() => setMost(titles.length)}>
          {said.all({ n: titles.length })}
        </Button>
      ) : null}
    </YesLine>
  )
}

interface Around extends Pick<Showing, 'nameOf'> {
  readonly isAskerOut: boolean
  readonly now: number
}

function actStand(
  { issue, secondYes }: Pick<Words, 'issue' | 'secondYes'>,
  body: JointAct,
  { isAskerOut, now, nameOf }: Around,
): string {
  const words = issue.joint.state
  const { state, proposedBy, decidedBy, came } = body
  const [by, other] = [nameOf(proposedBy), nameOf(decidedBy)]
  const at = came?.at ?? body.decidedAt ?? body.proposedAt
  switch (state) {
    case 'confirmed':
      return words.confirmed({ by, other })
    case 'done':
      return words.done({ by, other, at, done: came?.done ?? 0, left: came?.left ?? 0 })
    case 'proposed':
    case 'declined':
    case 'withdrawn': {
      const decided = decidedBy === undefined ? undefined : { by: decidedBy, at }
      const standing = { asked: proposalOf(body), isAskerOut, decided }
      const stands = state === 'proposed' ? 'waiting' : state
      return standSaid(secondYes, stands, standing, nameOf, now)
    }
  }
}
