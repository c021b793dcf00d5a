import { useWords } from '../app/words.tsx'
import { heading, quiet } from '../design/text.css.ts'
import { FrozenAttempt, type Handed } from './frozen.tsx'
import type { OpenClaim } from './use-claim.ts'

/** A claim that was withdrawn, to be read: what was written in it last, and what was sent where that is something else. */
export function KeptDraft({ open }: { open: OpenClaim }) {
  const words = useWords().claims.withdrawn
  const micro = open.micro.body
  const sent = open.claim.body.attempts.at(-1)
  const written = writtenIn(open)
  if (sent !== undefined && isSame(written, sent))
    return <FrozenAttempt attempt={sent} micro={micro} />
  const isBlank = written.items.length === 0 && Object.keys(written.answers).length === 0
  return (
    <>
      {isBlank ? (
        sent === undefined ? (
          <p className={quiet}>{words.none}</p>
        ) : null
      ) : (
        <>
          {sent === undefined ? null : <h2 className={heading}>{words.wrote}</h2>}
          <FrozenAttempt attempt={written} micro={micro} />
        </>
      )}
      {sent === undefined ? null : (
        <>
          <h2 className={heading}>{words.sent}</h2>
          <FrozenAttempt attempt={sent} micro={micro} />
        </>
      )}
    </>
  )
}

/** The draft, as if it were handed over. */
function writtenIn({ draft, micro, piecesIn }: OpenClaim): Handed {
  const { answers, aside } = draft.body
  const prompts = micro.body.parts.flatMap(part => part.prompts.map(prompt => prompt.id))
  const texts = prompts.map(prompt => {
    const all = [answers[prompt] ?? '', aside?.[prompt]?.text ?? '']
    return [prompt, all.filter(text => text.trim() !== '').join('\n\n')] as const
  })
  const slots = micro.body.parts.flatMap(part => part.slots.map(slot => slot.id))
  return {
    answers: Object.fromEntries(texts.filter(([, text]) => text !== '')),
    items: slots.flatMap(slot =>
      piecesIn(slot).map(({ id, body: { title, note, file } }) => ({
        ...{ slot, evidence: id, title, note },
        ...(file === undefined ? {} : { file }),
      })),
    ),
  }
}

const isSame = (written: Handed, sent: Handed): boolean =>
  Object.entries(written.answers).every(([prompt, text]) => sent.answers[prompt] === text) &&
  written.items.every(({ slot, evidence }) =>
    sent.items.some(item => item.slot === slot && item.evidence === evidence),
  )
