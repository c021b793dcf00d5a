import type { Attempt } from '../../core/claim/record.ts'
import type { MicroCredential } from '../../core/micro-credential/record.ts'
import { heading, mono, quiet, ruled, small, voice } from '../design/text.css.ts'
import { useWords } from '../app/words.tsx'
import * as look from './claim.css.ts'

interface Frozen {
  readonly attempt: Attempt
  readonly micro: MicroCredential
}

/** What was sent, as it was: the answers and pieces of an attempt. */
export function FrozenAttempt({ attempt, micro }: Frozen) {
  const words = useWords()
  return (
    <>
      {micro.parts.map((part, n) => (
        <section key={part.id} className={look.question}>
          <h2 className={heading}>{words.claims.part({ n: n + 1, title: part.title })}</h2>
          {part.prompts.map(prompt => (
            <div key={prompt.id}>
              <p className={quiet}>{prompt.text}</p>
              <p className={voice}>{attempt.answers[prompt.id]}</p>
            </div>
          ))}
          <ul className={ruled}>
            {attempt.items
              .filter(item => part.slots.some(slot => slot.id === item.slot))
              .map(item => (
                <li key={`${item.slot} ${item.evidence}`}>
                  <strong>{item.title}</strong>
                  <p className={`${small} ${quiet}`}>{item.note}</p>
                  {item.file === undefined ? null : (
                    <code className={mono}>{item.file.sha256}</code>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
