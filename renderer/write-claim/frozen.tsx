import type { Attempt, Item } from '../../core/claim/record.ts'
import type { MicroCredential } from '../../core/micro-credential/record.ts'
import { TextLink } from '../design/link.tsx'
import { heading, mono, quiet, small, voice } from '../design/text.css.ts'
import { shortFingerprint } from '../design/short-fingerprint.ts'
import { useWords } from '../app/words.tsx'
import * as look from './claim.css.ts'

/** As much of an attempt as its person reads again. */
export interface Handed {
  readonly answers: Attempt['answers']
  readonly items: readonly Pick<Item, 'slot' | 'evidence' | 'title' | 'note' | 'file'>[]
}

interface Frozen {
  readonly attempt: Handed
  readonly micro: MicroCredential
}

/** What was sent, as it was: the answers and pieces of an attempt; or of a draft that is not written any more. */
export function FrozenAttempt({ attempt, micro }: Frozen) {
  const words = useWords()
  return (
    <>
      {micro.parts.map((part, n) => {
        const items = attempt.items.filter(item => part.slots.some(slot => slot.id === item.slot))
        return (
          <section key={part.id} className={look.question}>
            <h2 className={heading}>{words.claims.part({ n: n + 1, title: part.title })}</h2>
            {part.prompts.map(prompt => (
              <div key={prompt.id} className={look.sentAnswer}>
                <p className={quiet}>{prompt.text}</p>
                <p className={`${voice} ${look.sentText}`}>{attempt.answers[prompt.id]}</p>
              </div>
            ))}
            {items.length === 0 ? null : (
              <ul className={look.files}>
                {items.map(item => (
                  <li key={`${item.slot} ${item.evidence}`} className={look.sentFile}>
                    <div>
                      <TextLink to={`/evidence/${item.evidence}`}>{item.title}</TextLink>
                      <p className={`${small} ${quiet}`}>{item.note}</p>
                    </div>
                    {item.file === undefined ? null : (
                      <span className={`${small} ${quiet}`}>
                        {words.evidence.piece.fingerprint}{' '}
                        <code className={mono}>{shortFingerprint(item.file.sha256)}</code>
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </section>
        )
      })}
    </>
  )
}
