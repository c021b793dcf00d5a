import { useEffect, useRef } from 'react'
import { droppedFiles } from './dropped-files.ts'
import { onOffered, takeOffered } from './offered.ts'

interface Ways {
  onFiles(files: readonly File[]): void
  /** More came in one drop than it may bring. */
  onLeftOut(count: number): void
  /** A dropped folder could not be read. */
  onUnreadable(): void
}

/** Takes what was dropped or pasted in the window while this screen is in sight, and what was handed over before. */
export function useArriving(ways: Ways): void {
  const newest = useRef(ways)
  newest.current = ways
  useEffect(() => {
    const take = () => {
      const files = takeOffered()
      if (files.length > 0) newest.current.onFiles(files)
    }
    const takeDrop = async (transfer: DataTransfer) => {
      try {
        const { files, leftOut } = await droppedFiles(transfer)
        newest.current.onFiles(files)
        if (leftOut > 0) newest.current.onLeftOut(leftOut)
      } catch {
        // A folder that went away or may not be read: said on the screen.
        newest.current.onUnreadable()
      }
    }
    const onDrop = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      void takeDrop(event.dataTransfer)
    }
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      newest.current.onFiles(files)
    }
    take()
    const leave = onOffered(take)
    document.addEventListener('drop', onDrop)
    document.addEventListener('paste', onPaste)
    return () => {
      leave()
      document.removeEventListener('drop', onDrop)
      document.removeEventListener('paste', onPaste)
    }
  }, [])
}
