import { useEffect, useId, useRef, useState } from 'react'
import { dayOf } from '../../core/turnaround/working-days.ts'
import { tellDoor, useTell, type Told } from '../app/act.ts'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Written } from '../app/written.tsx'
import { quiet, small } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import * as look from './add.css.ts'
import { putInSlot } from './put-in-slot.ts'
import type { SlotPlace } from './slot-place.ts'
import { ToldNote } from './told-note.tsx'
import { useSaveText } from './use-save-text.ts'
import { useWhyNot } from './why-not-said.ts'

interface Writing {
  /** The reflection, once its first stroke was made. */
  readonly id: string | undefined
  readonly slot: SlotPlace | undefined
  /** Somebody has just asked to write: the caret goes there. */
  readonly isBegun: boolean
  onMade(id: string): void
}

/** A reflection: the first stroke makes it, each later one is on disk at once. */
export function WriteReflection({ id, slot, isBegun, onMade }: Writing) {
  const words = useWords()
  const tell = useTell()
  const whyNot = useWhyNot()
  const { calendar } = useSession()
  const { save, told } = useSaveText()
  const [refused, setRefused] = useState<Told>()
  const made = useRef(id)
  // The field keeps its name while it is in sight, also when its piece comes to be.
  const [name] = useState(id === undefined ? 'evidence.new' : `evidence.${id}.text`)
  const field = useId()
  useEffect(() => {
    if (isBegun) document.getElementById(field)?.focus()
  }, [isBegun, field])
  const rows = useRows('evidence', { evidence: id ?? '' })
  const piece = rows?.line?.row
  const stored = piece !== undefined && piece.id === id ? (piece.body.text ?? '') : ''

  const make = async (text: string): Promise<'kept' | 'refused'> => {
    const answer = await door
      .command('evidence.keep', {
        kind: 'reflection',
        title: '',
        note: '',
        text,
        happenedOn: dayOf(Date.now(), calendar),
        shown: 'unsure',
        goals: [],
      })
      .catch((error: unknown) => {
        setRefused(tellDoor(words, error))
        throw error
      })
    if (answer.status === 'refused') {
      setRefused(tell(answer.refusal))
      return 'refused'
    }
    setRefused(undefined)
    const evidence = answer.made['evidence'] ?? ''
    made.current = evidence
    onMade(evidence)
    const filled = await putInSlot(evidence, slot)
    if (filled.slotRefused !== undefined) setRefused(whyNot(filled.slotRefused))
    return 'kept'
  }
  return (
    <section className={look.writing}>
      <h2>{words.evidence.add.reflection}</h2>
      <p className={`${small} ${quiet}`}>{words.evidence.add.reflectionHint}</p>
      <Written
        name={name}
        id={field}
        stored={stored}
        label={words.evidence.add.reflection}
        save={(text, base) =>
          made.current === undefined ? make(text) : save(made.current, 'text', text, base)
        }
      />
      <ToldNote told={told ?? refused} />
    </section>
  )
}
