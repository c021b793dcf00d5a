import { useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { TextLink } from '../design/link.tsx'
import { small } from '../design/text.css.ts'
import { nearWord } from './near-words.ts'
import * as look from './timeline.css.ts'

interface Finding {
  readonly q?: string
  readonly goal?: string
  readonly trashed: boolean
  /** Everything there is without the filter. */
  readonly all: number
  readonly nothing: readonly string[]
}

/** Newest pieces whose words are looked through for a slip of the finger. */
const readMax = 500

const addressOf = (q: string, trashed: boolean) =>
  `/evidence?${new URLSearchParams({ q, ...(trashed ? { trash: '1' } : {}) }).toString()}`

/** Why nothing is in sight: nothing kept yet, or nothing that fits, and which words nobody wrote. */
export function NothingFound({ q, trashed, all, nothing }: Finding) {
  const words = useWords()
  const said = words.evidence.list
  const isLooking = q !== undefined && nothing.length > 0
  const rows = useRows('evidence.list', { trashed, limit: readMax }, isLooking)
  const near = isLooking
    ? nearWord(nothing, rows?.lines.map(line => line.row.body) ?? [])
    : undefined
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
      <p>
        {why}{' '}
        {near === undefined || q === undefined ? null : (
          <TextLink to={addressOf(q.replace(near.sought, near.word), trashed)}>
            {said.near({ word: near.word, n: near.pieces })}
          </TextLink>
        )}
      </p>
      <TextLink to={trashed ? '/evidence?trash=1' : '/evidence'}>{said.showAll}</TextLink>
    </EmptyState>
  )
}
