import type { Aside } from '../../core/merge/text.ts'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { row, voiceSmall } from '../design/text.css.ts'
import { useWords } from './words.tsx'

interface Choosing {
  readonly stored: string
  readonly aside: Aside
  onSettle(text: string): void
}

/** Two edits of one text, both kept: side by side, with three ways to settle it. */
export function TwoVersions({ stored, aside, onSettle }: Choosing) {
  const words = useWords()
  return (
    <ErrorNote kind="ask" said={words.claims.twoVersions} next="">
      <h4>{words.claims.here}</h4>
      <p className={voiceSmall}>{stored}</p>
      <h4>
        {words.claims.there({ when: `${words.say.dayAt(aside.at)}, ${words.say.time(aside.at)}` })}
      </h4>
      <p className={voiceSmall}>{aside.text}</p>
      <span className={row}>
        <Button kind="small" onPress={() => onSettle(stored)}>
          {words.claims.keepHere}
        </Button>
        <Button kind="small" onPress={() => onSettle(aside.text)}>
          {words.claims.keepThere}
        </Button>
        <Button kind="small" onPress={() => onSettle(`${stored}\n\n${aside.text}`)}>
          {words.claims.keepBoth}
        </Button>
      </span>
    </ErrorNote>
  )
}
