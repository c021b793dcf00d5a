import type { MicroCredential } from '../../core/micro-credential/record.ts'
import { useWords } from '../app/words.tsx'
import { small, voiceSmall } from '../design/text.css.ts'
import type { CriterionRead } from './open-reading.ts'
import * as look from './review.css.ts'

/** The id of the element that holds the guidance. */
export const guidanceId = 'guidance'

interface Guiding {
  readonly micro: MicroCredential
  readonly read: CriterionRead
}

/** Beside a criterion: what its part asked the person for, and the method that it is about. */
export function Guidance({ micro, read: { criterion } }: Guiding) {
  const words = useWords()
  const said = words.review.guidance
  const part = micro.parts.find(asked => asked.criteria.some(known => known.id === criterion.id))
  return (
    <section id={guidanceId} className={look.guidance} aria-labelledby={`${guidanceId}-title`}>
      <h3 id={`${guidanceId}-title`}>{said.title}</h3>
      <p className={small}>{said.asked}</p>
      <ul className={look.asked}>
        {part?.prompts.map(prompt => (
          <li key={prompt.id} className={voiceSmall}>
            {prompt.text}
          </li>
        ))}
        {part?.slots.map(slot => (
          <li key={slot.id}>
            <p className={small}>
              {slot.label}, {words.catalogue.pieces({ min: slot.minFiles, max: slot.maxFiles })}
            </p>
            <p className={voiceSmall}>{slot.guidance}</p>
          </li>
        ))}
      </ul>
      <p className={small}>{said.method}</p>
      <p className={voiceSmall}>{micro.keyMethod}</p>
      <ul className={look.asked}>
        {micro.methodComponents.map(component => (
          <li key={component.id}>
            <p className={small}>{component.name}</p>
            <p className={voiceSmall}>{component.text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
