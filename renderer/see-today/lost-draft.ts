import { bringIntoClaim } from '../../core/claim/bring.ts'
import { attestClaim } from '../../core/claim/attest.ts'
import { fillSlot } from '../../core/claim/fill.ts'
import { filledKey } from '../../core/claim/filled.ts'
import { settleClaim } from '../../core/claim/settle.ts'
import { writeClaim } from '../../core/claim/write.ts'
import { settleText } from '../../core/merge/settle.ts'
import { mergeText, type Aside, type MergedText } from '../../core/merge/text.ts'
import type { Refused } from '../../contract/device/queries.ts'

/** What was put into a claim that the district did not let begin. */
export interface LostDraft {
  /** Every refused command about it, the start last: whoever takes them away one by one can stop anywhere. */
  readonly keys: readonly string[]
  /** By prompt, each text whole. */
  readonly words: Readonly<Record<string, string>>
  /** `slot/evidence` → place. */
  readonly filled: Readonly<Record<string, number>>
  readonly aiUse: string
  readonly days: readonly string[]
}

interface Text {
  readonly stored: string
  readonly aside: Aside | undefined
}

const noText: Text = { stored: '', aside: undefined }

/** Plays again what was done to the claim that `start` would have made, from what was refused with it, in its order. */
export function lostDraft(start: Refused, refused: readonly Refused[]): LostDraft {
  const own = refused.filter(({ input }) => claimIn(input) === start.lostClaim)
  const texts = new Map<string, Text>()
  const filled = new Map<string, number>()
  const days = new Set<string>()
  let aiUse = ''
  const put = (prompt: string, merge: (text: Text) => MergedText) => {
    const held = texts.get(prompt) ?? noText
    const { text, aside } = merge(held)
    const beside = aside === undefined ? held.aside : (aside ?? undefined)
    texts.set(prompt, { stored: text ?? held.stored, aside: beside })
  }
  for (const { command, input, doneAt: at } of own) {
    const by = { at, device: '' }
    if (command === writeClaim.name) {
      const { data: i } = writeClaim.input.safeParse(input)
      if (i === undefined) continue
      put(i.prompt, held => mergeText({ ...held, ...by, base: i.base, text: i.text }))
      days.add(i.on)
    } else if (command === settleClaim.name) {
      const { data: i } = settleClaim.input.safeParse(input)
      if (i !== undefined)
        put(i.prompt, held => settleText({ ...held, ...by, seen: i.seen, text: i.text }))
    } else if (command === fillSlot.name) {
      const { data: i } = fillSlot.input.safeParse(input)
      if (i === undefined) continue
      const key = filledKey(i.slot, i.evidence)
      if (i.place === null) filled.delete(key)
      else filled.set(key, i.place)
    } else if (command === attestClaim.name) {
      aiUse = attestClaim.input.safeParse(input).data?.set.aiUse ?? aiUse
    } else if (command === bringIntoClaim.name) {
      const { data: i } = bringIntoClaim.input.safeParse(input)
      if (i === undefined) continue
      for (const [prompt, text] of Object.entries(i.words))
        put(prompt, held => mergeText({ ...held, ...by, base: '', text }))
      for (const [key, place] of Object.entries(i.filled)) filled.set(key, place)
      for (const day of i.days) days.add(day)
      if (i.aiUse !== '') aiUse = i.aiUse
    }
  }
  const words = [...texts].map(([prompt, text]) => [prompt, wholeOf(text)] as const)
  return {
    keys: [...own.map(row => row.key), start.key],
    words: Object.fromEntries(words.filter(([, text]) => text.trim() !== '')),
    filled: Object.fromEntries(filled),
    aiUse,
    days: [...days],
  }
}

/** Whether a refused command was about the claim of one of the `starts`. */
export const isOfLost = (refused: Refused, starts: readonly Refused[]): boolean => {
  const claim = claimIn(refused.input)
  return claim !== undefined && starts.some(start => start.lostClaim === claim)
}

const wholeOf = ({ stored, aside }: Text) =>
  aside === undefined || aside.text.trim() === '' ? stored : `${stored}\n\n${aside.text}`

function claimIn(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || !('claim' in input)) return undefined
  return typeof input.claim === 'string' ? input.claim : undefined
}
