import { tellDoor, useTell, type Told } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { DoorRefused } from '../door/door.ts'
import type { WhyNot } from './arrival.ts'

/** The sentence of why something did not come in. */
export function useWhyNot(): (why: WhyNot) => Told {
  const words = useWords()
  const tell = useTell()
  return why =>
    why.by === 'rules' ? tell(why.refusal) : tellDoor(words, new DoorRefused(0, why.error))
}
