import type { ErasurePlan } from '../../core/erasure/record.ts'
import { useWords } from '../app/words.tsx'
import { heading, quiet, section, small } from '../design/text.css.ts'
import * as look from './erase-record.css.ts'

/** What goes and what stays, as the district counted it. */
export function CountedPlan({ plan, at }: { plan: ErasurePlan; at: number }) {
  const words = useWords().erasure
  return (
    <section className={section}>
      <h2 className={heading}>{words.planTitle}</h2>
      <p className={`${small} ${quiet}`}>{words.planAt({ at })}</p>
      <div className={look.plan}>
        <div className={look.goes}>
          <h3>{words.goes}</h3>
          <ul>
            {words.plan(plan).map(said => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </div>
        <div className={look.stays}>
          <h3>{words.stays}</h3>
          <ul>
            {words.kept(plan).map(said => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}
