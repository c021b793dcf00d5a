import { notePrompt } from '../../core/claim/note-prompt.ts'
import type { Draft } from '../../core/claim/record.ts'
import { dayOf } from '../../core/turnaround/working-days.ts'
import { heading } from '../design/text.css.ts'
import { useSession } from '../app/session.tsx'
import { TwoVersions, type Settled } from '../app/two-versions.tsx'
import { useWords } from '../app/words.tsx'
import { Written } from '../app/written.tsx'
import * as look from './claim.css.ts'
import { saveAnswer } from './question.tsx'

interface Noting {
  readonly claim: string
  readonly draft: Pick<Draft, 'note' | 'aside'>
  onSettle(chosen: Settled): void
}

/** What the coach is told of the changes since the last attempt; two versions of it stand here until one is chosen. */
export function NoteToCoach({ claim, draft, onSettle }: Noting) {
  const words = useWords()
  const { calendar } = useSession()
  const aside = draft.aside?.[notePrompt]
  return (
    <section className={look.question} id={`prompt-${notePrompt}`}>
      <h2 className={heading}>{words.claims.noteToReader}</h2>
      {aside === undefined ? null : (
        <TwoVersions stored={draft.note} aside={aside} onSettle={onSettle} />
      )}
      <Written
        name={`claim.${claim}.${notePrompt}`}
        id={`answer-${notePrompt}`}
        stored={draft.note}
        label={words.claims.noteToReader}
        save={(text, base) =>
          saveAnswer(claim, notePrompt, dayOf(Date.now(), calendar), text, base)
        }
      />
    </section>
  )
}
