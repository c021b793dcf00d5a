import type { ReactNode } from 'react'
import * as look from './slip.css.ts'
import { voiceSmall } from './text.css.ts'

interface Slipping {
  readonly title: ReactNode
  /** What was shown, in a sentence. */
  readonly shown: string
  readonly facts: readonly string[]
  readonly children?: ReactNode
}

/** A badge as a slip of paper: title, what was shown, issuer, dates. No shield, no shine. */
export function Slip({ title, shown, facts, children }: Slipping) {
  return (
    <article className={look.slip}>
      <h2 className={look.title}>{title}</h2>
      <p className={voiceSmall}>{shown}</p>
      <p className={look.dates}>
        {facts.map(fact => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {children}
    </article>
  )
}
