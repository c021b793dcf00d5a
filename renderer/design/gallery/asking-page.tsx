import { useState } from 'react'
import { Button } from '../button.tsx'
import { Check, Pick, SelectField, TextField } from '../field.tsx'
import { Screen } from '../frame.tsx'
import { Sheet } from '../sheet.tsx'
import { row, stack } from '../text.css.ts'

const kinds = ['plain', 'small', 'bare', 'danger'] as const
const options = [
  { value: 'lesson', label: 'Lesson' },
  { value: 'work', label: 'Student work' },
  { value: 'other', label: 'Other' },
]

/** Buttons in every kind and state, fields, choices, the one sheet. */
export function AskingPage() {
  const [name, setName] = useState('')
  const [day, setDay] = useState('2026-12-04')
  const [kind, setKind] = useState('lesson')
  const [given, setGiven] = useState(true)
  const [isOpen, setOpen] = useState(false)
  return (
    <Screen
      title="Asking"
      titled="page"
      actions={
        <>
          <Button onPress={() => setOpen(true)}>Open the sheet</Button>
          <Button kind="primary" keys="Ctrl Enter" onPress={() => {}}>
            Keep
          </Button>
        </>
      }
      marginLabel="Questions"
      margin={
        <div className={stack}>
          <Pick
            legend="What is it?"
            hint="It can wait."
            name="kind"
            value={kind}
            options={options}
            onValue={setKind}
          />
          <Check checked={given} onChecked={setGiven}>
            This is my own work, and I can say how it came about.
          </Check>
        </div>
      }
    >
      <div className={stack}>
        <p className={row}>
          {kinds.map(look => (
            <Button key={look} kind={look} onPress={() => {}}>
              {look}
            </Button>
          ))}
          <Button busy onPress={() => {}}>
            busy
          </Button>
          <Button kind="primary" busy onPress={() => {}}>
            busy
          </Button>
          <Button pressed onPress={() => {}}>
            pressed
          </Button>
        </p>
        <TextField
          label="Address of the district"
          hint="As it stands in the letter."
          value={name}
          onValue={setName}
        />
        <TextField
          label="Invitation"
          value="7K2F"
          onValue={setName}
          error="This one was used on Tue, Dec 1. Ask for another."
        />
        <TextField label="What is it about?" rows={3} value={name} onValue={setName} />
        <TextField label="Due" type="date" value={day} onValue={setDay} />
        <SelectField
          label="Level"
          hint="Where you stand now."
          value={kind}
          options={options}
          onValue={setKind}
        />
      </div>
      <Sheet title="What is sent" open={isOpen} onClose={() => setOpen(false)} closeSaid="Not yet">
        <p>A copy is frozen; the portfolio lives on.</p>
        <p className={row}>
          <Button kind="primary" onPress={() => setOpen(false)}>
            Send claim
          </Button>
        </p>
      </Sheet>
    </Screen>
  )
}
