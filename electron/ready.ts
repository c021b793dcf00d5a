import { z } from 'zod'
import type { Pipes } from './pass-on.ts'

const readySchema = z.object({
  startLink: z.string(),
  pipe: z.string().min(1),
  viewerPipe: z.string().min(1),
})
const mark = 'ready '

/** What the device program says once it answers on its pipes; `undefined` for any other line. */
export function pipesIn(
  line: string,
): { readonly startLink: string; readonly pipes: Pipes } | undefined {
  if (!line.startsWith(mark)) return undefined
  const parsed = readySchema.safeParse(JSON.parse(line.slice(mark.length)))
  if (!parsed.success) return undefined
  const { startLink, pipe, viewerPipe } = parsed.data
  return { startLink, pipes: { screen: pipe, viewer: viewerPipe } }
}
