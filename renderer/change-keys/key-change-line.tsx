import type { Row } from '../../contract/device/row.ts'
import type { KeyChange } from '../../core/joint-act/key-change.ts'
import { agreedMs, isLive } from '../../core/joint-act/key-change.ts'
import { proposalOf } from '../../core/joint-act/record.ts'
import { mayChangeKeys } from '../../core/joint-act/rights.ts'
import type { Person } from '../../core/person/record.ts'
import type { Words } from '../../words/words.ts'
import { useGoing } from '../app/goes-in.tsx'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { measure, small } from '../design/text.css.ts'
import { standSaid } from '../say-yes/stand.ts'
import { YesLine } from '../say-yes/yes-line.tsx'
import * as look from './key-changes.css.ts'

interface Showing {
  readonly change: Row<KeyChange>
  readonly people: readonly Row<Person>[]
}

/** One change of keys: what, why, who stands for it, and what anybody here can do about it now. */
export function KeyChangeLine({ change: { id, body }, people }: Showing) {
  const words = useWords()
  const said = words.keyChanges
  const { person } = useSession()
  const going = useGoing('key-change.agree', id)
  const now = Date.now()
  const asker = people.find(one => one.id === body.proposedBy)?.body
  const isAskerOut = asker === undefined || !mayChangeKeys(asker)
  const isMine = body.proposedBy === person?.id
  const isOpen = body.state === 'proposed' && isLive(body, now)
  const isToDo = body.state === 'confirmed' && isLive(body, now)
  return (
    <YesLine
      what={whatSaid(said, body)}
      reason={body.reason}
      stand={changeStand(words, body, { people, isAskerOut, now })}
      isMine={isMine}
      yes={
        isOpen && !isMine && !isAskerOut
          ? {
              kind: 'primary',
              said: words.secondYes.agree,
              does: act => void act('key-change.agree', { change: id }),
            }
          : undefined
      }
      no={isOpen ? act => void act('key-change.decline', { change: id }) : undefined}
      going={going}
    >
      {isToDo ? (
        <p className={`${small} ${measure}`}>
          {said.operator} <code className={look.command}>{commandOf(body)}</code>
        </p>
      ) : null}
    </YesLine>
  )
}

/** What the operator types, without where their district lies. */
const commandOf = ({ what, key }: KeyChange): string =>
  what === 'rotate' ? 'keys rotate' : `keys compromise ${key ?? ''}`

function whatSaid(words: Words['keyChanges'], { what, key, from }: KeyChange): string {
  if (what === 'rotate') return words.what.rotate
  if (what === 'replace') return words.what.replace
  return words.what.compromise({ key: key ?? '', from: from ?? 0 })
}

interface Around extends Pick<Showing, 'people'> {
  readonly isAskerOut: boolean
  readonly now: number
}

function changeStand(
  { keyChanges, secondYes }: Pick<Words, 'keyChanges' | 'secondYes'>,
  body: KeyChange,
  { people, isAskerOut, now }: Around,
): string {
  const words = keyChanges.state
  const nameOf = (id: string | undefined) =>
    people.find(person => person.id === id)?.body.name ?? secondYes.someone
  const { state, isAlone, proposedBy, decidedBy, decidedAt, doneAt } = body
  const [by, other] = [nameOf(proposedBy), nameOf(decidedBy)]
  const at = doneAt ?? decidedAt ?? body.proposedAt
  if (isAlone === true) return words.alone({ at })
  switch (state) {
    case 'confirmed': {
      const until = at + agreedMs
      return now < until
        ? words.confirmed({ by, other, until })
        : words.notDone({ by, other, at: until })
    }
    case 'done':
      return decidedBy === undefined ? words.doneBefore({ at }) : words.done({ by, other, at })
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
