import { useQuery } from '@tanstack/react-query'
import { holdsEverywhere } from '../../core/access/reach.ts'
import type { Finding, HealthState } from '../../core/health/finding.ts'
import { tellDoor } from '../app/act.ts'
import { NotForYou } from '../app/not-for-you.tsx'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { CheckMark } from '../design/mark.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { lead, measure, quiet, row, ruled, section, small } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { grouped } from './grouped.ts'
import * as look from './health.css.ts'

/** While the screen is open it is asked anew after so long (ms). */
const anewMs = 60_000

/** Record health, for an administrator: copies, what waits, what badges rest on, in sentences with what to do next. */
export function HealthScreen() {
  const said = useWords().health
  const { holding, district } = useSession()
  if (holdsEverywhere(holding, 'administrator') && district !== undefined) return <Asked />
  return <NotForYou said={said} />
}

function Asked() {
  const words = useWords()
  const said = words.health
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['district health'],
    queryFn: () => door.district.health(),
    retry: false,
    refetchInterval: anewMs,
  })
  const told = error === null ? undefined : tellDoor(words, error)
  const groups = grouped(data?.findings ?? [])
  const all = groups.flatMap(([, found]) => found)
  const count = (state: HealthState) => all.filter(one => one.state === state).length
  return (
    <Screen title={said.title}>
      <p className={`${lead} ${measure}`}>{said.lead}</p>
      {isFetching && data === undefined ? <LoadingLine label={said.asking} /> : null}
      {told === undefined ? null : (
        <ErrorNote
          said={told.code === 'not_allowed' ? said.old : told.said}
          next={told.code === 'not_allowed' ? '' : told.next}
          code={words.frame.code({ code: told.code })}
        />
      )}
      {data === undefined ? null : (
        <p className={look.summary} role="status">
          {said.summary({ mend: count('mend'), look: count('look') })}
        </p>
      )}
      {groups.map(([group, found]) => (
        <section className={section} key={group}>
          <h2>{said.groups[group]}</h2>
          <ul className={ruled}>
            {found.map(finding => (
              <Found key={`${finding.code} ${JSON.stringify(finding.facts)}`} finding={finding} />
            ))}
          </ul>
        </section>
      ))}
      <div className={`${section} ${row}`}>
        <Button kind="small" busy={isFetching} onPress={() => void refetch()}>
          {said.again}
        </Button>
        {data === undefined ? null : (
          <span className={`${small} ${quiet}`}>{said.asked({ at: data.at })}</span>
        )}
        <TextLink to="/keys">{words.keyChanges.open}</TextLink>
        <TextLink to="/people/district">{words.aboutDistrict.open}</TextLink>
      </div>
    </Screen>
  )
}

const outcomes = { ok: 'pass', look: 'unknown', mend: 'fail' } as const

function Found({ finding: { code, state, facts } }: { readonly finding: Finding }) {
  const said = useWords().health
  const next = state === 'ok' ? undefined : said.next[code]
  return (
    <li className={look.finding}>
      <span className={look.mark}>
        <CheckMark outcome={outcomes[state]} label={said.state[state]} />
      </span>
      <span className={measure}>{said.found[code](facts)}</span>
      {next === undefined ? null : (
        <span className={`${look.next} ${small} ${measure}`}>{next}</span>
      )}
    </li>
  )
}
