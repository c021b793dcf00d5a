import type { Attempt } from '../../core/claim/record.ts'
import type { MicroCredential } from '../../core/micro-credential/record.ts'
import { TextLink } from '../design/link.tsx'
import { heading, mono, quiet, small, voice } from '../design/text.css.ts'
import { useWords } from '../app/words.tsx'
import * as look from './claim.css.ts'

interface Frozen {
  readonly attempt: Attempt
  readonly micro: MicroCredential
}

/** Characters of a fingerprint that people compare. */
const hashCharsShown = 16

/** What was sent, as it was: the answers and pieces of an attempt. */
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
                        <code className={mono}>{item.file.sha256.slice(0, hashCharsShown)}</code>
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
