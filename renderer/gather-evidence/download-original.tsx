import type { EvidenceFile } from '../../core/evidence/record.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { saveFile } from '../see-file/save-file.ts'
import { ToldNote } from './told-note.tsx'

/** Saves the bytes as they came. */
export function DownloadOriginal({ file }: { readonly file: EvidenceFile }) {
  const words = useWords()
  const { attempt, told, busy } = useAct()
  return (
    <>
      <Button busy={busy} onPress={() => void attempt(() => saveFile(file.sha256, file.name))}>
        {words.evidence.piece.download}
      </Button>
      <ToldNote told={told} />
    </>
  )
}
