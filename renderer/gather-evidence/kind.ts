import type { Evidence } from '../../core/evidence/record.ts'

/** What a piece of evidence is, as people name it. */
export type Kind =
  | 'reflection'
  | 'link'
  | 'pdf'
  | 'picture'
  | 'video'
  | 'sound'
  | 'document'
  | 'slides'
  | 'table'
  | 'text'
  | 'archive'
  | 'file'

/** Beginnings of media types, the closest first. */
const kinds: readonly (readonly [start: string, kind: Kind])[] = [
  ['application/pdf', 'pdf'],
  ['image/', 'picture'],
  ['video/', 'video'],
  ['audio/', 'sound'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml', 'document'],
  ['application/vnd.oasis.opendocument.text', 'document'],
  ['application/msword', 'document'],
  ['application/rtf', 'document'],
  ['text/rtf', 'document'],
  ['application/vnd.openxmlformats-officedocument.presentationml', 'slides'],
  ['application/vnd.oasis.opendocument.presentation', 'slides'],
  ['application/vnd.ms-powerpoint', 'slides'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml', 'table'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'table'],
  ['application/vnd.ms-excel', 'table'],
  ['text/csv', 'table'],
  ['text/', 'text'],
  ['application/zip', 'archive'],
  ['application/gzip', 'archive'],
  ['application/x-7z-compressed', 'archive'],
  ['application/x-tar', 'archive'],
]

/** What a piece is: by its kind, and for a file by its media type; `file` where nobody has a word for it. */
export function kindOf(piece: Pick<Evidence, 'kind' | 'file'>): Kind {
  if (piece.kind !== 'file') return piece.kind
  return kindOfType(piece.file?.mediaType ?? '')
}

/** What files of a media type are, or of a range of them (`image/*`). */
export function kindOfType(mediaType: string): Kind {
  return kinds.find(([start]) => mediaType.startsWith(start))?.[1] ?? 'file'
}
