import { CheckMark, type Marking } from './mark.tsx'
import * as look from './marks.css.ts'

interface Checked extends Marking {
  readonly id: string
  /** "Signed by the issuer". */
  readonly name: string
  /** Why, in a sentence; beside it how old that knowledge is. */
  readonly why?: string
}

/** The four answers about a badge, each with its mark, its name and its reason. Unknown is an answer. */
export function FourMarks({ marks }: { readonly marks: readonly Checked[] }) {
  return (
    <dl className={look.four}>
      {marks.map(({ id, name, why, ...mark }) => (
        <div key={id} className={look.check}>
          <dt className={look.checkName}>
            <CheckMark outcome={mark.outcome} label={mark.label} />
            <span>
              {name}
              {mark.age === undefined ? null : <small className={look.age}>{mark.age}</small>}
            </span>
          </dt>
          {why === undefined ? null : <dd className={look.checkWhy}>{why}</dd>}
        </div>
      ))}
    </dl>
  )
}
