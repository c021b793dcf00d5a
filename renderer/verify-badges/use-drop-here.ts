import { useEffect, useRef, useState } from 'react'
import { chosen, dropped } from './files-given.ts'
import type { Given } from './given.ts'

interface Taking {
  files(given: Given): void
  text(text: string): void
}

/**
 * What is dropped or pasted on this screen is checked, not kept as evidence: it is taken before the window's own
 * listeners. Returns whether something hangs over the window.
 */
export function useDropHere(taking: Taking): boolean {
  const newest = useRef(taking)
  newest.current = taking
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const take = (event: Event) => {
      event.preventDefault()
      event.stopPropagation()
    }
    const onOver = (event: DragEvent) => {
      take(event)
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      take(event)
      setOver(false)
      const text = event.dataTransfer?.getData('text/plain') ?? ''
      void dropped(event.dataTransfer).then(given => {
        if (given.inputs.length + given.leftOut.length > 0) newest.current.files(given)
        else if (text.trim() !== '') newest.current.text(text)
      })
    }
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length > 0) {
        take(event)
        newest.current.files(chosen(files))
        return
      }
      const { target } = event
      const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (isField || text.trim() === '') return
      take(event)
      newest.current.text(text)
    }
    document.addEventListener('dragover', onOver)
    document.addEventListener('dragleave', onLeave)
    document.addEventListener('drop', onDrop)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('dragover', onOver)
      document.removeEventListener('dragleave', onLeave)
      document.removeEventListener('drop', onDrop)
      document.removeEventListener('paste', onPaste)
    }
  }, [])
  return isOver
}
