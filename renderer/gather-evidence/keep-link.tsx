import { useRef, useState } from 'react'
import { dayOf } from '../../core/turnaround/working-days.ts'
import { useAct } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { useFirstField } from '../design/first-field.ts'
import * as look from './add.css.ts'
import { queue } from './keep-one.ts'
import { linkFrom } from './link-from.ts'
import { hostOf } from './piece-name.ts'
import { putInSlot } from './put-in-slot.ts'
import type { SlotPlace } from './slot-place.ts'
import { ToldNote } from './told-note.tsx'

interface Keeping {
  readonly slot: SlotPlace | undefined
  onKept(evidence: string): void
}

/** Keeps the address of something on the web; what is wrong with it is said beside it. */
export function KeepLink({ slot, onKept }: Keeping) {
  const words = useWords()
  const said = words.evidence.add
  const { calendar } = useSession()
  const { act, attempt, told, busy } = useAct()
  const [typed, setTyped] = useState('')
  const form = useRef<HTMLDivElement>(null)
  const [wrong, setWrong] = useState<string>()

  useFirstField(form)

  const keep = async () => {
    if (busy) return
    const read = linkFrom(typed)
    if ('wrong' in read) {
      setWrong(said.linkWrong[read.wrong])
      return
    }
    const title = hostOf(read.link)
    const answer = await act('evidence.keep', {
      kind: 'link',
      title,
      note: '',
      link: read.link,
      happenedOn: dayOf(Date.now(), calendar),
      shown: 'unsure',
      goals: [],
    })
    const evidence = answer?.made['evidence']
    if (evidence === undefined) return
    const filled = await attempt(() => putInSlot(evidence, slot))
    queue.note(title, { at: 'kept', evidence, ...filled }, slot)
    onKept(evidence)
  }
  return (
    <div ref={form} className={look.writing}>
      <TextField
        label={said.linkLabel}
        hint={said.linkHint}
        error={wrong}
        type="url"
        value={typed}
        onValue={text => {
          setTyped(text)
          setWrong(undefined)
        }}
        onEnter={() => void keep()}
      />
      <span>
        <Button busy={busy} onPress={() => void keep()}>
          {said.linkKeep}
        </Button>
      </span>
      <ToldNote told={told} />
    </div>
  )
}
