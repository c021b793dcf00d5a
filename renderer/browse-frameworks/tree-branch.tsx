import { useState } from 'react'
import type { Competency } from '../../core/competency/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useWords } from '../app/words.tsx'
import type { CompetencyTree } from './competency-tree.ts'
import * as look from './frameworks.css.ts'
import { Statement } from './statement.tsx'

interface Branch {
  readonly tree: CompetencyTree
  readonly parent: string | undefined
  readonly openAll: boolean
  /** Statements that are open because the chosen one stands below them. */
  readonly opened: readonly string[]
  readonly chosen: string | undefined
  onChoose(id: string): void
}

/** The statements under one, as a nested list; only what is open is drawn, so that 20,000 stay quick. */
export function TreeBranch(branch: Branch) {
  const children = branch.tree.get(branch.parent) ?? []
  return (
    <ul className={branch.parent === undefined ? look.tree : look.branch}>
      {children.map(one => (
        <Twig key={one.id} competency={one} {...branch} />
      ))}
    </ul>
  )
}

function Twig({ competency, ...branch }: Branch & { readonly competency: Row<Competency> }) {
  const words = useWords()
  const below = branch.tree.get(competency.id)?.length ?? 0
  const [open, setOpen] = useState(branch.openAll || branch.opened.includes(competency.id))
  const what = competency.body.code === '' ? competency.body.statement : competency.body.code
  return (
    <li>
      <div className={look.twig}>
        {below === 0 ? (
          <span className={look.leaf} aria-hidden="true" />
        ) : (
          <button
            type="button"
            className={look.turn}
            aria-expanded={open}
            aria-label={words.frameworks.tree.open({ what })}
            onClick={() => setOpen(!open)}
          >
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <path d={open ? 'M2 4l4 4 4-4' : 'M4 2l4 4-4 4'} />
            </svg>
          </button>
        )}
        <Statement
          competency={competency}
          chosen={competency.id === branch.chosen}
          onChoose={branch.onChoose}
        />
        {below === 0 || open ? null : (
          <small className={look.below}>{words.frameworks.tree.under({ n: below })}</small>
        )}
      </div>
      {open && below > 0 ? <TreeBranch {...branch} parent={competency.id} /> : null}
    </li>
  )
}
