import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { Problem } from '../design/problem.tsx'
import type { Lack } from './left-to-do.ts'
import * as look from './review.css.ts'

const marks = { level: 'L', comment: 'N', anchor: 'A' } as const

/** What is left before a reading can be finished: each with its place and a way there. */
export function LeftList({ left, onGo }: { left: readonly Lack[]; onGo(n: number): void }) {
  const words = useWords().review
  if (left.length === 0) return null
  return (
    <section className={look.left} role="alert">
      <h2>{words.left({ n: left.length })}</h2>
      <ul>
        {left.map(lack => (
          <Problem
            key={`${lack.criterion} ${lack.lacks}`}
            severity="fix"
            what={words.lacks[lack.lacks]}
            where={words.lacksAt({ n: lack.n, text: lack.text })}
            mark={`${marks[lack.lacks]}${lack.n}`}
          >
            <Button
              kind="small"
              label={`${words.goThere}: ${words.lacksAt({ n: lack.n, text: lack.text })}`}
              onPress={() => onGo(lack.n)}
            >
              {words.goThere}
            </Button>
          </Problem>
        ))}
      </ul>
    </section>
  )
}
