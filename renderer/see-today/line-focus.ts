const linesOf = () => [...document.querySelectorAll<HTMLElement>('[data-line]')]

/**
 * The line, by its key, to which somebody goes on when the one that holds the focus goes away: the next, at the end the
 * one before. `undefined` where it does not hold the focus, or is the only one.
 */
export function lineToGoOn(key: string): string | undefined {
  const lines = linesOf()
  const at = lines.findIndex(line => line.dataset['line'] === key)
  if (lines[at]?.contains(document.activeElement) !== true) return undefined
  return (lines[at + 1] ?? lines[at - 1])?.dataset['line']
}

/** Puts the focus on a line's action. */
export function focusLine(key: string): void {
  linesOf()
    .find(line => line.dataset['line'] === key)
    ?.querySelector('a')
    ?.focus()
}
