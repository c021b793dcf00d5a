import { filledKey } from '../../core/claim/filled.ts'
import { notePrompt } from '../../core/claim/note-prompt.ts'
import { ErrorNote } from '../design/error-note.tsx'
import { heading } from '../design/text.css.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import * as look from './claim.css.ts'
import { NoteToCoach } from './note-to-coach.tsx'
import { Outline } from './outline.tsx'
import { Question } from './question.tsx'
import { SlotOfClaim } from './slot.tsx'
import { useCurrentPart } from './use-current-part.ts'
import { YourWord } from './your-word.tsx'
import type { OpenClaim } from './use-claim.ts'

/** The sheet of a claim: the outline, and every part with its questions and slots. */
export function ClaimBody({ open }: { open: OpenClaim }) {
  const words = useWords()
  const { act, told } = useAct()
  const { parts } = open.micro.body
  const current = useCurrentPart(parts.map(part => part.id))
  const claim = open.claim.id
  const draft = open.draft.body
  // Before the first attempt there is nothing to tell, unless something was told already.
  const hasNote =
    open.claim.body.attempts.length > 0 ||
    draft.note !== '' ||
    draft.aside?.[notePrompt] !== undefined
  return (
    <div className={look.page}>
      <Outline
        parts={parts}
        open={open.open}
        problems={[...open.findings, ...open.problems]}
        current={current}
      />
      <div>
        {told === undefined ? null : <ErrorNote {...told} />}
        {parts.map((part, at) => (
          <div key={part.id} id={`part-${part.id}`} data-part={part.id}>
            {open.open.has(part.id) ? (
              <>
                {part.prompts.map((prompt, n) => (
                  <Question
                    key={prompt.id}
                    claim={claim}
                    prompt={prompt}
                    said={words.claims.question({
                      part: at + 1,
                      n: n + 1,
                      of: part.prompts.length,
                    })}
                    stored={draft.answers[prompt.id] ?? ''}
                    typed={open.typedOf(prompt.id)}
                    aside={draft.aside?.[prompt.id]}
                    onTyped={text => open.type(prompt.id, text)}
                    onSettle={chosen =>
                      void act('claim.settle', { claim, prompt: prompt.id, ...chosen })
                    }
                  />
                ))}
                {part.slots.map(slot => (
                  <SlotOfClaim
                    key={slot.id}
                    claim={claim}
                    slot={slot}
                    said={words.claims.slotOf({ part: at + 1 })}
                    pieces={open.piecesIn(slot.id)}
                    places={open
                      .piecesIn(slot.id)
                      .map(piece => draft.filled[filledKey(slot.id, piece.id)] ?? 0)}
                    onFill={(evidence, place) =>
                      void act('claim.fill', { claim, slot: slot.id, evidence, place })
                    }
                  />
                ))}
              </>
            ) : (
              <section className={look.question}>
                <h2 className={heading}>{words.claims.part({ n: at + 1, title: part.title })}</h2>
                <p className={look.stands}>{words.claims.stands}</p>
              </section>
            )}
          </div>
        ))}
        {hasNote ? (
          <NoteToCoach
            claim={claim}
            draft={draft}
            onSettle={chosen => void act('claim.settle', { claim, prompt: notePrompt, ...chosen })}
          />
        ) : null}
        <YourWord
          claim={claim}
          given={draft.attestations}
          onGive={set => void act('claim.attest', { claim, set })}
        />
      </div>
    </div>
  )
}
