import { useState } from 'react'
import { useWords } from '../app/words.tsx'
import { TextField } from '../design/field.tsx'

interface Asking {
  readonly day: string
  onDay(day: string): void
}

/** Days while a year is still being typed (0202-…) are not told yet. */
const isWholeDay = (day: string) => /^(19|20)\d{2}-\d{2}-\d{2}$/.test(day)

/** When it happened. */
export function AskDay({ day, onDay }: Asking) {
  const words = useWords()
  const [typed, setTyped] = useState(day)
  return (
    <div
      onBlur={() => {
        if (isWholeDay(typed) && typed !== day) onDay(typed)
        else setTyped(day)
      }}
    >
      <TextField
        label={words.evidence.ask.happened}
        type="date"
        value={typed}
        onValue={setTyped}
        onEnter={() => {
          if (isWholeDay(typed) && typed !== day) onDay(typed)
        }}
      />
    </div>
  )
}
