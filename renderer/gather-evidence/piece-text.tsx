import type { Evidence } from '../../core/evidence/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useAct } from '../app/act.ts'
import { TwoVersions } from '../app/two-versions.tsx'
import { Written } from '../app/written.tsx'
import { ToldNote } from './told-note.tsx'
import { useSaveText, type TextField } from './use-save-text.ts'

interface Writing {
  readonly piece: Row<Evidence>
  readonly field: TextField
  readonly label: string
  readonly kind: 'answer' | 'lined' | 'title'
}

/** One text of a piece: on disk at each stroke; two versions of it stand here until one is chosen. */
export function PieceText({ piece, field, label, kind }: Writing) {
  const { save, told } = useSaveText()
  const settling = useAct()
  const stored = piece.body[field] ?? ''
  const aside = piece.body.aside?.[field]
  return (
    <>
      {aside === undefined ? null : (
        <TwoVersions
          stored={stored}
          aside={aside}
          onSettle={chosen =>
            void settling.act('evidence.settle', { evidence: piece.id, field, ...chosen })
          }
        />
      )}
      <Written
        key={piece.id}
        name={`evidence.${piece.id}.${field}`}
        stored={stored}
        label={label}
        kind={kind}
        save={(text, base) => save(piece.id, field, text, base)}
      />
      <ToldNote told={told ?? settling.told} />
    </>
  )
}
