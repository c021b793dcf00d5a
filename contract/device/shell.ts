import { z } from 'zod'

// What the device program asks the window that started it, over Electron's port between the two processes: what only
// the main process may do. A browser's program has no such port and asks nothing.

const bytes = z.base64().max(16_384)

/** One question; `n` comes back with its answer. */
export const shellAsk = z.discriminatedUnion('ask', [
  /** Does this computer have a keychain that deserves the name? */
  z.object({ n: z.int(), ask: z.literal('keychain') }),
  z.object({ n: z.int(), ask: z.literal('wrap'), bytes }),
  z.object({ n: z.int(), ask: z.literal('unwrap'), bytes }),
  /** Start the demo's district on this folder; the answer is its line `ready {…}`. */
  z.object({ n: z.int(), ask: z.literal('district'), folder: z.string().max(4_096) }),
  z.object({ n: z.int(), ask: z.literal('end-district') }),
])
export type ShellAsk = z.infer<typeof shellAsk>

/** `null`: it can't be done. */
export const shellAnswer = z.object({
  n: z.int(),
  answer: z.union([z.string(), z.boolean(), z.null()]),
})
export type ShellAnswer = z.infer<typeof shellAnswer>
