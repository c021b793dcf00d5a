import type { Aside } from '../../core/merge/text.ts'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { quiet, row, small } from '../design/text.css.ts'
import { differingWords, type Run } from './differing-words.ts'
import { versions, versionText } from './shell.css.ts'
import { useWords } from './words.tsx'

/** What a settling command takes. */
export interface Settled {
  readonly text: string
  readonly seen: { readonly stored: string; readonly aside: string }
}

interface Choosing {
  readonly stored: string
  readonly aside: Aside
  /** What stands between the two when both are kept: a paragraph, unless the text is one line. */
  readonly between?: string
  /** The choice, and both versions as they were seen: what arrived meanwhile is then kept. */
  onSettle(chosen: Settled): void
}

/** Two edits of one text, both kept: side by side, the words that differ marked, with three ways to settle it. */
export function TwoVersions({ stored, aside, between, onSettle }: Choosing) {
  const words = useWords()
  const both = differingWords(stored, aside.text)
  const settle = (text: string) => onSettle({ text, seen: { stored, aside: aside.text } })
  return (
    <div className={versions}>
      <ErrorNote kind="ask" said={words.claims.twoVersions} next="">
        <p className={`${small} ${quiet}`}>{words.claims.here}</p>
        <Version runs={both.here} />
        <p className={`${small} ${quiet}`}>
          {words.claims.there({
            when: `${words.say.dayAt(aside.at)}, ${words.say.time(aside.at)}`,
          })}
        </p>
        <Version runs={both.there} />
        <span className={row}>
          <Button kind="small" onPress={() => settle(stored)}>
            {words.claims.keepHere}
          </Button>
          <Button kind="small" onPress={() => settle(aside.text)}>
            {words.claims.keepThere}
          </Button>
          <Button kind="small" onPress={() => settle(`${stored}${between ?? '\n\n'}${aside.text}`)}>
            {words.claims.keepBoth}
          </Button>
        </span>
      </ErrorNote>
    </div>
  )
}

const Version = ({ runs }: { runs: readonly Run[] }) => (
  <p className={versionText}>
    {runs.map((run, n) => (run.differs ? <mark key={n}>{run.text}</mark> : run.text))}
  </p>
)
