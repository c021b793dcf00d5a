import { useState } from 'react'
import { Button } from '../button.tsx'
import { Screen } from '../frame.tsx'
import { Palette } from '../palette.tsx'

/** Find or do, open. */
export function FindPage() {
  const [isOpen, setOpen] = useState(true)
  return (
    <Screen title="Find or do">
      <Button onPress={() => setOpen(true)}>Find or do</Button>
      <Palette
        open={isOpen}
        title="Find or do"
        hint="Add evidence"
        nothing="Nothing says that."
        groups={[
          {
            label: 'Do',
            choices: [
              { id: 'add', label: 'Add evidence', detail: 'Ctrl Shift E' },
              { id: 'check', label: 'Check this claim' },
            ],
          },
          { label: 'Go to', choices: [{ id: 'claims', label: 'Claims' }] },
          {
            label: 'Inside evidence',
            choices: [
              {
                id: 'p3',
                label: 'Exit tickets, p. 3',
                detail: '“two thirds is bigger”',
                found: true,
              },
            ],
          },
        ]}
        onChoose={() => setOpen(false)}
        onClose={() => setOpen(false)}
      />
    </Screen>
  )
}
