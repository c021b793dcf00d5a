import type { EvidenceLine } from '../../contract/device/queries.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { TextLink } from '../design/link.tsx'
import { row } from '../design/text.css.ts'
import { DeleteNow } from './delete-now.tsx'
import * as look from './timeline.css.ts'
import { UndoLine } from './undo-line.tsx'

interface Lying {
  readonly line: EvidenceLine
  /** What it is called on the screen. */
  readonly title: string
  /** Moved on this visit: undoing is offered, not only taking out. */
  readonly isJustMoved: boolean
  onTakeOut(): void
}

/** A piece that lies in the trash says so, until when it comes back and how, and what keeps it from being deleted. */
export function InTrash({ line, title, isJustMoved, onTakeOut }: Lying) {
  const words = useWords()
  const said = words.evidence.trash
  const { claims, deletedFrom = 0 } = line
  const holding = claims.filter(claim => claim.isHolding)
  const since = said.since({ atMs: line.row.body.trashedAt ?? 0 })
  const using = claims.length - holding.length
  const ends = deletedFrom > Date.now() ? said.until({ atMs: deletedFrom }) : said.due
  const sentence = [
    since,
    using > 0 ? said.used({ claims: using }) : '',
    holding.length > 0 ? said.held : ends,
  ]
    .filter(Boolean)
    .join(' ')
  const lying = (
    <div className={`${row} ${look.undo}`}>
      <span>
        {sentence}
        {holding.map(({ id, title: claim }) => (
          <TextLink key={id} to={`/claims/${id}`} className={look.holding}>
            {claim}
          </TextLink>
        ))}
      </span>
      <Button kind="small" onPress={onTakeOut}>
        {words.evidence.list.takeOut}
      </Button>
      {holding.length > 0 ? null : (
        // Once it is deleted the screen is another one, which says so.
        <DeleteNow line={line} title={title} onDeleted={() => undefined} />
      )}
    </div>
  )
  return isJustMoved ? <UndoLine said={sentence} otherwise={lying} /> : lying
}
