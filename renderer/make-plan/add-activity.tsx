import { useEffect, useRef, useState } from 'react'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextField } from '../design/field.tsx'
import { row, stack } from '../design/text.css.ts'

/** A thing to do, and its day when it has one. Stays open, so that three may be added in a row. */
export function AddActivity({ goal, onClose }: { goal: string; onClose(): void }) {
  const words = useWords()
  const said = words.plan.activity
  const { act, told, busy } = useAct()
  const [title, setTitle] = useState('')
  const [due, setDue] = useState('')
  const [missing, setMissing] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('input')?.focus(), [])

  const add = async () => {
    if (busy) return
    setMissing(title.trim() === '')
    if (title.trim() === '') return
    const answer = await act('activity.add', {
      goal,
      title: title.trim(),
      ...(due === '' ? {} : { due }),
    })
    if (answer === undefined) return
    setTitle('')
    setDue('')
    box.current?.querySelector('input')?.focus()
  }
  return (
    <div className={stack} ref={box}>
      <TextField
        label={said.what}
        value={title}
        placeholder={said.placeholder}
        onValue={setTitle}
        onEnter={() => void add()}
        error={missing && title.trim() === '' ? said.missing : undefined}
      />
      <TextField label={said.due} type="date" value={due} onValue={setDue} />
      <div className={row}>
        <Button busy={busy} onPress={() => void add()}>
          {said.keep}
        </Button>
        <Button kind="bare" onPress={onClose}>
          {words.plan.add.cancel}
        </Button>
      </div>
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </div>
  )
}
