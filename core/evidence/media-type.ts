import type { Evidence } from './record.ts'

/** The media type of a piece: its file's; a link is a list of one address, what was written is text. */
export const mediaTypeOf = ({ file, kind }: Pick<Evidence, 'file' | 'kind'>): string =>
  file?.mediaType ?? (kind === 'link' ? 'text/uri-list' : 'text/plain')
