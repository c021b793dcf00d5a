import type { ReactNode } from 'react'
import * as look from './problem.css.ts'

interface Problems {
  readonly severity: 'fix' | 'look'
  readonly what: string
  readonly where: string
  /** Short, at the right: "W1". */
  readonly mark: string
  readonly children?: ReactNode
}

/** A thing to mend: what, where, and its verb. Filled square to fix, hollow worth a look. */
export function Problem(props: Problems) {
  return (
    <li className={props.severity === 'fix' ? look.toFix : look.problem} data-problem tabIndex={-1}>
      <code className={look.code}>{props.mark}</code>
      <strong>{props.what}</strong>
      {props.where}
      {props.children === undefined ? null : <div className={look.act}>{props.children}</div>}
    </li>
  )
}

/** A heading over problems of one kind. */
export const ProblemGroup = ({ children }: { children: string }) => (
  <h3 className={look.groupTitle}>{children}</h3>
)
