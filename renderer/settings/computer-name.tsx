import { useRef } from 'react'
import type { OwnComputerRow } from '../../contract/device/queries.ts'
import { computerNameCharsMax } from '../../core/person/computer-name.ts'
import { forgetAll } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { useFirstField } from '../design/first-field.ts'
import { door } from '../door/door.ts'
import { NameField } from './name-field.tsx'

interface Naming {
  readonly computer: OwnComputerRow
  onLeft(): void
}

/** What one of one's computers is called, to be written anew. The district keeps it, so that it wants a network. */
export function ComputerName({ computer: { device, name = '' }, onLeft }: Naming) {
  const said = useWords().settings.district.computers
  const form = useRef<HTMLDivElement>(null)
  useFirstField(form)
  return (
    <div ref={form}>
      <NameField
        label={said.name}
        hint={said.nameHint}
        missing={said.nameMissing}
        kept={name}
        charsMax={computerNameCharsMax}
        save={async next => {
          await door.district.nameDevice(device, next)
          await forgetAll()
        }}
        onLeft={onLeft}
      />
    </div>
  )
}
