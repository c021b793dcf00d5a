import type { Claim } from '../../core/claim/record.ts'
import type { MicroCredential } from '../../core/micro-credential/record.ts'
import type { QueryRows } from '../../contract/device/queries.ts'
import { Gone } from '../app/gone.tsx'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { good, heading, lead, mono, quiet, small, stack, voiceSmall } from '../design/text.css.ts'
import { Endorsements } from '../endorse/endorsements.tsx'
import { ChangeGoes, ChangeHere } from '../issue-badges/change-here.tsx'
import { BadgeSlip } from './badge-slip.tsx'
import { Chain } from './chain.tsx'
import * as look from './badges.css.ts'
import { criteriaMet } from './criteria-met.ts'
import { credentialIdOf } from './credential-id.ts'
import { pageOf } from './page-of.ts'
import { RenewHow, RenewNote } from './renew-note.tsx'
import { Share } from './share.tsx'
import { useRenewals, type WayToRenew } from './use-renewals.ts'
import { useVerified } from './use-verified.ts'

/** One badge: the slip with its reasons, what was found, and ways to hand it on. */
export function BadgeScreen({ params }: { params: Readonly<Record<string, string>> }) {
  const words = useWords()
  const rows = useRows('badge', { badge: params['id'] ?? '' })
  const renewal = useRenewals().get(params['id'] ?? '')
  const verified = useVerified(params['id'] ?? '', rows?.badge?.body.credential)
  const { person } = useSession()
  if (rows === undefined) return <LoadingLine label={words.frame.loading} />
  const { badge, claim, micro } = rows
  if (badge === undefined) return <Gone />
  const isOwn = badge.body.owner === person?.id
  const { title, credential, manifestSha256, state, replaces } = badge.body
  return (
    <Screen
      title={title}
      beside={<Back isOwn={isOwn} />}
      actions={<ChangeHere badge={badge} name={nameIn(rows.people, badge.body.owner)} />}
      marginLabel={words.badges.share}
      margin={
        <Margin
          badge={badge}
          people={rows.people}
          isSigned={credential !== undefined}
          renewal={renewal}
        />
      }
    >
      <ChangeGoes badge={badge.id} />
      {isOwn ? null : (
        <p className={lead}>
          {words.badges.holder({ name: nameIn(rows.people, badge.body.owner) })}
        </p>
      )}
      <BadgeSlip badge={badge} shown={micro?.body.competency} title={title} isWhole />
      {claim === undefined || micro === undefined || state === 'revoked' ? null : (
        <Found claim={claim.body} micro={micro.body} people={rows.people} />
      )}
      {rows.chain === undefined ? null : (
        <Chain badge={badge.id} links={rows.chain} verified={verified} />
      )}
      <Endorsements
        about="badge"
        subject={badge.id}
        endorsed={state === 'signed' ? credentialIdOf(credential) : undefined}
        units={badge.body.units}
        owner={badge.body.owner}
        endorsements={rows.endorsements}
      />
      <div className={look.under}>
        {claim === undefined ? null : (
          <p>
            <TextLink to={`/claims/${claim.id}`}>{words.badges.claim}</TextLink>
          </p>
        )}
        {replaces === undefined ? null : (
          <p>
            <TextLink to={`/badges/${replaces}`}>{words.badges.older}</TextLink>
          </p>
        )}
        <p className={`${mono} ${quiet}`}>{words.badges.fingerprint({ hash: manifestSha256 })}</p>
      </div>
    </Screen>
  )
}

/** To where one came from: one's own badges stand on the shelf, those of others in the office's list. */
function Back({ isOwn }: { isOwn: boolean }) {
  const words = useWords()
  return isOwn ? (
    <TextLink to="/badges">{words.badges.back}</TextLink>
  ) : (
    <TextLink to="/issue">{words.frame.place.issue}</TextLink>
  )
}

type People = QueryRows<'badge'>['people']

const nameIn = (people: People, person: string | undefined) =>
  people.find(known => known.id === person)?.body.name ?? ''

interface Margining {
  readonly badge: NonNullable<QueryRows<'badge'>['badge']>
  readonly people: People
  readonly isSigned: boolean
  readonly renewal: WayToRenew | undefined
}

function Margin({ badge, people, isSigned, renewal }: Margining) {
  const words = useWords().badges
  const { state, revokedReason, revokedBy, revokedAt, approvedAt, title } = badge.body
  const { suspension, resumption, correction, replacedBy, credential, resignedAt } = badge.body
  const newer =
    replacedBy === undefined ? null : (
      <TextLink to={`/badges/${replacedBy}`}>{words.newer}</TextLink>
    )
  if (state === 'revoked')
    return (
      <ErrorNote
        said={words.revokedTitle}
        next={words.revokedWhy({
          reason: revokedReason ?? '',
          by: nameIn(people, revokedBy),
          at: revokedAt ?? approvedAt,
        })}
      >
        <span>{words.revokedNext}</span>
        {newer}
        {renewal === undefined ? null : <RenewHow renewal={renewal} />}
      </ErrorNote>
    )
  if (state === 'superseded')
    return (
      <ErrorNote kind="ask" said={words.supersededTitle} next={words.supersededNext}>
        {newer}
      </ErrorNote>
    )
  if (state === 'suspended' && suspension !== undefined)
    return (
      <ErrorNote
        kind="ask"
        said={words.suspendedTitle}
        next={words.revokedWhy({ ...suspension, by: nameIn(people, suspension.by) })}
      >
        <span>{words.suspendedNext}</span>
      </ErrorNote>
    )
  if (!isSigned) return <ErrorNote kind="ask" said={words.waitingTitle} next={words.waitingNext} />
  return (
    <div className={stack}>
      {renewal === undefined ? null : <RenewNote renewal={renewal} />}
      {resignedAt === undefined ? null : (
        <ErrorNote
          kind="ask"
          said={words.resignedTitle({ at: resignedAt })}
          next={words.resignedNext}
        />
      )}
      <Share badge={badge.id} title={title} page={pageOf(credential)} />
      {correction === undefined ? null : (
        <p className={`${small} ${quiet}`}>{words.correction(correction)}</p>
      )}
      {resumption === undefined ? null : (
        <p className={`${small} ${quiet}`}>{words.resumed(resumption)}</p>
      )}
    </div>
  )
}

interface Finding {
  readonly claim: Claim
  readonly micro: MicroCredential
  readonly people: People
}

function Found({ claim, micro, people }: Finding) {
  const words = useWords().badges
  const outcome = claim.attempts.at(-1)?.outcome
  const met = criteriaMet(claim, micro)
  if (outcome === undefined || met.length === 0) return null
  return (
    <section className={look.section}>
      <h2 className={heading}>{words.criteria}</h2>
      <p className={`${small} ${quiet}`}>
        {words.criteriaLead({ reader: nameIn(people, outcome.reader), at: outcome.decidedAt })}
      </p>
      <ul>
        {met.map(({ criterion, level, comment }) => (
          <li key={criterion.id} className={look.finding}>
            <strong className={good}>{words.met({ level })}</strong>
            <p>{criterion.text}</p>
            {comment === '' ? null : <p className={voiceSmall}>{comment}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
