import { useState } from 'react'
import type { Badge } from '../../core/badge/record.ts'
import type { JointAct } from '../../core/joint-act/record.ts'
import { isOpen, jointActMs } from '../../core/joint-act/record.ts'
import type { Row } from '../../contract/device/row.ts'
import type { Words } from '../../words/words.ts'
import { useAct } from '../app/act.ts'
import { GoesIn, useGoing } from '../app/goes-in.tsx'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { heading, quiet, row, small, voiceSmall } from '../design/text.css.ts'
import * as look from './issue.css.ts'

/** Acts that are over stand here so long (ms): the last two weeks'. */
const shownMs = 14 * 86_400_000
/** So many badges of an act are named before one asks for more. */
const namedMax = 5

interface Showing {
  readonly acts: readonly Row<JointAct>[]
  readonly badges: readonly Row<Badge>[]
  nameOf(person: string | undefined): string
}

/** What two officers do together: what waits for a second one, and what came of the latest. */
export function JointActs({ acts, badges, nameOf }: Showing) {
  const words = useWords().issue.joint
  const now = Date.now()
  const shown = acts.filter(
    ({ body }) => isOpen(body, now) || (body.came?.at ?? body.decidedAt ?? 0) > now - shownMs,
  )
  if (shown.length === 0) return null
  return (
    <section className={look.section}>
      <h2 className={heading}>{words.title}</h2>
      <p className={`${small} ${quiet}`}>{words.lead}</p>
      <ul aria-label={words.title}>
        {shown.map(act => (
          <OneAct key={act.id} act={act} badges={badges} nameOf={nameOf} />
        ))}
      </ul>
    </section>
  )
}

interface One extends Omit<Showing, 'acts'> {
  readonly act: Row<JointAct>
}

function OneAct({ act: { id, body }, badges, nameOf }: One) {
  const words = useWords().issue.joint
  const { person } = useSession()
  const { act, told, busy } = useAct()
  const going = useGoing('act.confirm', id)
  const [most, setMost] = useState(namedMax)
  const isMine = body.proposedBy === person?.id
  const titles = body.badges.flatMap(one => {
    const badge = badges.find(known => known.id === one)?.body
    return badge === undefined ? [] : [words.badge({ ...badge, name: nameOf(badge.owner) })]
  })
  const what = words.revoke(body.plan)
  return (
    <li className={look.act}>
      <h3 className={look.title}>{what}</h3>
      <p className={voiceSmall}>{body.reason}</p>
      <p className={`${small} ${quiet}`}>{stateSaid(words, body, nameOf)}</p>
      <ul className={`${look.told} ${small}`}>
        {titles.slice(0, most).map((title, at) => (
          <li key={body.badges[at]}>{title}</li>
        ))}
      </ul>
      {titles.length > most ? (
        <Button kind="small" onPress={() => setMost(titles.length)}>
          {words.all({ n: titles.length })}
        </Button>
      ) : null}
      {body.state === 'proposed' ? (
        <span className={row}>
          {isMine ? null : (
            <Button
              kind="danger"
              busy={busy}
              label={words.confirmLabel({ what })}
              onPress={() => void act('act.confirm', { act: id })}
            >
              {words.confirm}
            </Button>
          )}
          <Button
            kind="small"
            label={isMine ? words.backLabel({ what }) : words.declineLabel({ what })}
            onPress={() => void act('act.decline', { act: id, why: '' })}
          >
            {isMine ? words.back : words.decline}
          </Button>
          {isMine ? <span className={`${small} ${quiet}`}>{words.mine}</span> : null}
        </span>
      ) : null}
      {going === undefined ? null : <GoesIn going={going} />}
      {told === undefined ? null : <ErrorNote {...told} />}
    </li>
  )
}

function stateSaid(
  words: Words['issue']['joint'],
  act: JointAct,
  nameOf: Showing['nameOf'],
): string {
  const by = nameOf(act.proposedBy)
  const other = nameOf(act.decidedBy)
  const at = act.came?.at ?? act.decidedAt ?? act.proposedAt
  switch (act.state) {
    case 'proposed':
      return words.state.proposed({ by, at, until: act.proposedAt + jointActMs })
    case 'confirmed':
      return words.state.confirmed({ by, other })
    case 'done':
      return words.state.done({
        by,
        other,
        at,
        done: act.came?.done ?? 0,
        left: act.came?.left ?? 0,
      })
    case 'declined':
      return words.state.declined({ other, at })
    case 'withdrawn':
      return words.state.withdrawn({ by, at })
  }
}
