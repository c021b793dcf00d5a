import { useWords } from '../app/words.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { TextLink } from '../design/link.tsx'
import { small } from '../design/text.css.ts'
import * as look from './timeline.css.ts'

interface Finding {
  readonly q?: string
  readonly goal?: string
  readonly trashed: boolean
  /** Everything there is without the filter. */
  readonly all: number
  readonly nothing: readonly string[]
}

/** Why nothing is in sight: nothing kept yet, or nothing that fits, and which words nobody wrote. */
export function NothingFound({ q, trashed, all, nothing }: Finding) {
  const words = useWords()
  const said = words.evidence.list
  if (all === 0 && trashed) return <EmptyState>{said.noneInTrash}</EmptyState>
  if (all === 0)
    return (
      <EmptyState>
        <p>{said.none}</p>
        <div className={look.example}>
          <strong>{said.exampleTitle}</strong>
          <span className={small}>{said.exampleMeta}</span>
        </div>
        <TextLink to="/add" as="plain">
          {said.add}
        </TextLink>
      </EmptyState>
    )
  const why =
    q === undefined
      ? said.nothingForGoal
      : nothing.length > 0
        ? said.nothing({ words: nothing })
        : said.nothingTogether
  return (
    <EmptyState>
      <p>{why}</p>
      <TextLink to={trashed ? '/evidence?trash=1' : '/evidence'}>{said.showAll}</TextLink>
    </EmptyState>
  )
}
