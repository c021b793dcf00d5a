import { anchor, anchorGoes, pin } from './anchor.css.ts'

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
    <button type="button" className={anchorGoes} aria-label={label} onClick={() => onPress()}>
      {children}
    </button>
  )
}

/** The anchor's number, at the place that it points to. */
export const AnchorPin = ({ n }: { readonly n: number }) => <span className={pin}>{n}</span>
