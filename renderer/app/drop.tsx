import { useEffect, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { droppedFiles } from '../gather-evidence/dropped-files.ts'
import { offerFiles } from '../gather-evidence/offered.ts'
import { dropping } from './shell.css.ts'
import { useSession } from './session.tsx'
import { useWords } from './words.tsx'

/** Files may be dropped or pasted anywhere; they are kept as evidence. A screen with its own place takes them first. */
export function Drop({ children }: { children: ReactNode }) {
  const words = useWords()
  const { readOnly } = useSession()
  const [, go] = useLocation()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const take = (files: readonly File[]) => {
      if (files.length === 0) return
      offerFiles(files)
      go('/add')
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (event.defaultPrevented || !hasFiles(event)) return
      event.preventDefault()
      const plain = [...(event.dataTransfer?.files ?? [])]
      // A folder hands its files over; one that can't be read is named by the file that is refused.
      void droppedFiles(event.dataTransfer).then(
        ({ files }) => take(files),
        () => take(plain),
      )
    }
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented) return
      take([...(event.clipboardData?.files ?? [])])
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    window.addEventListener('paste', onPaste)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
      window.removeEventListener('paste', onPaste)
    }
  }, [go])
  return (
    <>
      {children}
      {over && readOnly === undefined ? (
        <div className={dropping}>{words.frame.dropAnywhere}</div>
      ) : null}
    </>
  )
}
