import { useEffect, useRef, useState } from 'react'
import type { Input } from './batch.ts'

/**
 * What is dropped or pasted on this screen is checked, not kept as evidence: it is taken before the window's own
 * listeners. Returns whether something hangs over the window.
 */
export function useDropHere(onInputs: (inputs: readonly Input[]) => void, pasted: string): boolean {
  const newest = useRef(onInputs)
  newest.current = onInputs
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
      const files = [...(event.dataTransfer?.files ?? [])]
      const text = event.dataTransfer?.getData('text/plain') ?? ''
      if (files.length > 0) newest.current(inputsOf(files))
      else if (text.trim() !== '') newest.current([textInput(pasted, text)])
    }
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length > 0) {
        take(event)
        newest.current(inputsOf(files))
        return
      }
      const { target } = event
      const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (isField || text.trim() === '') return
      take(event)
      newest.current([textInput(pasted, text)])
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
  }, [pasted])
  return isOver
}

/** Files as inputs, by their names. */
export const inputsOf = (files: readonly File[]): readonly Input[] =>
  files.map(file => ({ name: file.name, bytes: file }))

/** A text as an input. */
export const textInput = (name: string, text: string): Input => ({ name, bytes: new Blob([text]) })
