import { useRef } from 'react'
import type { Slot } from '../../core/micro-credential/record.ts'
import { TextLink } from '../design/link.tsx'
import { kindOfType } from '../gather-evidence/kind.ts'
import { useWords } from '../app/words.tsx'
import * as look from './claim.css.ts'
import { addFileId } from './place-of.ts'

interface Adding {
  readonly slot: Slot
  /** The address where evidence is added to this slot. */
  readonly address: string
  /** Whether files are held over the slot. */
  readonly isOver: boolean
  onChoose(): void
  onFiles(files: readonly File[]): void
}

/** The ways to put something into a slot: what is kept already, files of this computer, words, a drop. */
export function AddToSlot({ slot, address, isOver, onChoose, onFiles }: Adding) {
  const words = useWords()
  const said = words.claims
  const picker = useRef<HTMLInputElement>(null)
  const kinds = [...new Set(slot.accept.map(type => words.evidence.kind[kindOfType(type)]))]
  return (
    <p className={isOver ? look.addOver : look.add}>
      <button type="button" className={look.addLink} onClick={onChoose}>
        {said.chooseEvidence}
      </button>
      {', '}
      <button
        type="button"
        id={addFileId(slot.id)}
        className={look.addLink}
        onClick={() => picker.current?.click()}
      >
        {said.addFile}
      </button>
      {', '}
      <TextLink to={address}>{said.addOther}</TextLink> {said.orDrop}{' '}
      {slot.accept.length === 0 ? null : said.accepts({ kinds: words.say.list(kinds) })}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={said.addFileTo({ slot: slot.label })}
        onChange={event => {
          onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </p>
  )
}
