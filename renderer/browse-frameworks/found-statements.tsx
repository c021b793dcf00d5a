import type { Competency } from '../../core/competency/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useWords } from '../app/words.tsx'
import { quiet, small } from '../design/text.css.ts'
import * as look from './frameworks.css.ts'
import { Statement } from './statement.tsx'

interface Found {
  readonly found: readonly Row<Competency>[]
  readonly question: string
  readonly chosen: string | undefined
  onChoose(id: string): void
}

/** As many as one reads through; typing narrows them down. */
const shownMax = 100

/** The statements that say what was asked, as a flat list. */
export function FoundStatements({ found, question, chosen, onChoose }: Found) {
  const words = useWords()
  const said = words.frameworks.tree
  if (found.length === 0) return <p role="status">{said.nothing({ q: question })}</p>
  const left = found.length - shownMax
  return (
    <>
      <p className={`${small} ${quiet}`} role="status">
        {said.found({ n: found.length })}
      </p>
      <ul className={look.tree}>
        {found.slice(0, shownMax).map(one => (
          <li key={one.id} className={look.twig}>
            <Statement competency={one} chosen={one.id === chosen} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      {left > 0 ? <p className={`${small} ${quiet}`}>{said.more({ n: left })}</p> : null}
    </>
  )
}
