import * as look from './marks.css.ts'

export interface Marking {
  readonly outcome: 'pass' | 'fail' | 'unknown'
  /** "Signed: holds" for those who hear it; the shape says it to those who see it. */
  readonly label: string
  /** How old the knowledge is, in a few words. */
  readonly age?: string | undefined
}

/** Disc with a tick, square with a cross, dashed ring with a question: shape before colour. */
export function CheckMark({ outcome, label, age }: Marking) {
  return (
    <span className={look.together}>
      <svg
        className={look.mark[outcome]}
        width="18"
        height="18"
        viewBox="0 0 18 18"
        role="img"
        aria-label={label}
      >
        {outcome === 'pass' ? (
          <>
            <circle className={look.solid} cx="9" cy="9" r="8" />
            <path className={look.cut} d="m5.5 9.2 2.4 2.4 4.6-5" />
          </>
        ) : null}
        {outcome === 'fail' ? (
          <>
            <rect className={look.solid} x="1.5" y="1.5" width="15" height="15" rx="2" />
            <path className={look.cut} d="m6 6 6 6m0-6-6 6" />
          </>
        ) : null}
        {outcome === 'unknown' ? (
          <>
            <circle cx="9" cy="9" r="7.2" strokeDasharray="3 2.65" />
            <path d="M7.3 7.2c.2-2 3.6-1.9 3.5.1 0 1.3-1.7 1.3-1.7 2.8M9.1 12.4v.1" />
          </>
        ) : null}
      </svg>
      {age === undefined ? null : <small className={look.age}>{age}</small>}
    </span>
  )
}
