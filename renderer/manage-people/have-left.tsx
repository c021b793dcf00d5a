import { useState } from 'react'
import { useLocation } from 'wouter'
import { mayErase } from '../../core/erasure/rights.ts'
import { mayBringBack } from '../../core/person/left-from.ts'
import type { Person } from '../../core/person/record.ts'
import type { Unit } from '../../core/person/unit.ts'
import type { Row } from '../../contract/device/row.ts'
import { useAct } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { measure, quiet, row, ruled, section, small } from '../design/text.css.ts'
import * as look from './people.css.ts'

interface Listing {
  /** Those who have left, as far as the list of people is asked for. */
  readonly people: readonly Row<Person>[]
  readonly units: readonly Row<Unit>[]
}

/** A part of People: who has left the district and since when; nothing where nobody has. */
export function HaveLeft({ people, units }: Listing) {
  const words = useWords()
  const said = words.people.left
  const { holding } = useSession()
  const [, go] = useLocation()
  const { act, told } = useAct()
  const [asked, setAsked] = useState<Row<Person>>()
  // Who came back stands in the list above again.
  const isWaiting = people.some(person => person.id === asked?.id)
  const back = async (person: Row<Person>) => {
    const done = await act('person.leave', { person: person.id, hasLeft: false })
    if (done !== undefined) setAsked(person)
  }
  return (
    <>
      <p role="status">
        {asked === undefined || !isWaiting ? '' : said.backQueued({ name: asked.body.name })}
      </p>
      {told === undefined ? null : <ErrorNote {...told} />}
      {people.length === 0 ? null : (
        <section className={section}>
          <h2>
            {said.title}{' '}
            <span className={look.count}>{words.people.count({ n: people.length })}</span>
          </h2>
          <p className={`${small} ${quiet} ${measure}`}>{said.lead}</p>
          <ul className={ruled} aria-label={said.title}>
            {people.map(person => (
              <li key={person.id} className={look.person}>
                <div>
                  <strong>{person.body.name}</strong>
                  <p className={`${small} ${quiet}`}>{person.body.place}</p>
                </div>
                <span className={`${small} ${quiet}`}>
                  {said.since({ at: person.body.leftAt ?? 0 })}
                </span>
                <div className={row}>
                  {mayBringBack(holding, person.body, units) ? (
                    <Button
                      kind="small"
                      label={said.backOf({ name: person.body.name })}
                      onPress={() => void back(person)}
                    >
                      {said.back}
                    </Button>
                  ) : (
                    <span className={`${small} ${quiet}`}>{said.above}</span>
                  )}
                  {mayErase(holding) ? (
                    <Button
                      kind="small"
                      label={words.erasure.of({ name: person.body.name })}
                      onPress={() => go(`/people/${person.id}/erase`)}
                    >
                      {words.erasure.press}
                    </Button>
                  ) : null}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
