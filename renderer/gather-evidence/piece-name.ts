import type { Evidence } from '../../core/evidence/record.ts'
import { readableName } from './readable-name.ts'

const nameCharsMax = 90

/** What a piece is called: its title, else the beginning of what it holds; '' for one without any words. */
export function pieceName(piece: Pick<Evidence, 'title' | 'text' | 'link' | 'file'>): string {
  const title = piece.title.trim()
  if (title !== '') return title
  const line = piece.text?.trim().split('\n')[0] ?? ''
  if (line !== '') return line.length > nameCharsMax ? `${line.slice(0, nameCharsMax)}…` : line
  return piece.link === undefined ? readableName(piece.file?.name ?? '') : hostOf(piece.link)
}

/** The host of an address, as it is shown before it is opened; the address itself where it has none. */
export function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host : link
}
