import { Fragment } from 'react'
import type { Criterion } from '../../core/micro-credential/record.ts'
import { voiceSmall } from '../design/text.css.ts'
import { useWords } from '../app/words.tsx'
import * as look from './catalogue.css.ts'

/** One criterion with all its levels, as the coach will see it. */
export function Rubric({ criterion }: { criterion: Criterion }) {
  const words = useWords().catalogue
  return (
    <section className={look.criterion}>
      <h4 className={voiceSmall}>{criterion.text}</h4>
      <div className={look.rungs}>
        {criterion.levels.map(level => (
          <Fragment key={level.rank}>
            {level.rank === criterion.passRank ? (
              <p className={look.notch}>{words.passing}</p>
            ) : null}
            <p className={look.rung}>
              <strong>{level.name}</strong>
              <span className={voiceSmall}>{level.descriptor}</span>
            </p>
          </Fragment>
        ))}
      </div>
    </section>
  )
}
