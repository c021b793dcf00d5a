import type { Told } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { row } from '../design/text.css.ts'

/** Why a file is not in sight. */
export type WhyUnseen =
  | { readonly why: 'gone' | 'damaged' | 'unknown' | 'nothing' }
  | { readonly why: 'refused'; readonly told: Told }

interface Missing {
  readonly unseen: WhyUnseen
  readonly title: string
  /** Saves its bytes; `undefined` where they are not to be had. */
  readonly onSave: (() => void) | undefined
  onAgain(): void
}

/** A file that can't be shown: why, and what one can do. */
export function Unseen({ unseen, title, onSave, onAgain }: Missing) {
  const words = useWords()
  const said =
    unseen.why === 'refused'
      ? unseen.told
      : { said: words.see.why[unseen.why]({ title }), next: words.see.next[unseen.why] }
  // A kind that has no picture is no trouble: there is nothing to report.
  const code =
    unseen.why === 'refused' ? unseen.told.code : unseen.why === 'nothing' ? undefined : unseen.why
  return (
    <ErrorNote
      said={said.said}
      next={said.next}
      code={code === undefined ? undefined : words.frame.code({ code })}
      kind={unseen.why === 'nothing' ? 'ask' : 'error'}
    >
      <span className={row}>
        {unseen.why === 'nothing' ? null : (
          <Button kind="small" onPress={onAgain}>
            {words.frame.tryAgain}
          </Button>
        )}
        {onSave === undefined || unseen.why === 'gone' ? null : (
          <Button kind="small" onPress={onSave}>
            {words.see.save}
          </Button>
        )}
      </span>
    </ErrorNote>
  )
}
