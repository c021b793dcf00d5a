import { useWords } from '../app/words.tsx'
import { Key } from '../design/button.tsx'
import { Check } from '../design/field.tsx'
import * as look from './verify.css.ts'

interface Showing {
  readonly open: number
  readonly isOnlyOpen: boolean
  readonly mayDecide: boolean
  onOnlyOpen(isOnly: boolean): void
}

/** How much is left to look at, the choice to see only that, and the keys that help in the list. */
export function LedgerKeys({ open, isOnlyOpen, mayDecide, onOnlyOpen }: Showing) {
  const words = useWords().verify.many
  return (
    <div className={look.bar}>
      <Check checked={isOnlyOpen} onChecked={onOnlyOpen}>
        {words.onlyOpen}
      </Check>
      <span>{open === 0 ? words.openNone : words.open({ n: open })}</span>
      <span className={look.keys}>
        <span>
          {words.keysNext} <Key>N</Key>
        </span>
        <span>
          {words.keysWhy} <Key>Enter</Key>
        </span>
        {mayDecide ? (
          <span>
            {words.keysSettle} <Key>S</Key>
          </span>
        ) : null}
        <span>
          {words.keysAgain} <Key>R</Key>
        </span>
      </span>
    </div>
  )
}
