import { useEffect, useRef, useState } from 'react'
import type { EvidenceLine } from '../../contract/device/queries.ts'
import { useAct } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { row } from '../design/text.css.ts'
import * as look from './timeline.css.ts'
import { ToldNote } from './told-note.tsx'

interface Deleting {
  readonly line: EvidenceLine
  /** What it is called on the screen. */
  readonly title: string
  onDeleted(title: string): void
}

/** Deletes a piece in the trash for good. Asked once, in place: there is no way back. */
export function DeleteNow({ line, title, onDeleted }: Deleting) {
  const said = useWords().evidence.trash
  const [isAsked, setAsked] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const leave = () => {
    setAsked(false)
    requestAnimationFrame(() => box.current?.querySelector('button')?.focus())
  }
  if (isAsked) return <Sure line={line} title={title} onDeleted={onDeleted} onLeft={leave} />
  return (
    <div ref={box}>
      <Button kind="small" label={said.deleteOf({ title })} onPress={() => setAsked(true)}>
        {said.delete}
      </Button>
    </div>
  )
}

function Sure({ line, title, onDeleted, onLeft }: Deleting & { onLeft(): void }) {
  const said = useWords().evidence.trash
  const { mode } = useSession()
  const { act, told, busy } = useAct()
  const panel = useRef<HTMLDivElement>(null)
  // What it says is read before anything is pressed.
  useEffect(() => panel.current?.focus(), [])
  const deleteIt = async () => {
    const claims = line.claims.map(claim => claim.id)
    const done = await act('evidence.delete', { evidence: line.row.id, claims })
    if (done !== undefined) onDeleted(title)
  }
  return (
    <div
      className={look.sure}
      role="group"
      aria-label={said.deleteOf({ title })}
      ref={panel}
      tabIndex={-1}
    >
      <p>{mode === 'joined' || mode === 'demo' ? `${said.sure} ${said.sureJoined}` : said.sure}</p>
      <div className={row}>
        <Button kind="small" busy={busy} onPress={() => void deleteIt()}>
          {said.yes}
        </Button>
        <Button kind="small" onPress={onLeft}>
          {said.no}
        </Button>
      </div>
      <ToldNote told={told} />
    </div>
  )
}
