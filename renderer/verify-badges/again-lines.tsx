import type { AgainAsked, BatchSaid, Group } from '../../contract/device/verifying.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { row } from '../design/text.css.ts'

interface Asking {
  readonly batch: BatchSaid
  /** Of the row that is seen. */
  readonly group: Group | undefined
  onAgain(which: AgainAsked): void
}

/** Checks all of one cause again, or the whole list: after newer lists have come, or when a network is there. */
export function AgainLines({ batch, group, onAgain }: Asking) {
  const words = useWords().verify.many
  return (
    <div className={row}>
      {group === undefined || group.count < 2 ? null : (
        <Button kind="small" onPress={() => onAgain({ group: group.id })}>
          {words.againGroup({ n: group.count })}
        </Button>
      )}
      <Button kind="small" onPress={() => onAgain({ all: true })}>
        {words.againAll({ n: batch.counts.all })}
      </Button>
    </div>
  )
}
