import type { ReactNode } from 'react'
import type { Going } from '../../contract/device/session.ts'
import { useAct } from '../app/act.ts'
import { GoesIn } from '../app/goes-in.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { measure, quiet, row, small, voiceSmall } from '../design/text.css.ts'
import * as look from './yes-line.css.ts'

type Act = ReturnType<typeof useAct>['act']

/** A yes as its noun says it. */
interface Yes {
  /** `danger`: what it does can't be undone. */
  readonly kind: 'primary' | 'danger'
  readonly said: string
  does(act: Act): void
}

interface Showing {
  /** What would be done. */
  readonly what: string
  /** Why, in the words of who asked. */
  readonly reason?: string
  /** How it stands, in a sentence (`standSaid`). */
  readonly stand: string
  /** Where a section stands above it, a heading of the third level. */
  readonly level?: 2 | 3
  readonly isMine: boolean
  /** What one may do about it now: nothing where both are absent. */
  readonly yes?: Yes | undefined
  readonly no?: ((act: Act) => void) | undefined
  /** Said beside the buttons. */
  readonly note?: string | undefined
  /** The yes is held on this computer for a moment. */
  readonly going?: Going | undefined
  /** What it is about, in full. */
  readonly children?: ReactNode
}

/** One thing that takes two people: what, why, how it stands, and what anybody here can do about it now. */
export function YesLine(showing: Showing) {
  const { what, reason, stand, level = 3, isMine, yes, no, note, going, children } = showing
  const words = useWords().secondYes
  const { act, told, busy } = useAct()
  const Heading = level === 2 ? 'h2' : 'h3'
  const noSaid = isMine ? words.back : words.decline
  const beside = note ?? (isMine && no !== undefined ? words.mine : undefined)
  return (
    <li>
      <div className={look.line}>
        <Heading className={look.title}>{what}</Heading>
        {reason === undefined ? null : <p className={`${voiceSmall} ${measure}`}>{reason}</p>}
        <p className={`${small} ${quiet} ${measure}`}>{stand}</p>
        {children}
        {yes === undefined && no === undefined ? null : (
          <span className={row}>
            {yes === undefined ? null : (
              <Button
                kind={yes.kind}
                busy={busy}
                label={words.label({ does: yes.said, what })}
                onPress={() => yes.does(act)}
              >
                {yes.said}
              </Button>
            )}
            {no === undefined ? null : (
              <Button
                kind="small"
                label={words.label({ does: noSaid, what })}
                onPress={() => no(act)}
              >
                {noSaid}
              </Button>
            )}
            {beside === undefined ? null : <span className={`${small} ${quiet}`}>{beside}</span>}
          </span>
        )}
        {going === undefined ? null : <GoesIn going={going} />}
        {told === undefined ? null : <ErrorNote {...told} />}
      </div>
    </li>
  )
}
