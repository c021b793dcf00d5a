import { answerPlace } from '../../core/claim/anchor-place.ts'
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react'
import type { Attempt } from '../../core/claim/record.ts'
import type { Prompt } from '../../core/micro-credential/record.ts'
import { useWords } from '../app/words.tsx'
import { AnchorPin } from '../design/anchor.tsx'
import { Button } from '../design/button.tsx'
import { quiet, small, statement } from '../design/text.css.ts'
import type { EvidenceHandle, Going } from './evidence-handle.ts'
import type { MarkedPlace } from './marked-places.ts'
import { focusedPlace, pointedWords } from './pointing.ts'
import * as look from './review.css.ts'
import { splitText } from './split-text.ts'

interface Answering {
  readonly prompts: readonly Prompt[]
  readonly attempt: Attempt
  readonly places: readonly MarkedPlace[]
  readonly going: Going | undefined
  readonly isLast: boolean
  readonly ref: Ref<EvidenceHandle>
  onPoint(place: string): void
}

/** What a person wrote in one part, question by question. */
export function Answers(props: Answering) {
  const words = useWords().review
  const { prompts, attempt, going } = props
  const root = useRef<HTMLDivElement>(null)
  const only = prompts.length === 1 ? prompts[0] : undefined
  useImperativeHandle(
    props.ref,
    () => ({
      point: () =>
        pointedWords() ??
        focusedPlace() ??
        (only === undefined ? undefined : { place: answerPlace(only.id) }),
      timeMs: () => undefined,
      play: () => undefined,
      back: () => undefined,
    }),
    [only],
  )
  useEffect(() => {
    if (going === undefined) return
    const place = CSS.escape(going.anchor.place)
    root.current?.querySelector(`[data-place="${place}"]`)?.scrollIntoView({ block: 'center' })
  }, [going])

  return (
    <div className={look.pages} ref={root}>
      <article className={look.page}>
        {prompts.map(prompt => (
          <section key={prompt.id} className={look.answered} data-answer>
            <h2 className={statement}>{prompt.text}</h2>
            <TextOfAnswer
              place={answerPlace(prompt.id)}
              text={attempt.answers[prompt.id] ?? ''}
              places={props.places}
            />
            <Button
              kind="small"
              label={`${words.pointHere}: ${prompt.text}`}
              onPress={() => props.onPoint(answerPlace(prompt.id))}
            >
              {words.pointHere}
            </Button>
          </section>
        ))}
        {props.isLast ? <TheirWord attempt={attempt} /> : null}
      </article>
    </div>
  )
}

interface TextShown {
  readonly place: string
  readonly text: string
  readonly places: readonly MarkedPlace[]
}

/** A text with what was pointed at in it. */
export function TextOfAnswer({ place, text, places }: TextShown) {
  const words = useWords().review
  if (text.trim() === '') return <p className={`${small} ${quiet}`}>{words.notAnswered}</p>
  const pointed = places
    .filter(marked => marked.anchor.place === place)
    .map(marked => ({ n: marked.n, quote: marked.anchor.quote ?? '' }))
  return (
    <p className={look.written} data-place={place}>
      {splitText(text, pointed).map(({ text: stretch, n }, at) =>
        n === undefined ? (
          <span key={at}>{stretch}</span>
        ) : (
          <mark key={at}>
            {stretch}
            <span data-pin>
              <AnchorPin n={n} />
            </span>
          </mark>
        ),
      )}
    </p>
  )
}

function TheirWord({ attempt }: { attempt: Attempt }) {
  const words = useWords().review
  const { aiUse } = attempt.attestations
  return (
    <section className={look.answered}>
      <h2 className={statement}>{words.word}</h2>
      <p className={look.written}>
        {aiUse.trim() === '' ? words.aiUseUnsaid : words.aiUse({ said: aiUse })}
      </p>
    </section>
  )
}
