import type { QueryRows } from '../../contract/device/queries.ts'
import type { Row } from '../../contract/device/row.ts'
import { mayAgreeToRoles, mayChange } from '../../core/person/rights.ts'
import type { RoleRequest } from '../../core/person/role-request.ts'
import { isWaiting, requestOf, withGain } from '../../core/person/role-request.ts'
import { holdingSaid } from '../app/holding-said.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { measure, quiet, ruled, section, small } from '../design/text.css.ts'
import { isShownStill, standSaid } from '../say-yes/stand.ts'
import { YesLine } from '../say-yes/yes-line.tsx'
import { askedWhom } from './asked-whom.ts'

type Known = Pick<QueryRows<'people'>, 'people' | 'units' | 'requests'>

/** Requests that are shown (`now`: epoch ms): what waits or was given alone, and what ran out a short while ago. */
export const shownRequests = (
  requests: Known['requests'],
  now: number,
): readonly Row<RoleRequest>[] =>
  requests.filter(({ body }) => body.state === 'alone' || isShownStill(requestOf(body).until, now))

/** A part of People: roles that wait for a second person's yes, and those that one gave alone; nothing where there are none. */
export function RoleRequests(known: Known) {
  const words = useWords().people.requests
  const shown = shownRequests(known.requests, Date.now())
  if (shown.length === 0) return null
  return (
    <section className={section}>
      <h2>{words.title}</h2>
      <p className={`${small} ${quiet} ${measure}`}>{words.lead}</p>
      <RequestList {...known} requests={shown} level={3} />
    </section>
  )
}

interface Listing extends Known {
  readonly level: 2 | 3
}

/** The requests themselves. */
export function RequestList({ people, units, requests, level }: Listing) {
  const words = useWords().people.requests
  return (
    <ul className={ruled} aria-label={words.title}>
      {requests.map(request => (
        <OneRequest
          key={request.id}
          request={request}
          people={people}
          units={units}
          level={level}
        />
      ))}
    </ul>
  )
}

interface Showing extends Omit<Listing, 'requests'> {
  readonly request: Row<RoleRequest>
}

function OneRequest({ request: { id, body }, people, units, level }: Showing) {
  const words = useWords()
  const said = words.people.requests
  const { person, holding } = useSession()
  const now = Date.now()
  const bodyOf = (one: string | undefined) => people.find(known => known.id === one)?.body
  const nameOf = (one: string | undefined) => bodyOf(one)?.name ?? words.secondYes.someone
  const [asker, whose] = [bodyOf(body.askedBy), bodyOf(body.person)]
  const after = whose && { ...whose, ...withGain(whose, body) }
  const isAskerOut =
    asker === undefined || after === undefined || !mayChange(asker, whose, after, units)
  const isMine = body.askedBy === person?.id
  const isAlone = body.state === 'alone'
  const waits = isWaiting(body, now)
  const mayAnswer = mayAgreeToRoles(holding) && !isMine && body.person !== person?.id
  const mayAgree = mayAnswer && (isAlone || (waits && !isAskerOut))
  const whom = askedWhom(body, people).map(one => one.body.name)
  const asked = requestOf(body)
  const stand = standSaid(words.secondYes, 'waiting', { asked, isAskerOut }, nameOf, now)
  return (
    <YesLine
      what={said.what({ name: nameOf(body.person), role: holdingSaid(words, body, units) })}
      stand={
        isAlone
          ? said.alone({ by: nameOf(body.askedBy), at: body.askedAt })
          : waits && !isAskerOut
            ? `${stand} ${said.waits({ whom })}`
            : stand
      }
      level={level}
      isMine={isMine}
      yes={
        mayAgree
          ? {
              kind: 'primary',
              said: isAlone ? said.agreeAfter : words.secondYes.agree,
              does: act => void act('role.agree', { request: id }),
            }
          : undefined
      }
      no={
        waits && (mayAnswer || isMine)
          ? act => void act('role.decline', { request: id })
          : undefined
      }
      note={isAlone && mayAnswer ? said.aloneNext : undefined}
    />
  )
}
