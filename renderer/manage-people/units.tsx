import { useState } from 'react'
import { isClosedUnit } from '../../core/person/closed-unit.ts'
import { mayReopen } from '../../core/person/closed-from.ts'
import { mayDescribe, mayKeepUnit } from '../../core/person/rights.ts'
import type { Person } from '../../core/person/record.ts'
import type { Unit } from '../../core/person/unit.ts'
import type { Row } from '../../contract/device/row.ts'
import { useAct } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { unitName } from '../app/unit-name.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { measure, quiet, row, ruled, section, small } from '../design/text.css.ts'
import { UnitForm, type UnitAsked } from './unit-form.tsx'
import { inOrder } from './unit-order.ts'
import * as look from './units.css.ts'

interface Listing {
  readonly units: readonly Row<Unit>[]
  readonly people: readonly Row<Person>[]
  /** The list of people is to show who works there. */
  onShow(unit: string): void
}

/** The schools and teams of the district, or those that an administrator within some of them keeps. */
export function Units({ units, people, onShow }: Listing) {
  const words = useWords()
  const said = words.units
  const { holding } = useSession()
  const [asked, setAsked] = useState<UnitAsked>()
  const { act, told } = useAct()
  const isOfDistrict = mayDescribe(holding)
  const theirs = inOrder(units).filter(unit => mayKeepUnit(holding, unit.id, units))
  const close = () => setAsked(undefined)
  return (
    <section className={section}>
      <h2>{said.title}</h2>
      <p className={`${small} ${quiet} ${measure}`}>
        {theirs.length === 0 ? said.none : said.lead}
      </p>
      <ul className={ruled}>
        {theirs.map(unit => {
          const { name, kind, school, isClosed } = unit.body
          const count = people.filter(({ body }) => worksIn(body, unit.id, units)).length
          return (
            <li key={unit.id}>
              <div className={look.unit}>
                <div className={school === undefined ? undefined : look.team}>
                  <strong>{school === undefined ? name : unitName(words, unit.id, units)}</strong>
                  {isClosedUnit(unit.id, units) ? (
                    <p className={`${small} ${quiet}`}>
                      {said.closed}. {said.closedHint}
                      {isClosed === true && !mayReopen(holding, unit) ? ` ${said.closedAbove}` : ''}
                    </p>
                  ) : null}
                </div>
                <span className={`${small} ${quiet}`}>{said.people({ n: count })}</span>
                <div className={row}>
                  <Button
                    kind="small"
                    label={said.showPeopleOf({ name })}
                    onPress={() => onShow(unit.id)}
                  >
                    {said.showPeople}
                  </Button>
                  <Button
                    kind="small"
                    label={said.renameOf({ name })}
                    onPress={() => setAsked({ what: 'rename', unit })}
                  >
                    {said.rename}
                  </Button>
                  {isClosed === true && !mayReopen(holding, unit) ? null : (
                    <Button
                      kind="small"
                      label={isClosed === true ? said.reopenOf({ name }) : said.closeOf({ name })}
                      onPress={() =>
                        void act('unit.close', { unit: unit.id, isClosed: isClosed !== true })
                      }
                    >
                      {isClosed === true ? said.reopen : said.close}
                    </Button>
                  )}
                  {kind === 'school' && isClosed !== true ? (
                    <Button
                      kind="small"
                      label={said.addTeamTo({ school: name })}
                      onPress={() => setAsked({ what: 'team', school: unit })}
                    >
                      {said.addTeam}
                    </Button>
                  ) : null}
                </div>
              </div>
              {asked !== undefined && aboutOf(asked) === unit.id ? (
                <UnitForm key={asked.what} asked={asked} onClose={close} />
              ) : null}
            </li>
          )
        })}
      </ul>
      {told === undefined ? null : <ErrorNote {...told} />}
      {isOfDistrict ? (
        asked !== undefined && aboutOf(asked) === undefined ? (
          <UnitForm key={asked.what} asked={asked} onClose={close} />
        ) : (
          <div className={row}>
            <Button onPress={() => setAsked({ what: 'school' })}>{said.addSchool}</Button>
            <Button kind="bare" onPress={() => setAsked({ what: 'team', school: undefined })}>
              {said.addTeam}
            </Button>
          </div>
        )
      ) : null}
    </section>
  )
}

/** The school or team under whose line the form stands. */
const aboutOf = (asked: UnitAsked): string | undefined =>
  asked.what === 'rename' ? asked.unit.id : asked.what === 'team' ? asked.school?.id : undefined

/** Whether somebody works in a school or team, be it in a team of that school. */
export const worksIn = (
  person: Pick<Person, 'units'>,
  unit: string,
  units: readonly Row<Unit>[],
): boolean =>
  (person.units ?? []).some(
    id => id === unit || units.find(one => one.id === id)?.body.school === unit,
  )
