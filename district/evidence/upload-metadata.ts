import { z } from 'zod'
import { RequestRefused } from '../door/refused.ts'
import { uploadLimits } from './limits.ts'

/** What a device says about a file that it is about to send. */
export const uploadSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string().regex(/^[\w.+-]{1,100}\/[\w.+-]{1,100}$/),
})

export type UploadMetadata = z.infer<typeof uploadSchema>

/** Reads `Upload-Metadata` (tus 1.0, creation): exactly our two names. Throws `malformed`. */
export function readUploadMetadata(header: string | undefined): UploadMetadata {
  const refused = new RequestRefused('malformed', { where: 'upload-metadata' })
  if (header === undefined || header.length > uploadLimits.metadataCharsMax) throw refused
  const pairs = header.split(',').map(pair => pair.split(' '))
  if (pairs.some(([, value = '', ...rest]) => rest.length > 0 || !isBase64(value))) throw refused
  const names = pairs.map(([name]) => name)
  if (new Set(names).size !== names.length) throw refused
  const parsed = uploadSchema.safeParse(
    Object.fromEntries(
      pairs.map(([name, value]) => [name, Buffer.from(value ?? '', 'base64').toString()]),
    ),
  )
  if (!parsed.success) throw refused
  return parsed.data
}

/** The same as it is told to who asks how far an upload is. */
export function writtenMetadata({ sha256, mediaType }: UploadMetadata): string {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  return `sha256 ${base64(sha256)},mediaType ${base64(mediaType)}`
}

/** Not empty, and written in the one way there is. */
const isBase64 = (value: string): boolean =>
  value !== '' && Buffer.from(value, 'base64').toString('base64') === value
