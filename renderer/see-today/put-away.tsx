import { useState } from 'react'
import { countWords } from '../../core/claim/words-count.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { Sheet } from '../design/sheet.tsx'
import { quiet, row, voiceSmall } from '../design/text.css.ts'

interface Asking {
  /** What goes away for good, each text by itself. */
  readonly typed: readonly string[]
  readonly busy: boolean
  onPutAway(): void
  onClose(): void
}

/** Asks once before words that are nowhere else go, says how many, and copies them. */
export function PutAway({ typed, busy, onPutAway, onClose }: Asking) {
  const words = useWords()
  const said = words.today.putAwaySheet
  const [copied, setCopied] = useState<'yes' | 'no'>()
  const all = typed.join('\n\n')
  const copy = () =>
    navigator.clipboard.writeText(all).then(
      () => setCopied('yes'),
      // Some browsers never allow it; the words can still be marked by hand.
      () => setCopied('no'),
    )
  return (
    <Sheet title={said.title({ n: countWords(all) })} open onClose={onClose}>
      <p className={quiet}>{said.why}</p>
      {typed.map((text, n) => (
        <blockquote key={n} className={voiceSmall}>
          {text}
        </blockquote>
      ))}
      <span className={row}>
        <Button onPress={() => void copy()}>{said.copy}</Button>
        <Button kind="danger" busy={busy} onPress={onPutAway}>
          {said.go}
        </Button>
        <Button kind="bare" onPress={onClose}>
          {said.keep}
        </Button>
        <span role="status">
          {copied === 'yes' ? said.copied : copied === 'no' ? said.copyFailed : null}
        </span>
      </span>
    </Sheet>
  )
}
