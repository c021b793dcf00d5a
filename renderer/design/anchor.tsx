import { anchor } from './anchor.css.ts'

interface Anchoring {
  /** "1 · p. 3", "2:14–3:05". */
  readonly children: string
  readonly label?: string
  onPress?(): void
}

/** A place in evidence that someone pointed at: highlighter yellow means this and nothing else. */
export function AnchorMark({ children, label, onPress }: Anchoring) {
  if (onPress === undefined) return <span className={anchor}>{children}</span>
  return (
    <button type="button" className={anchor} aria-label={label} onClick={() => onPress()}>
      {children}
    </button>
  )
}
