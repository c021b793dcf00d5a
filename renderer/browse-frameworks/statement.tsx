import type { Competency } from '../../core/competency/record.ts'
import type { Row } from '../../contract/device/row.ts'
import * as look from './frameworks.css.ts'

interface Stating {
  readonly competency: Row<Competency>
  readonly chosen: boolean
  onChoose(id: string): void
}

/** A statement with its code; choosing it shows its levels in the margin. */
export const Statement = ({ competency, chosen, onChoose }: Stating) => (
  <button
    type="button"
    className={chosen ? look.chosen : look.statement}
    aria-pressed={chosen}
    onClick={() => onChoose(competency.id)}
  >
    {competency.body.code === '' ? null : <span className={look.code}>{competency.body.code}</span>}
    <span className={look.text}>{competency.body.statement}</span>
  </button>
)
