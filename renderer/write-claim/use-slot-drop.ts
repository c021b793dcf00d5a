import { useState, type DragEvent } from 'react'
import { droppedFiles } from '../gather-evidence/dropped-files.ts'

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** Takes files that are dropped on one place of a screen, before the window keeps them for no place in particular. */
export function useSlotDrop(onFiles: (files: readonly File[]) => void) {
  const [isOver, setOver] = useState(false)
  const onDrop = (event: DragEvent) => {
    setOver(false)
    if (!hasFiles(event)) return
    event.preventDefault()
    const plain = [...event.dataTransfer.files]
    // A folder hands its files over; one that can't be read is named by the file that is refused.
    void droppedFiles(event.dataTransfer).then(
      ({ files }) => onFiles(files),
      () => onFiles(plain),
    )
  }
  const onDragLeave = (event: DragEvent) => {
    const to = event.relatedTarget
    if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false)
  }
  const onDragOver = (event: DragEvent) => {
    if (hasFiles(event)) setOver(true)
  }
  return { isOver, handlers: { onDrop, onDragOver, onDragLeave } }
}
