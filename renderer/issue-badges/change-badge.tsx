import { useState } from 'react'
import type { Badge } from '../../core/badge/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Pick, TextField } from '../design/field.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { Sheet } from '../design/sheet.tsx'
import { row, small } from '../design/text.css.ts'
import type { BadgeAct } from './badge-acts.ts'
import { badgeActs } from './badge-acts.ts'
import * as look from './issue.css.ts'

interface Changing {
  readonly badge: Row<Badge>
  readonly name: string
  onClose(): void
}

/** Suspends a badge, lifts that, issues it anew, or revokes it for ever: asks why, and says who will be told. */
export function ChangeBadge({ badge, name, onClose }: Changing) {
  const words = useWords().issue
  const { act, told, busy } = useAct()
  const choices = badgeActs(badge.body)
  const [chosen, setChosen] = useState<BadgeAct | undefined>(choices[0])
  const [reason, setReason] = useState('')
  const { title, canBeSuspended, state } = badge.body
  const input = { badge: badge.id, reason }
  const acts: Readonly<Record<BadgeAct, () => ReturnType<typeof act>>> = {
    suspend: () => act('badge.suspend', input),
    resume: () => act('badge.resume', input),
    supersede: () => act('badge.supersede', { badge: badge.id, correction: reason }),
    revoke: () => act('badge.revoke', input),
  }
  const change = async () => {
    if (chosen === undefined) return
    const done = await acts[chosen]()
    if (done !== undefined) onClose()
  }
  usePrimaryKey(busy ? undefined : () => void change())
  if (chosen === undefined) return null
  const said = words.act[chosen]
  const hint = state === 'signed' && canBeSuspended !== true ? words.notSuspendable : undefined
  return (
    <Sheet title={words.changeTitle({ title, name })} open onClose={onClose}>
      <Pick
        legend={words.changeLegend}
        name="act"
        value={chosen}
        options={choices.map(value => ({ value, label: words.act[value].choice }))}
        {...(hint === undefined ? {} : { hint })}
        onValue={value => setChosen(choices.find(one => one === value) ?? chosen)}
      />
      <p>{said.lead}</p>
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        rows={3}
        onValue={setReason}
      />
      <div>
        <h3>{words.told}</h3>
        <ul className={`${look.told} ${small}`}>
          <li>{words.toldHolder({ name })}</li>
          <li>{said.verifiers}</li>
          <li>{words.toldOffice}</li>
        </ul>
      </div>
      {told === undefined ? null : <ErrorNote {...told} />}
      <span className={row}>
        <Button
          kind={chosen === 'revoke' ? 'danger' : 'primary'}
          keys="Ctrl Enter"
          busy={busy}
          onPress={() => void change()}
        >
          {said.do}
        </Button>
        <Button onPress={onClose}>{words.keep}</Button>
      </span>
    </Sheet>
  )
}
