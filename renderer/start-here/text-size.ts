/** How large text is in this browser, beside the browser's own zoom. */
export const textSizes = ['usual', 'large', 'larger'] as const
export type TextSize = (typeof textSizes)[number]

const place = 'meritfolio.text-size'

/** The size that was chosen in this browser; the usual one where none was. */
export function readTextSize(): TextSize {
  const stored = localStorage.getItem(place)
  return textSizes.find(size => size === stored) ?? 'usual'
}

/** Keeps a size and shows it at once (`html[data-text]`). */
export function chooseTextSize(size: TextSize): void {
  localStorage.setItem(place, size)
  showTextSize()
}

/** Shows the chosen size; called once when the window opens. */
export function showTextSize(): void {
  const size = readTextSize()
  if (size === 'usual') delete document.documentElement.dataset['text']
  else document.documentElement.dataset['text'] = size
}
