import { useEffect, useRef } from 'react'

/** What is on the page, in the order in which it came: a screen's main action, or a sheet over all before it. */
export type Layer = 'sheet' | { readonly current: (() => void) | undefined }

/** The action of the layer on top; nothing that a sheet covers is ever done. */
export function actionOnTop(layers: readonly Layer[]): (() => void) | undefined {
  for (const layer of layers.toReversed()) {
    if (layer === 'sheet') return undefined
    if (layer.current !== undefined) return layer.current
  }
  return undefined
}

const layers: { readonly layer: Layer }[] = []

/** Puts a layer on top, until it is taken away. */
function lay(layer: Layer): () => void {
  const laid = { layer }
  if (layers.length === 0) document.addEventListener('keydown', onKey)
  layers.push(laid)
  return () => {
    layers.splice(layers.indexOf(laid), 1)
    if (layers.length === 0) document.removeEventListener('keydown', onKey)
  }
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  const action = actionOnTop(layers.map(({ layer }) => layer))
  if (action === undefined) return
  event.preventDefault()
  // A key that is held presses once: what its first press opened is there to be looked at.
  if (!event.repeat) action()
}

/** Ctrl+Enter (Cmd on a Mac) does the main action of what is on top, wherever the focus is. */
export function usePrimaryKey(action: (() => void) | undefined): void {
  const newest = useRef(action)
  newest.current = action
  useEffect(() => lay(newest), [])
}

/** A sheet is open: what it covers is not done. Its own action, within it or of whoever opens it, comes after. */
export function useCoverPrimaryKey(): void {
  useEffect(() => lay('sheet'), [])
}
