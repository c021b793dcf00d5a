import { useLocation } from 'wouter'
import { Palette } from '../design/palette.tsx'
import type { Place } from './route.ts'
import { useRows } from './rows.ts'
import { placeName } from './place-name.ts'
import { useWords } from './words.tsx'

interface Finding {
  readonly open: boolean
  readonly places: readonly Place[]
  onClose(): void
}

/** Ctrl+K: do something, go somewhere, or open a claim, a goal or a micro-credential by its name. */
export function FindOrDo({ open, places, onClose }: Finding) {
  const words = useWords()
  const [, go] = useLocation()
  const claims = useRows('claims', {}, open)?.claims ?? []
  const goals = useRows('plan', {}, open)?.goals ?? []
  const named = [
    ...claims.map(row => ({ id: `/claims/${row.id}`, label: row.body.title })),
    ...goals.map(row => ({ id: `/goals/${row.id}`, label: row.body.title })),
  ]
  return (
    <Palette
      open={open}
      title={words.frame.findOrDo}
      hint={words.frame.findOrDoHint}
      nothing={words.frame.nothingFound}
      groups={[
        { label: words.frame.do, choices: [{ id: '/add', label: words.frame.addEvidence }] },
        {
          label: words.frame.goTo,
          choices: [
            ...places.map(place => ({ id: place.path, label: placeName(words, place.id) })),
            ...named,
          ],
        },
      ]}
      onChoose={path => {
        onClose()
        go(path)
      }}
      onClose={onClose}
    />
  )
}
