import { useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import type { EvidenceLine } from '../../contract/device/queries.ts'
import { useWords } from '../app/words.tsx'
import { AnchorMark } from '../design/anchor.tsx'
import { Button } from '../design/button.tsx'
import { button } from '../design/button.css.ts'
import { quiet, small } from '../design/text.css.ts'
import { SeeFile, type FileHandle, type SeenReady } from '../see-file/see-file.tsx'
import { kindOf } from './kind.ts'
import * as look from './piece.css.ts'
import { hostOf, pieceName } from './piece-name.ts'
import { placeInAddress, type PiecePlace } from './piece-place.ts'
import { PieceText } from './piece-text.tsx'

interface Showing {
  readonly line: EvidenceLine
  onReady(ready: SeenReady): void
}

/** What a piece holds: its file, its text or its address. */
export function PieceBody({ line, onReady }: Showing) {
  const words = useWords()
  const said = words.evidence.piece
  const [isFetching, setFetching] = useState(false)
  const { row } = line
  const { body } = row
  if (body.kind === 'reflection')
    return (
      <div className={look.text}>
        <PieceText piece={row} field="text" label={said.reflection} kind="answer" />
      </div>
    )
  if (body.link !== undefined) return <LinkBody link={body.link} />
  if (body.file === undefined) return null
  if (!line.here && !isFetching)
    return (
      <div className={look.away}>
        <p>{said.notHere({ size: words.say.size(body.file.sizeBytes) })}</p>
        <Button onPress={() => setFetching(true)}>{said.fetch}</Button>
      </div>
    )
  return <FileBody line={line} onReady={onReady} />
}

function LinkBody({ link }: { readonly link: string }) {
  const words = useWords()
  const said = words.evidence.piece
  return (
    <div className={look.away}>
      <p className={look.link}>{said.linkHost({ host: hostOf(link) })}</p>
      <code className={look.hash}>{link}</code>
      <p className={`${small} ${quiet}`}>{said.linkNote}</p>
      {/^https:\/\//i.test(link) ? (
        <a className={button.primary} href={link} target="_blank" rel="noreferrer noopener">
          {said.openLink}
        </a>
      ) : null}
    </div>
  )
}

function FileBody({ line, onReady }: Showing) {
  const words = useWords()
  const [search] = useSearchParams()
  const viewer = useRef<FileHandle>(null)
  const [isUnshown, setUnshown] = useState(false)
  const { body } = line.row
  if (body.file === undefined) return null
  const place = placeInAddress(search)
  return (
    <>
      <Pointed place={place} onGo={() => viewer.current?.ask({ kind: 'go', ...startOf(place) })} />
      <div className={isUnshown ? '' : kindOf(body) === 'sound' ? look.heard : look.seen}>
        <SeeFile
          ref={viewer}
          sha256={body.file.sha256}
          mediaType={body.file.mediaType}
          name={body.file.name}
          title={pieceName(body) || words.evidence.untitled}
          start={startOf(place)}
          onReady={ready => {
            setUnshown(ready.shows === 'nothing')
            onReady(ready)
          }}
        />
      </div>
    </>
  )
}

const startOf = ({ page, startMs }: PiecePlace) => ({
  ...(page === undefined ? {} : { page }),
  ...(startMs === undefined ? {} : { timeMs: startMs }),
})

/** The place that the address points at, and the way back to it. */
function Pointed({ place, onGo }: { readonly place: PiecePlace; onGo(): void }) {
  const words = useWords()
  const said = words.evidence.piece
  const { page, startMs, endMs } = place
  const name =
    startMs !== undefined
      ? [startMs, endMs].flatMap(ms => (ms === undefined ? [] : words.say.length(ms))).join('–')
      : page === undefined
        ? undefined
        : said.pointed({ page })
  if (name === undefined) return null
  return (
    <p className={look.pointed}>
      <span className={`${small} ${quiet}`}>{said.pointedAt}</span>
      <AnchorMark label={said.goTo({ place: name })} onPress={onGo}>
        {name}
      </AnchorMark>
    </p>
  )
}
