import type { Competency } from '../../core/competency/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useWords } from '../app/words.tsx'
import { quiet, small } from '../design/text.css.ts'
import * as look from './frameworks.css.ts'
import { Statement } from './statement.tsx'

interface Retired {
  readonly retired: readonly Row<Competency>[]
  readonly chosen: string | undefined
  onChoose(id: string): void
}

/** What a newer package left out: kept for the goals and evidence that point to it, open when it is asked for. */
export function RetiredStatements({ retired, chosen, onChoose }: Retired) {
  const said = useWords().frameworks.retired
  if (retired.length === 0) return null
  return (
    <details className={look.retired} open={retired.some(one => one.id === chosen)}>
      <summary>{said.heading({ n: retired.length })}</summary>
      <p className={`${small} ${quiet}`}>{said.why}</p>
      <ul className={look.tree}>
        {retired.map(one => (
          <li key={one.id} className={look.twig}>
            <Statement competency={one} chosen={one.id === chosen} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </details>
  )
}
