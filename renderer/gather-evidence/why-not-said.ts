import type { DoorError } from '../../contract/device/door.ts'
import { tellDoor, useTell, type Told } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { DoorRefused } from '../door/door.ts'
import type { WhyNot } from './arrival.ts'
import { readableName } from './readable-name.ts'

/** The sentence of why something did not come in. */
export function useWhyNot(): (why: WhyNot) => Told {
  const words = useWords()
  const tell = useTell()
  return why => {
    switch (why.by) {
      case 'slot':
        return { said: words.evidence.add.slotFull(why), next: '', code: 'slot_full' }
      case 'rules':
        return tell(why.refusal)
      case 'door':
        return tellDoor(words, new DoorRefused(0, named(why.error)))
    }
  }
}

/** With the file's name as it may be shown. */
function named({ code, facts }: DoorError): DoorError {
  const name = facts?.['name']
  if (typeof name !== 'string') return facts === undefined ? { code } : { code, facts }
  return { code, facts: { ...facts, name: readableName(name) } }
}
