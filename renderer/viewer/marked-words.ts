const selectionCharsMax = 2_000

/** The words that are marked in the file; `undefined` where none are. */
export function markedWords(): { readonly selection: string } | undefined {
  const selection = String(document.getSelection() ?? '').trim()
  return selection === '' ? undefined : { selection: selection.slice(0, selectionCharsMax) }
}
