import { holdsEverywhere, within } from '../../core/access/reach.ts'
import { measure, quiet, small } from '../design/text.css.ts'
import { useRows } from './rows.ts'
import { useSession } from './session.tsx'
import { unitNames } from './unit-name.ts'
import { useWords } from './words.tsx'

/** Above a list of claims: whose they are, where somebody reads or issues for some schools and teams only. */
export function LimitedTo({ as: role }: { as: 'coach' | 'officer' }) {
  const words = useWords()
  const { holding } = useSession()
  const own = holdsEverywhere(holding, role) ? [] : within(holding, role)
  const units = useRows('units', {}, own.length > 0)?.units ?? []
  const places = unitNames(words, own, units)
  if (places.length === 0) return null
  return (
    <p className={`${small} ${quiet} ${measure}`}>
      {role === 'coach'
        ? words.units.limitedQueue({ places })
        : words.units.limitedOffice({ places })}
    </p>
  )
}
