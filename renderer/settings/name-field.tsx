import { useEffect, useRef, useState } from 'react'
import { useAct } from '../app/act.ts'
import { undos } from '../app/undo.ts'
import { useWords } from '../app/words.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextField } from '../design/field.tsx'
import { useFormKeys } from '../design/form-keys.ts'

interface Naming {
  readonly label: string
  readonly hint?: string
  /** What to say while nothing is written. */
  readonly missing: string
  /** The name as it is; empty where none is known. */
  readonly kept: string
  readonly charsMax: number
  readonly autoComplete?: string
  /** Keeps a name, also the one before when the change is undone. */
  save(name: string): Promise<void>
  /** It was left, and what was written is kept. */
  onLeft?(): void
}

/** A name, kept as one leaves the field, with its way back at the foot; Escape leaves it as it was. */
export function NameField(props: Naming) {
  const words = useWords()
  const { kept } = props
  const { attempt, told } = useAct()
  const [typed, setTyped] = useState<string>()
  const [isMissing, setMissing] = useState(false)
  const isGoing = useRef(false)
  const isDropped = useRef(false)
  const box = useRef<HTMLDivElement>(null)

  const leave = async () => {
    if (isDropped.current) return
    const name = (typed ?? kept).trim()
    setMissing(name === '')
    // Enter, and then the focus going elsewhere, are one change.
    if (name === '' || isGoing.current) return
    if (name !== kept) {
      isGoing.current = true
      const isDone = await attempt(async () => {
        await props.save(name)
        return true
      })
      isGoing.current = false
      if (isDone !== true) return
      if (kept !== '') undos.doneHere('renamed', () => props.save(kept))
    }
    setTyped(undefined)
    props.onLeft?.()
  }
  const drop = () => {
    isDropped.current = true
    setTyped(undefined)
    setMissing(false)
    props.onLeft?.()
  }
  useFormKeys(box, { submit: () => void leave(), cancel: drop })
  // A key may lead to another screen while the field still has the focus.
  const newest = useRef(leave)
  newest.current = leave
  useEffect(() => () => void newest.current(), [])

  return (
    <div ref={box}>
      <TextField
        label={props.label}
        hint={props.hint}
        value={typed ?? kept}
        {...(props.autoComplete === undefined ? {} : { autoComplete: props.autoComplete })}
        charsMax={props.charsMax}
        onValue={name => {
          isDropped.current = false
          setTyped(name)
        }}
        onEnter={() => void leave()}
        onLeave={() => void leave()}
        error={isMissing && (typed ?? kept).trim() === '' ? props.missing : undefined}
      />
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </div>
  )
}
