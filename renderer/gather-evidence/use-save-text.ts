import { useState } from 'react'
import { tellDoor, useTell, type Told } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { door } from '../door/door.ts'

export type TextField = 'title' | 'note' | 'text'

/** Puts strokes of a piece's texts on disk, and keeps the reason when one is not taken. */
export function useSaveText(): {
  save(evidence: string, field: TextField, text: string, base: string): Promise<'kept' | 'refused'>
  readonly told: Told | undefined
} {
  const words = useWords()
  const tell = useTell()
  const [told, setTold] = useState<Told>()
  return {
    told,
    async save(evidence, field, text, base) {
      try {
        const answer = await door.command('evidence.write', { evidence, field, text, base })
        setTold(answer.status === 'refused' ? tell(answer.refusal) : undefined)
        return answer.status === 'refused' ? 'refused' : 'kept'
      } catch (error) {
        // Stays in the window and is tried again; the reason is told meanwhile.
        setTold(tellDoor(words, error))
        throw error
      }
    },
  }
}
