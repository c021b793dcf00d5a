import { grantedRoles } from '../../core/person/record.ts'
import { mayDescribe, mayKeepUnit } from '../../core/person/rights.ts'
import type { Unit } from '../../core/person/unit.ts'
import type { Row } from '../../contract/device/row.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Check, Pick } from '../design/field.tsx'
import * as look from './people.css.ts'
import { isUnplaced, type RoleChoice, type RoleChoices } from './role-choice.ts'
import { UnitChecks } from './unit-checks.tsx'
import { onlyHeadOf } from './unit-order.ts'
import * as placed from './units.css.ts'

interface Choosing {
  readonly isEducator: boolean
  readonly choices: RoleChoices
  readonly units: readonly Row<Unit>[]
  /** Saving was tried. */
  readonly pressed: boolean
  onEducator(is: boolean): void
  onChoices(choices: RoleChoices): void
}

/** What somebody may do, and where: in the whole district, or in schools and teams that the one who asks keeps. */
export function RoleFields(props: Choosing) {
  const { isEducator, choices, units, pressed, onEducator, onChoices } = props
  const words = useWords()
  const said = words.people.form
  const { holding } = useSession()
  const isOfDistrict = mayDescribe(holding)
  const theirs = units.filter(unit => mayKeepUnit(holding, unit.id, units))
  const only = onlyHeadOf(theirs)
  const isNothing = !isEducator && grantedRoles.every(role => choices[role].where === 'no')
  return (
    <fieldset>
      <legend className={look.legend}>{said.roles}</legend>
      <Check checked={isEducator} onChecked={onEducator}>
        {said.role.educator}
      </Check>
      {grantedRoles.map(role => {
        const choice = choices[role]
        const set = (change: Partial<RoleChoice>) =>
          onChoices({ ...choices, [role]: { ...choice, ...change } })
        return (
          <div key={role}>
            <Check
              checked={choice.where !== 'no'}
              onChecked={on => {
                if (!on) set({ where: 'no' })
                else if (isOfDistrict) set({ where: 'district' })
                else set({ where: 'some', within: only ?? choice.within })
              }}
            >
              {said.role[role]}
            </Check>
            {choice.where === 'no' || theirs.length === 0 ? null : (
              <div
                className={placed.where}
                role="group"
                aria-label={words.units.where({ role: words.settings.you.role[role] })}
              >
                {isOfDistrict ? (
                  <Pick
                    legend={words.units.where({ role: words.settings.you.role[role] })}
                    name={`where-${role}`}
                    value={choice.where}
                    options={[
                      { value: 'district', label: words.units.inDistrict },
                      { value: 'some', label: words.units.inSome },
                    ]}
                    onValue={where => set({ where: where === 'some' ? 'some' : 'district' })}
                  />
                ) : null}
                {choice.where === 'some' ? (
                  <UnitChecks
                    units={theirs}
                    chosen={choice.within}
                    onChosen={within => set({ within })}
                  />
                ) : null}
                {pressed && isUnplaced(choice) ? (
                  <p className={look.error}>{words.units.whereMissing}</p>
                ) : null}
              </div>
            )}
          </div>
        )
      })}
      {pressed && isNothing ? <p className={look.error}>{said.rolesMissing}</p> : null}
    </fieldset>
  )
}
