import { achievementIdOf } from '../../core/micro-credential/achievement-id.ts'
import { lastEarned } from '../../core/claim/last-earned.ts'
import { isUnfinished } from '../../core/claim/unfinished.ts'
import type { MicroCredential } from '../../core/micro-credential/record.ts'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { heading, measure, quiet, ruled, small, statement, voiceSmall } from '../design/text.css.ts'
import { useAct } from '../app/act.ts'
import { useGoOn } from '../app/go-on.ts'
import { Gone } from '../app/gone.tsx'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Endorsements } from '../endorse/endorsements.tsx'
import { useRenewals } from '../hold-badges/use-renewals.ts'
import * as look from './catalogue.css.ts'
import { Rubric } from './rubric.tsx'
import { ValueLine } from './value-line.tsx'

/** One micro-credential, whole: what you show, how it is judged, what supports it. */
export function MicroCredentialScreen({ params }: { params: Readonly<Record<string, string>> }) {
  const words = useWords()
  const session = useSession()
  const id = params['id'] ?? ''
  const read = useRows('micro-credential', { microCredential: id })
  // The one before stays until this one comes: nothing is begun of one that is not the address's.
  const rows = read?.micro === undefined || read.micro.id === id ? read : undefined
  const { act, told } = useAct()
  const goOn = useGoOn()
  const micro = rows?.micro?.body
  const mine = rows?.claims.filter(claim => claim.body.owner === session.person?.id) ?? []
  const open = mine.find(claim => isUnfinished(claim.body))
  const earned = open === undefined ? lastEarned(mine) : undefined
  const renewal = useRenewals().get(earned?.body.badge ?? '')
  const begin = async () => {
    if (micro === undefined) return
    const answer = await act('claim.start', { microCredential: id, code: micro.code })
    const claim = answer?.made['claim']
    if (claim !== undefined) goOn(`/claims/${claim}`)
  }
  // What was earned and holds is looked at; only what is to be renewed is begun anew by a key.
  const there = open ?? (renewal === undefined ? earned : undefined)
  const first = () => {
    if (there === undefined) void begin()
    else goOn(`/claims/${there.id}`)
  }
  usePrimaryKey(first)

  if (rows === undefined) return <LoadingLine label={words.frame.loading} />
  if (micro === undefined) return <Gone />
  return (
    <Screen
      title={micro.title}
      actions={
        <>
          {earned === undefined ? null : renewal === undefined ? (
            <Button onPress={() => void begin()}>{words.catalogue.startAgain}</Button>
          ) : (
            <TextLink to={`/claims/${earned.id}`} as="plain">
              {words.catalogue.seeClaim}
            </TextLink>
          )}
          <Button kind="primary" keys="Ctrl Enter" onPress={first}>
            {open !== undefined
              ? words.catalogue.goOn
              : earned === undefined
                ? words.catalogue.start
                : renewal === undefined
                  ? words.catalogue.seeClaim
                  : words.catalogue.startAgain}
          </Button>
        </>
      }
    >
      {told === undefined ? null : (
        <ErrorNote {...told}>
          {told.to === undefined ? null : (
            <TextLink to={told.to}>{words.today.line.refused.lost.action}</TextLink>
          )}
        </ErrorNote>
      )}
      <p className={`${statement} ${measure}`}>{micro.competency}</p>
      <ValueLine micro={micro} />
      <p className={`${voiceSmall} ${measure}`}>{micro.summary}</p>
      <p className={`${small} ${quiet} ${look.promise}`}>
        {earned === undefined
          ? words.catalogue.startPromises
          : [
              words.catalogue.earnedAlready,
              renewal === undefined ? '' : `${words.badges.renew.title[renewal.why](renewal)}.`,
              words.catalogue.againPromises,
            ]
              .filter(Boolean)
              .join(' ')}
      </p>
      <Contents
        micro={micro}
        competencies={rows.competencies.map(
          c => `${c.body.code} ${c.body.title ?? c.body.statement}`,
        )}
      />
      <Endorsements
        about="micro-credential"
        subject={id}
        endorsed={achievementIdOf(id)}
        endorsements={rows.endorsements}
      />
    </Screen>
  )
}

function Contents({
  micro,
  competencies,
}: {
  micro: MicroCredential
  competencies: readonly string[]
}) {
  const words = useWords().catalogue
  return (
    <>
      <section className={look.section}>
        <h2 className={heading}>{words.what}</h2>
        {micro.parts.map((part, n) => (
          <section key={part.id} className={look.part}>
            <h3>{words.part({ n: n + 1, title: part.title })}</h3>
            <ul className={ruled}>
              {part.prompts.map(prompt => (
                <li key={prompt.id}>
                  <p className={voiceSmall}>{prompt.text}</p>
                  <p className={`${small} ${quiet}`}>
                    {words.wordsAsked({
                      min: prompt.minWords,
                      max: prompt.maxWords,
                      hard: prompt.hard,
                    })}
                  </p>
                </li>
              ))}
              {part.slots.map(slot => (
                <li key={slot.id}>
                  <p>
                    {slot.label}, {words.pieces({ min: slot.minFiles, max: slot.maxFiles })}
                  </p>
                  <p className={voiceSmall}>{slot.guidance}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </section>
      <section className={look.section}>
        <h2 className={heading}>{words.judged}</h2>
        <p className={quiet}>{words.judgedLead}</p>
        {micro.parts.map((part, n) => (
          <section key={part.id} className={look.part}>
            <h3>{words.part({ n: n + 1, title: part.title })}</h3>
            {part.criteria.map(criterion => (
              <Rubric key={criterion.id} criterion={criterion} />
            ))}
          </section>
        ))}
      </section>
      <section className={look.section}>
        <h2 className={heading}>{words.method}</h2>
        <p className={voiceSmall}>{micro.keyMethod}</p>
        <h3 className={look.sub}>{words.components}</h3>
        <ul className={ruled}>
          {micro.methodComponents.map(component => (
            <li key={component.id}>
              <strong>{component.name}</strong>
              <p className={voiceSmall}>{component.text}</p>
            </li>
          ))}
        </ul>
      </section>
      <section className={look.section}>
        <h2 className={heading}>{words.research}</h2>
        <ul className={ruled}>
          {micro.research.map(work => (
            <li key={work.cite}>
              <p className={voiceSmall}>{work.cite}</p>
              <p className={`${small} ${quiet}`}>
                {words.tier[work.tier]}
                {work.url === undefined ? null : (
                  <>
                    {' · '}
                    <a href={work.url} target="_blank" rel="noreferrer noopener">
                      {new URL(work.url).host}
                    </a>
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
        <h3 className={look.sub}>{words.resources}</h3>
        <ul className={ruled}>
          {micro.resources.map(resource => (
            <li key={resource.title}>
              <strong>{resource.title}</strong> <span className={quiet}>{resource.licence}</span>
              <p className={voiceSmall}>{resource.note}</p>
            </li>
          ))}
        </ul>
        {competencies.length === 0 ? null : (
          <>
            <h3 className={look.sub}>{words.aligned}</h3>
            <ul className={ruled}>
              {competencies.map(competency => (
                <li key={competency}>{competency}</li>
              ))}
            </ul>
          </>
        )}
        <p className={`${small} ${quiet}`}>
          {words.by({ author: micro.author, licence: micro.licence, version: micro.version })}{' '}
          {words.validity({ months: micro.validity.months })}{' '}
          <TextLink to="/micro-credentials">{words.title}</TextLink>
        </p>
      </section>
    </>
  )
}
