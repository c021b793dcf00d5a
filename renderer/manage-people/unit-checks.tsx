import { useState } from 'react'
import { isClosedUnit } from '../../core/person/closed-unit.ts'
import type { Unit } from '../../core/person/unit.ts'
import type { Row } from '../../contract/device/row.ts'
import { unitName } from '../app/unit-name.ts'
import { useWords } from '../app/words.tsx'
import { Check } from '../design/field.tsx'
import { headsOf, teamsOf } from './unit-order.ts'
import * as look from './units.css.ts'

interface Choosing {
  readonly units: readonly Row<Unit>[]
  readonly chosen: readonly string[]
  onChosen(chosen: readonly string[]): void
}

/** Some of the schools and teams, each team under its school; of those that are closed only what is chosen already. */
export function UnitChecks({ units: all, chosen, onChosen }: Choosing) {
  const words = useWords()
  // What was chosen when this was opened stays to be seen, also once it is unchecked.
  const [before] = useState(chosen)
  const units = all.filter(({ id }) => !isClosedUnit(id, all) || before.includes(id))
  const check = (unit: Row<Unit>) => (
    <Check
      key={unit.id}
      checked={chosen.includes(unit.id)}
      onChecked={on =>
        onChosen(all.map(one => one.id).filter(id => (id === unit.id ? on : chosen.includes(id))))
      }
    >
      {unitName(words, unit.id, all)}
      {isClosedUnit(unit.id, all) ? ` (${words.units.closed})` : ''}
    </Check>
  )
  return (
    <div className={look.checks}>
      {headsOf(units).map(unit => (
        <div key={unit.id}>
          {check(unit)}
          <div className={look.team}>{teamsOf(unit.id, units).map(check)}</div>
        </div>
      ))}
    </div>
  )
}
