import type { Attestations } from '../../core/claim/record.ts'
import { useWords } from '../app/words.tsx'
import { heading, voice } from '../design/text.css.ts'
import * as look from './read-claim.css.ts'

const given = ['ready', 'release', 'ownWork'] as const

/** What the person gave their word on when they sent it, in the words they gave it on. */
export function TheirWord({ given: word }: { given: Attestations }) {
  const words = useWords()
  const { attest } = words.claims
  return (
    <section className={look.part}>
      <h2 className={heading}>{words.review.word}</h2>
      <ul className={look.told}>
        {given
          .filter(what => word[what])
          .map(what => (
            <li key={what} className={voice}>
              {attest[what]}
            </li>
          ))}
        <li className={look.written}>
          {word.aiUse.trim() === ''
            ? words.review.aiUseUnsaid
            : words.review.aiUse({ said: word.aiUse })}
        </li>
      </ul>
    </section>
  )
}
