import type { EvidenceLine } from '../../contract/device/queries.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { DeleteNow } from './delete-now.tsx'
import * as look from './timeline.css.ts'

/** What can be done with a piece in the list of the trash; the same functions for all lines. */
export interface TrashActs {
  onTakeOut(line: EvidenceLine, title: string): void
  onDeleted(title: string): void
}

interface Lying {
  readonly line: EvidenceLine
  readonly title: string
  readonly acts: TrashActs
}

/** Until when a piece in the trash comes back, or what keeps it; and both ways out of there. */
export function TrashState({ line, title, acts }: Lying) {
  const said = useWords().evidence
  const { deletedFrom = 0 } = line
  const holding = line.claims.filter(claim => claim.isHolding).map(claim => claim.title)
  const ends =
    deletedFrom > Date.now() ? said.trash.untilShort({ atMs: deletedFrom }) : said.trash.dueShort
  return (
    <div className={look.inTrash}>
      <span>{holding.length > 0 ? said.trash.heldShort({ claims: holding }) : ends}</span>
      <Button
        kind="small"
        label={said.list.takeOutOf({ title })}
        onPress={() => acts.onTakeOut(line, title)}
      >
        {said.list.takeOut}
      </Button>
      {holding.length > 0 ? null : (
        <DeleteNow line={line} title={title} onDeleted={acts.onDeleted} />
      )}
    </div>
  )
}
