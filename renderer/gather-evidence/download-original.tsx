import type { EvidenceFile } from '../../core/evidence/record.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { door } from '../door/door.ts'
import { ToldNote } from './told-note.tsx'

/** Saves the bytes as they came. The address is asked for when it is pressed: it ends after a while. */
export function DownloadOriginal({ file }: { readonly file: EvidenceFile }) {
  const words = useWords()
  const { attempt, told, busy } = useAct()
  const save = async () => {
    const address = await attempt(() => door.fileAddress(file.sha256))
    if (address === undefined) return
    const link = document.createElement('a')
    link.href = address.download
    link.download = file.name
    link.click()
  }
  return (
    <>
      <Button busy={busy} onPress={() => void save()}>
        {words.evidence.piece.download}
      </Button>
      <ToldNote told={told} />
    </>
  )
}
