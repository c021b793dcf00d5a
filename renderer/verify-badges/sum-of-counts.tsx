import type { Counts } from '../../contract/device/verifying.ts'
import { useWords } from '../app/words.tsx'
import { lead } from '../design/text.css.ts'
import { asRead, beginSaid, partsSaid } from './sum-said.ts'
import * as look from './verify.css.ts'

/** The sentence, and under it the share of each. */
export function Sum({ counts, tookMs }: { counts: Counts; tookMs: number }) {
  const words = useWords()
  const parts = partsSaid(words, counts)
  return (
    <>
      <p className={`${lead} ${look.sum}`}>
        {beginSaid(words, counts, tookMs)}:{' '}
        {parts.map((part, at) => (
          <span key={part}>
            {at === 0 ? '' : ', '}
            <b>{part}</b>
          </span>
        ))}
        .
      </p>
      <div className={look.share} role="img" aria-label={parts.join(', ')}>
        {asRead.map(standing =>
          counts[standing] === 0 ? null : (
            <i
              key={standing}
              className={look.parts[standing]}
              style={{ flexGrow: counts[standing] }}
            />
          ),
        )}
      </div>
    </>
  )
}
