import type { VerifyingRow } from '../../contract/device/verifying.ts'
import { useWords } from '../app/words.tsx'
import { CheckMark } from '../design/mark.tsx'
import { rowReason } from './cause-said.ts'
import { idShown } from './id-shown.ts'
import { IssuerCell } from './issuer-cell.tsx'
import { marksSaid } from './mark-said.ts'
import { marksInOrder } from './mark-name.ts'
import * as look from './ledger.css.ts'

interface Lining {
  readonly row: VerifyingRow
  readonly isSeen: boolean
  /** Tab stops here: at the row that is seen, and at the first of each group. */
  readonly isStop: boolean
  readonly needsLook: boolean
  onSee(n: number): void
  onWhy(n: number): void
}

/** One input: whose, what, by whom, four marks with their age, and why. */
export function LedgerRow({ row, isSeen, isStop, needsLook, onSee, onWhy }: Lining) {
  const words = useWords()
  const { many } = words.verify
  const { n, name, person, badge, issuer, marks } = row
  const shown = name === '' ? many.pastedName : name
  const isRead = row.standing !== 'unread' && marks !== undefined
  // Anything else has a file's name alone, which wants the room of both.
  const isBadge = isRead && row.standing !== 'apart' && row.kind !== 'none'
  const who = idShown(person ?? words.verify.nameless)
  return (
    <tr className={isSeen ? look.chosen : undefined}>
      <td colSpan={isBadge ? 1 : 2}>
        <button
          type="button"
          data-row={n}
          data-look={needsLook || undefined}
          className={look.open}
          aria-pressed={isSeen}
          tabIndex={isStop ? 0 : -1}
          onFocus={() => onSee(n)}
          onClick={() => onWhy(n)}
        >
          <span className={look.few}>{isBadge ? who : shown}</span>
          {/* Nobody by name: the file tells one from the other. */}
          {isBadge && who !== person ? (
            <span className={look.under}> {shown.slice(shown.lastIndexOf('/') + 1)}</span>
          ) : null}
        </button>
      </td>
      {isBadge ? (
        <td>
          <span className={look.few}>{badge ?? ''}</span>
        </td>
      ) : null}
      <td className={look.issuerCell}>
        <IssuerCell issuer={issuer} />
      </td>
      {isRead
        ? marksSaid(words, { marks }).map(({ id, outcome, label }) => {
            const { ageMs } = marks[id]
            return (
              <td key={id} className={look.markCell}>
                <CheckMark
                  outcome={outcome}
                  label={label}
                  age={ageMs === undefined ? undefined : many.ageShort({ ageMs })}
                />
              </td>
            )
          })
        : null}
      <td className={look.reason} colSpan={isRead ? 1 : 1 + marksInOrder.length}>
        {rowReason(words, row)}
      </td>
    </tr>
  )
}
