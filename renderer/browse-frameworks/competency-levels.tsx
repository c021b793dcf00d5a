import type { Competency, Framework } from '../../core/competency/record.ts'
import { useWords } from '../app/words.tsx'
import { quiet, small, stack, statement, voiceSmall } from '../design/text.css.ts'
import * as look from './frameworks.css.ts'

interface Levelled {
  readonly competency: Competency
  readonly framework: Framework
}

/** A statement in full, and what each of its levels looks like, highest first. */
export function CompetencyLevels({ competency, framework }: Levelled) {
  const words = useWords()
  const said = words.frameworks.tree
  const names = new Map(framework.levels.map(level => [level.code, level.name]))
  return (
    <div className={stack}>
      <h2 className={statement}>{competency.statement}</h2>
      {competency.retiredAt === undefined ? null : (
        <p className={`${small} ${quiet}`}>
          {words.frameworks.retired.since({ atMs: competency.retiredAt })}
        </p>
      )}
      <h3>{said.levels}</h3>
      {competency.levels.length === 0 ? (
        <p className={`${small} ${quiet}`}>{said.noLevels}</p>
      ) : (
        <ol reversed className={look.levels}>
          {competency.levels.toReversed().map(level => (
            <li key={level.code}>
              <strong>{names.get(level.code) ?? level.code}</strong>
              <p className={voiceSmall}>{level.statement}</p>
            </li>
          ))}
        </ol>
      )}
      {competency.notes === undefined || competency.notes === '' ? null : (
        <>
          <h3>{said.notes}</h3>
          <p className={voiceSmall}>{competency.notes}</p>
        </>
      )}
    </div>
  )
}
