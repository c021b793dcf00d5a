import type { Group } from '../../contract/device/verifying.ts'
import { whoseSaid } from '../../words/whose-said.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { causeSaid, detailSaid } from './cause-said.ts'
import { columns } from './ledger-columns.ts'
import { decidedSaid } from './decided-said.ts'
import * as look from './ledger.css.ts'

interface Heading {
  readonly group: Group
  readonly isAlone: boolean
  readonly at: number
  /** Of its rows: what they are, where they are no badges. */
  readonly kind: string | undefined
  readonly mayDecide: boolean
  onDecide(group: Group): void
  onUndo(group: Group): void
}

/** The cause, whose, how many; and its one decision: to be made, or made by whom and until when. */
export function GroupHead({ group, isAlone, at, kind, mayDecide, onDecide, onUndo }: Heading) {
  const words = useWords()
  const { many } = words.verify
  const { count, decided, cause, standing } = group
  const said = causeSaid(words, group, kind)
  if (standing === 'holds' || (isAlone && cause === undefined)) return null
  return (
    <tr>
      <th className={look.cause} colSpan={columns.length} scope="rowgroup">
        <div className={look.causeLine}>
          <span>
            {many.cause({ cause: said, n: count })}
            <span className={look.detail}>{detailSaid(words, group, at)}</span>
          </span>
          {decided === undefined ? null : (
            <span className={look.settled}>
              {decidedSaid(words, decided)}
              {mayDecide ? (
                <Button
                  kind="small"
                  label={many.undoLabel({ cause: said })}
                  onPress={() => onUndo(group)}
                >
                  {many.undo}
                </Button>
              ) : null}
            </span>
          )}
          {cause === undefined || decided !== undefined || !mayDecide ? null : (
            <Button
              kind="small"
              label={many.decideLabel({
                cause: said,
                issuer: whoseSaid(many, group.issuer),
                n: count,
              })}
              onPress={() => onDecide(group)}
            >
              {many.decide({ n: count })}
            </Button>
          )}
        </div>
      </th>
    </tr>
  )
}
