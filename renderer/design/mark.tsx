import * as look from './marks.css.ts'

interface Marking {
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
            <circle cx="9" cy="9" r="7.5" />
            <path d="M5.5 9.2 8 11.7 12.7 6.6" />
          </>
        ) : null}
        {outcome === 'fail' ? (
          <>
            <rect x="1.75" y="1.75" width="14.5" height="14.5" rx="1.5" />
            <path d="M6 6l6 6M12 6l-6 6" />
          </>
        ) : null}
        {outcome === 'unknown' ? (
          <>
            <circle cx="9" cy="9" r="7.5" strokeDasharray="2.4 2.4" />
            <path d="M7 7.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M9 12.6v.1" />
          </>
        ) : null}
      </svg>
      {age === undefined ? null : <small className={look.age}>{age}</small>}
    </span>
  )
}
