import { useState } from 'react'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import * as look from './verify.css.ts'

/** A field for the text of one badge. */
export function PasteText({ onText }: { onText(text: string): void }) {
  const words = useWords().verify
  const [text, setText] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
      }}
    >
      <TextField
        label={words.paste}
        hint={words.pasteHint}
        error={isEmpty ? words.pasteEmpty : undefined}
        value={text}
        rows={4}
        onValue={value => {
          setText(value)
          setEmpty(false)
        }}
      />
      <p className={look.pasteDo}>
        <Button
          onPress={() => {
            setEmpty(text.trim() === '')
            if (text.trim() !== '') onText(text)
          }}
        >
          {words.pasteDo}
        </Button>
      </p>
    </form>
  )
}
