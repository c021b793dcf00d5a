import { useAct, type Told } from '../app/act.ts'
import { useGoOn } from '../app/go-on.ts'
import { useWords } from '../app/words.tsx'
import type { Given } from './given.ts'
import { handIn } from './hand-in.ts'
import { forgetBatch } from './use-batch.ts'
import { limits, verifying } from './verifying-door.ts'

interface HandingOver {
  files(given: Given): void
  text(text: string): void
  readonly told: Told | undefined
}

/** Hands what was given to a list; begins one, and goes there, where there is none yet. */
export function useHandOver(batch: string | undefined): HandingOver {
  const words = useWords().verify
  const goOn = useGoOn()
  const { attempt, told } = useAct()
  const into = async (name: string): Promise<string> => {
    if (batch !== undefined) return batch
    const begun = await verifying.begin(name)
    goOn(`/verify/${begun.id}`)
    return begun.id
  }
  const files = (given: Given) => {
    if (given.inputs.length === 0 && given.leftOut.length === 0) return
    void attempt(async () => {
      const target = await into(given.name)
      // What the screen has read while the first files were on their way knows nothing of them.
      void handIn(target, given).then(() => forgetBatch(target))
    })
  }
  return {
    files,
    text(text) {
      if (text.length > limits.textCharsMax) {
        const input = { name: words.pasted, bytes: new Blob([text]) }
        files({ inputs: [input], leftOut: [], name: '' })
        return
      }
      void attempt(async () => {
        const target = await into('')
        await verifying.text(target, text)
        await forgetBatch(target)
      })
    },
    told,
  }
}
