import { useState } from 'react'
import type { Chain as Links, LinkState } from '../../core/badge/chain.ts'
import type { Verified } from '../../contract/device/door.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { CheckMark, type Marking } from '../design/mark.tsx'
import { heading, quiet, small } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import * as look from './badges.css.ts'

interface Showing {
  readonly badge: string
  readonly links: Links
  /** What the verifier on this computer says of the badge itself; `undefined` while it is asked. */
  readonly verified: Verified | undefined
}

const outcomeOf: Readonly<Record<LinkState, Marking['outcome']>> = {
  holds: 'pass',
  fails: 'fail',
  elsewhere: 'unknown',
}

/** From the badge to the files, link by link: whether each was checked on this computer, and what came of it. */
export function Chain({ badge, links, verified }: Showing) {
  const words = useWords().badges.chain
  const { attempt, told, busy } = useAct()
  const [read, setRead] = useState<{ readonly here: number; readonly damaged: number }>()
  const { all, here } = links.files
  const readFiles = async () => setRead(await attempt(() => door.query('badge.files', { badge })))
  const files: LinkState =
    read === undefined || all === 0
      ? 'elsewhere'
      : read.damaged > 0
        ? 'fails'
        : read.here === all
          ? 'holds'
          : 'elsewhere'
  const signature: LinkState =
    verified === undefined || verified.marks.signature.outcome === 'unknown'
      ? 'elsewhere'
      : verified.marks.signature.outcome === 'pass'
        ? 'holds'
        : 'fails'
  const shown = [
    { ...words.signed, state: signature, said: words.signed[signature] },
    { ...words.named, state: links.named, said: words.named[links.named] },
    { ...words.decided, state: links.decided, said: words.decided[links.decided] },
    { ...words.handedOver, state: links.handedOver, said: words.handedOver[links.handedOver] },
    {
      ...words.files,
      state: files,
      said:
        read === undefined
          ? words.files.counted({ all, here })
          : words.files.read({ all, ...read }),
    },
  ]
  return (
    <section className={look.section}>
      <h2 className={heading}>{words.title}</h2>
      <p className={`${small} ${quiet}`}>{words.lead}</p>
      <ol>
        {shown.map(({ name, state, said }) => (
          <li key={name} className={look.link}>
            <CheckMark outcome={outcomeOf[state]} label={words.state[state]} />
            <div>
              <strong>{name}</strong>
              <p className={small}>{said}</p>
            </div>
          </li>
        ))}
      </ol>
      {here === 0 ? null : (
        <Button kind="small" busy={busy} onPress={() => void readFiles()}>
          {words.files.compare}
        </Button>
      )}
      {told === undefined ? null : <ErrorNote {...told} />}
    </section>
  )
}
