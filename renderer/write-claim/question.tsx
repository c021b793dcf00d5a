import { useId } from 'react'
import { countWords } from '../../core/claim/words-count.ts'
import type { Aside } from '../../core/merge/text.ts'
import type { Prompt } from '../../core/micro-credential/record.ts'
import { dayOf } from '../../core/turnaround/working-days.ts'
import { quiet, small, statement } from '../design/text.css.ts'
import { WordGauge } from '../design/word-gauge.tsx'
import { door } from '../door/door.ts'
import { useSession } from '../app/session.tsx'
import { TwoVersions, type Settled } from '../app/two-versions.tsx'
import { useWords } from '../app/words.tsx'
import { Written, type Saved } from '../app/written.tsx'
import * as look from './claim.css.ts'

interface Questioning {
  readonly claim: string
  readonly prompt: Prompt
  readonly said: string
  readonly stored: string
  readonly typed: string | undefined
  readonly aside: Aside | undefined
  onTyped(text: string | undefined): void
  onSettle(chosen: Settled): void
}

/** A prompt, the answer, and the gauge of its words. */
export function Question(props: Questioning) {
  const words = useWords()
  const { calendar } = useSession()
  const gauge = useId()
  const { prompt, claim } = props
  const count = countWords(props.typed ?? props.stored)
  return (
    <section className={look.question} id={`prompt-${prompt.id}`}>
      <p className={`${small} ${quiet}`}>{props.said}</p>
      <h2 className={statement}>{prompt.text}</h2>
      {props.aside === undefined ? null : (
        <TwoVersions
          stored={props.stored}
          aside={props.aside}
          onSettle={chosen => props.onSettle(chosen)}
        />
      )}
      {/* The gauge sticks within the answer's own box: never over the question. */}
      <div>
        <Written
          name={`claim.${claim}.${prompt.id}`}
          id={`answer-${prompt.id}`}
          stored={props.stored}
          label={words.claims.answerLabel({ question: prompt.text })}
          describedBy={gauge}
          onTyped={text => props.onTyped(text)}
          save={(text, base) =>
            saveAnswer(claim, prompt.id, dayOf(Date.now(), calendar), text, base)
          }
        />
        <WordGauge
          id={gauge}
          words={count}
          min={prompt.minWords}
          max={prompt.maxWords}
          said={words.claims.words({ words: count, min: prompt.minWords, max: prompt.maxWords })}
        />
      </div>
    </section>
  )
}

/** Puts one stroke of an answer on disk; the reason where it is not taken. */
export async function saveAnswer(
  claim: string,
  prompt: string,
  on: string,
  text: string,
  base: string,
): Promise<Saved> {
  const answer = await door.command('claim.write', { claim, prompt, on, text, base })
  return answer.status === 'refused' ? answer.refusal : 'kept'
}
