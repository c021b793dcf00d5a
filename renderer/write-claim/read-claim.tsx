import { useSearchParams } from 'wouter'
import { holds } from '../../core/access/reach.ts'
import { mayApprove } from '../../core/badge/rights.ts'
import type { Attempt, Claim } from '../../core/claim/record.ts'
import type { MicroCredential } from '../../core/micro-credential/record.ts'
import type { QueryRows } from '../../contract/device/queries.ts'
import type { Row } from '../../contract/device/row.ts'
import { Gone } from '../app/gone.tsx'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { heading, lead, mono, quiet, small } from '../design/text.css.ts'
import { AnswersFound } from './answers-found.tsx'
import * as look from './read-claim.css.ts'
import { ReadPart } from './read-part.tsx'
import { TheirWord } from './their-word.tsx'

/** Another's claim, for those to whom the district sends it: as it was sent, and what was decided. Nothing in it changes. */
export function ReadClaim({ rows }: { rows: QueryRows<'claim'> }) {
  const words = useWords()
  const said = words.claims.read
  const { holding } = useSession()
  const [asked] = useSearchParams()
  const { claim, micro } = rows
  if (claim === undefined || micro === undefined) return <Gone />
  const { attempts, owner, title } = claim.body
  const isOffice = mayApprove(holding, claim)
  const attempt = attempts.find(one => String(one.n) === asked.get('attempt')) ?? attempts.at(-1)
  if (attempt === undefined) return <Gone />
  const isDecided = attempts.some(one => one.outcome !== undefined)
  // While coaches read it, it is theirs, on their desk; the office reads what was decided.
  if (claim.body.state === 'in_review' || !isDecided) return <Unread title={title} />
  // Who read it blind is not told whose it is by opening it again.
  const isBlind = micro.body.raters.blind && !isOffice
  const nameOf = (person: string) =>
    rows.people.find(known => known.id === person)?.body.name ?? person
  return (
    <Screen
      title={title}
      beside={<Back claim={claim} isOffice={isOffice} />}
      marginLabel={words.frame.margin}
      margin={
        attempt.outcome === undefined ? (
          <p>{said.undecided}</p>
        ) : (
          <AnswersFound attempt={attempt} micro={micro.body} nameOf={nameOf} />
        )
      }
    >
      <p className={lead}>
        {said.lead({ name: isBlind ? '' : nameOf(owner), at: attempt.submittedAt })}
      </p>
      {claim.body.setAside === undefined ? null : (
        <p>{said.setAside({ ...claim.body.setAside, name: nameOf(claim.body.setAside.by) })}</p>
      )}
      <p className={look.beside}>
        {rows.badge === undefined ? null : (
          <TextLink to={`/badges/${rows.badge.id}`}>{words.claims.seeBadge}</TextLink>
        )}
        <Attempts claim={claim} shown={attempt.n} />
      </p>
      <Sent attempt={attempt} micro={micro.body} />
    </Screen>
  )
}

interface Sending {
  readonly attempt: Attempt
  readonly micro: MicroCredential
}

function Sent({ attempt, micro }: Sending) {
  const words = useWords()
  const said = words.claims.read
  const hasFiles = attempt.items.some(item => item.file !== undefined)
  return (
    <>
      {hasFiles ? <p className={`${small} ${quiet}`}>{said.fetched}</p> : null}
      {attempt.note.trim() === '' ? null : (
        <section className={look.part}>
          <h2 className={heading}>{said.note}</h2>
          <p className={look.written}>{attempt.note}</p>
        </section>
      )}
      {micro.parts.map((part, n) => (
        <ReadPart key={`${attempt.n} ${part.id}`} part={part} n={n + 1} attempt={attempt} />
      ))}
      <TheirWord given={attempt.attestations} />
      <p className={`${mono} ${quiet} ${look.hash}`}>
        {words.badges.fingerprint({ hash: attempt.manifestSha256 })}
      </p>
    </>
  )
}

/** The way back to where one works on it. */
function Back({ claim, isOffice }: { claim: Row<Claim>; isOffice: boolean }) {
  const { place } = useWords().frame
  const { holding } = useSession()
  if (isOffice) return <TextLink to={`/issue?claim=${claim.id}`}>{place.issue}</TextLink>
  return holds(holding, 'coach') ? <TextLink to="/review">{place.review}</TextLink> : null
}

/** Every sending of a claim that was sent more than once; the one on show is no link. */
function Attempts({ claim, shown }: { claim: Row<Claim>; shown: number }) {
  const words = useWords().claims
  const { attempts } = claim.body
  if (attempts.length < 2) return null
  return attempts.map(({ n }) =>
    n === shown ? (
      <strong key={n}>{words.attempt({ n })}</strong>
    ) : (
      <TextLink key={n} to={`/claims/${claim.id}?attempt=${n}`}>
        {words.attempt({ n })}
      </TextLink>
    ),
  )
}

/** What a coach has before them now: whoever else is told of it is told only that. */
function Unread({ title }: { title: string }) {
  const words = useWords()
  const { roles } = useSession()
  const to = roles.includes('coach') ? 'review' : 'issue'
  return (
    <Screen title={title}>
      <p className={lead}>{words.claims.read.unread}</p>
      <TextLink to={`/${to}`}>{words.frame.place[to]}</TextLink>
    </Screen>
  )
}
