import { useEffect, useRef } from 'react'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import * as look from './timeline.css.ts'

/** That a piece is deleted for good. It takes the place of the button that was pressed, which is gone with its line. */
export function DeletedNote({ title }: { readonly title: string }) {
  const said = useWords().evidence.trash
  const { mode } = useSession()
  const isOfDistrict = mode === 'joined' || mode === 'demo'
  const note = useRef<HTMLParagraphElement>(null)
  useEffect(() => note.current?.focus(), [])
  return (
    <p className={look.undo} ref={note} tabIndex={-1} role="status">
      {isOfDistrict ? said.deletedHere({ title }) : said.deleted({ title })}
    </p>
  )
}
