import { useState } from 'react'
import { contentOf } from '../../core/evidence/content.ts'
import { useAct } from '../app/act.ts'
import { Gone } from '../app/gone.tsx'
import { useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { Screen } from '../design/frame.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { quiet, small } from '../design/text.css.ts'
import type { QueryRows } from '../../contract/device/queries.ts'
import type { SeenReady } from '../see-file/see-file.tsx'
import { DeletedPiece } from './deleted-piece.tsx'
import { DownloadOriginal } from './download-original.tsx'
import { InTrash } from './in-trash.tsx'
import { kindOf } from './kind.ts'
import { PieceBody } from './piece-body.tsx'
import { PieceFacts } from './piece-facts.tsx'
import { pieceName } from './piece-name.ts'
import { Questions } from './questions.tsx'
import { ToldNote } from './told-note.tsx'

/** One piece of evidence: to look at, to say what it is, to put away. */
export function PieceScreen({ params }: { params: Readonly<Record<string, string>> }) {
  const words = useWords()
  const id = params['id'] ?? ''
  const rows = useRows('evidence', { evidence: id })
  if (rows === undefined) return <LoadingLine label={words.frame.loading} />
  if (rows.line === undefined) return <Gone />
  const { deletedAt } = rows.line.row.body
  if (deletedAt !== undefined)
    return <DeletedPiece atMs={deletedAt} isWaiting={rows.line.row.sight !== 'record'} />
  // The piece before stays in sight until this one is here; it must not be written into.
  if (rows.line.row.id !== id) return <LoadingLine label={words.frame.loading} />
  return <Piece key={id} rows={rows} line={rows.line} />
}

interface Showing {
  readonly rows: QueryRows<'evidence'>
  readonly line: NonNullable<QueryRows<'evidence'>['line']>
}

function Piece({ rows, line }: Showing) {
  const words = useWords()
  const said = words.evidence
  const { act, told } = useAct()
  const [ready, setReady] = useState<SeenReady>()
  const { id, body } = line.row
  const name = pieceName(body)
  const [isJustMoved, setJustMoved] = useState(false)
  const trash = async (on: boolean) => {
    const content = on ? {} : { content: contentOf(body) }
    const done = await act('evidence.trash', { evidence: id, on, ...content })
    if (done !== undefined) setJustMoved(on)
  }
  const about = [
    said.kind[kindOf(body)],
    ready?.lengthMs === undefined ? '' : words.say.length(ready.lengthMs),
    ready?.pages === undefined ? '' : said.pages({ n: ready.pages }),
    body.file === undefined ? '' : words.say.size(body.file.sizeBytes),
    said.piece.kept({ atMs: body.addedAt }),
  ].filter(Boolean)
  return (
    <Screen
      title={name === '' ? said.untitled : name}
      beside={<span className={`${small} ${quiet}`}>{about.join(', ')}</span>}
      actions={
        <>
          {body.file === undefined ? null : <DownloadOriginal file={body.file} />}
          {body.trashedAt === undefined ? (
            <Button onPress={() => void trash(true)}>{said.trash.move}</Button>
          ) : null}
        </>
      }
      marginLabel={said.ask.margin}
      margin={<Questions line={line} goals={rows.goals} competencies={rows.competencies} />}
    >
      {body.trashedAt === undefined ? null : (
        <InTrash
          line={line}
          title={name === '' ? said.untitled : name}
          isJustMoved={isJustMoved}
          onTakeOut={() => void trash(false)}
        />
      )}
      <ToldNote told={told} />
      <PieceBody line={line} onReady={setReady} />
      <PieceFacts line={line} goals={rows.goals} isWhole={ready !== undefined} />
    </Screen>
  )
}
