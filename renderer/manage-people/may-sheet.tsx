import { abilitiesOf, type Ability } from '../../core/policy/abilities.ts'
import type { Person } from '../../core/person/record.ts'
import type { Unit } from '../../core/person/unit.ts'
import type { Row } from '../../contract/device/row.ts'
import { unitNames } from '../app/unit-name.ts'
import { useWords, type Words } from '../app/words.tsx'
import { Sheet } from '../design/sheet.tsx'
import { quiet, small } from '../design/text.css.ts'
import * as look from './units.css.ts'

interface Telling {
  readonly person: Person
  readonly units: readonly Row<Unit>[]
  readonly open: boolean
  onClose(): void
}

/**
 * What somebody may read and do, in sentences, from the rules that decide it: an administrator looks at that instead of
 * becoming the person (security.md row 43). Nothing of theirs is asked for.
 */
export function MaySheet({ person, units, open, onClose }: Telling) {
  const words = useWords()
  const said = words.units.may
  const abilities = abilitiesOf(person, units)
  return (
    <Sheet
      title={said.title({ name: person.name })}
      open={open}
      onClose={onClose}
      closeSaid={said.close}
    >
      <p className={`${small} ${quiet}`}>{said.lead}</p>
      <ul className={look.may}>
        <li>{said.own}</li>
        <li>{said.directory}</li>
        {abilities.length === 0 ? <li>{said.nothing}</li> : null}
        {abilities.map(ability => (
          <li key={ability.code}>{abilitySaid(words, ability, units)}</li>
        ))}
      </ul>
    </Sheet>
  )
}

function abilitySaid(words: Words, { code, within }: Ability, units: readonly Row<Unit>[]): string {
  const said = words.units.may
  const sentence = said[code]
  if (typeof sentence === 'string') return sentence
  const places = within === 'district' ? undefined : unitNames(words, within, units)
  return sentence({ places })
}
