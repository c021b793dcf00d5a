import { useEffect, useRef } from 'react'
import type { Group, VerifyingRow } from '../../contract/device/verifying.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { useKeptInEntry } from '../design/kept-in-entry.ts'
import { needsLook } from './cause-said.ts'
import { GroupHead } from './group-head.tsx'
import { LedgerRow } from './ledger-row.tsx'
import { columns, fewRows, pageRows } from './ledger-columns.ts'
import { useRowsPage } from './use-batch.ts'
import * as look from './ledger.css.ts'

interface Grouping {
  readonly batch: string
  readonly group: Group
  /** The only one of its section: the section's line says it already. */
  readonly isAlone: boolean
  readonly at: number
  readonly seen: number | undefined
  readonly mayDecide: boolean
  onSee(n: number): void
  onWhy(n: number): void
  onDecide(group: Group): void
  onUndo(group: Group): void
}

/** One cause: what was decided or can be, a few of its rows, and the rest page by page. */
export function GroupRows(props: Grouping) {
  const { batch, group, seen } = props
  const { verify, frame } = useWords()
  const words = verify.many
  /** Where each page begins; empty while only a few are shown. */
  const [starts, setStarts] = useKeptInEntry(`pages ${group.id}`, startsIn, noneOpen)
  const body = useRef<HTMLTableSectionElement>(null)
  const focusAt = useRef<number | undefined>(undefined)
  const isOpen = starts.length > 0
  const limit = isOpen ? pageRows : fewRows
  const { page, isComing } = useRowsPage(batch, group.id, starts.at(-1), limit)
  const rows: readonly VerifyingRow[] = page?.rows ?? []
  const before = Math.max(0, starts.length - 1) * pageRows
  const left = group.count - before - rows.length
  const firstShown = rows[0]?.n

  useEffect(() => {
    const at = focusAt.current
    const buttons = body.current?.querySelectorAll<HTMLElement>('[data-row]')
    if (at === undefined || buttons === undefined) return
    const target = buttons[Math.min(at, buttons.length - 1)]
    if (target === undefined || (at >= fewRows && buttons.length <= fewRows)) return
    focusAt.current = undefined
    target.focus()
  }, [firstShown, rows.length])

  const turn = (next: Starts, focus: number) => {
    focusAt.current = focus
    setStarts(next)
  }
  return (
    <tbody ref={body}>
      <GroupHead {...props} kind={rows[0]?.kind} />
      {rows.map((row, at) => (
        <LedgerRow
          key={row.n}
          row={row}
          isSeen={row.n === seen}
          isStop={row.n === seen || at === 0}
          needsLook={needsLook(group)}
          onSee={props.onSee}
          onWhy={props.onWhy}
        />
      ))}
      {!isOpen && left <= 0 ? null : (
        <tr>
          <td colSpan={columns.length} className={look.moreCell}>
            {isOpen ? (
              <span className={look.pages}>
                {isComing
                  ? frame.loading
                  : words.rows({ from: before + 1, to: before + rows.length, all: group.count })}
                {starts.length > 1 ? (
                  <Button kind="small" onPress={() => turn(starts.slice(0, -1), 0)}>
                    {words.pageBefore}
                  </Button>
                ) : null}
                {page?.next === undefined || left <= 0 || isComing ? null : (
                  <Button kind="small" onPress={() => turn([...starts, page.next], 0)}>
                    {words.nextPage}
                  </Button>
                )}
                <Button kind="small" onPress={() => turn([], 0)}>
                  {words.fewer}
                </Button>
              </span>
            ) : (
              <button
                type="button"
                data-stop
                className={look.more}
                onClick={() => turn([undefined], fewRows)}
              >
                {group.standing === 'holds' ? words.moreHold({ n: left }) : words.more({ n: left })}
              </button>
            )}
          </td>
        </tr>
      )}
    </tbody>
  )
}

type Starts = readonly (string | undefined)[]

const noneOpen: Starts = []

function startsIn(kept: unknown): Starts | undefined {
  if (!Array.isArray(kept)) return undefined
  return kept.map((start: unknown) => (typeof start === 'string' ? start : undefined))
}
