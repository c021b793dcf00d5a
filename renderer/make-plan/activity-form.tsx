import { useRef, useState } from 'react'
import type { Told } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextField } from '../design/field.tsx'
import { useFirstField } from '../design/first-field.ts'
import { useFormKeys } from '../design/form-keys.ts'
import { row } from '../design/text.css.ts'

/** What is to be done, and its day; an empty day is none. */
export interface ActivityAsked {
  readonly title: string
  readonly due: string
}

interface Asking {
  readonly before?: ActivityAsked
  readonly placeholder?: string
  /** The verb of its button. */
  readonly verb: string
  readonly className: string
  readonly busy: boolean
  readonly told: Told | undefined
  /** Told what was written, with a title. Resolves to whether the form begins anew, empty. */
  onKeep(asked: ActivityAsked): Promise<boolean>
  onClose(): void
}

const nothing: ActivityAsked = { title: '', due: '' }

/** The two fields of an activity. */
export function ActivityForm({ before = nothing, onKeep, onClose, busy, told, ...look }: Asking) {
  const words = useWords()
  const said = words.plan.activity
  const [title, setTitle] = useState(before.title)
  const [due, setDue] = useState(before.due)
  const [missing, setMissing] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useFirstField(box)

  const keep = async () => {
    if (busy) return
    const named = title.trim()
    setMissing(named === '')
    if (named === '' || !(await onKeep({ title: named, due }))) return
    setTitle(nothing.title)
    setDue(nothing.due)
    box.current?.querySelector('input')?.focus()
  }
  useFormKeys(box, { submit: () => void keep(), cancel: onClose })
  return (
    <div className={look.className} ref={box}>
      <TextField
        label={said.what}
        value={title}
        {...(look.placeholder === undefined ? {} : { placeholder: look.placeholder })}
        onValue={setTitle}
        onEnter={() => void keep()}
        error={missing && title.trim() === '' ? said.missing : undefined}
      />
      <TextField label={said.due} type="date" value={due} onValue={setDue} />
      <div className={row}>
        <Button busy={busy} onPress={() => void keep()}>
          {look.verb}
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
