import { answerPlace } from '../../core/claim/anchor-place.ts'
import type { Attempt, Item } from '../../core/claim/record.ts'
import type { MicroCredential, Part, Prompt } from '../../core/micro-credential/record.ts'

/** One thing to look at: the answers of a part, or one piece of evidence. */
export type EvidenceTab =
  | {
      readonly kind: 'answers'
      readonly id: string
      readonly part: Part
      readonly prompts: readonly Prompt[]
    }
  | {
      readonly kind: 'item'
      readonly id: string
      readonly part: Part
      readonly item: Item
    }

/** Everything that was handed over, in the order of the parts: first what was written, then each piece. */
export function evidenceTabs(
  micro: Pick<MicroCredential, 'parts'>,
  attempt: Pick<Attempt, 'items'>,
): readonly EvidenceTab[] {
  return micro.parts.flatMap((part): EvidenceTab[] => [
    ...(part.prompts.length === 0
      ? []
      : [{ kind: 'answers' as const, id: `part:${part.id}`, part, prompts: part.prompts }]),
    ...part.slots.flatMap(slot =>
      attempt.items
        .filter(item => item.slot === slot.id)
        .map(item => ({
          kind: 'item' as const,
          id: `${slot.id}/${item.evidence}`,
          part,
          item,
        })),
    ),
  ])
}

/** The tab that holds an anchor's place, or `undefined` when it isn't in this claim. */
export function tabOfPlace(tabs: readonly EvidenceTab[], place: string): EvidenceTab | undefined {
  return tabs.find(tab =>
    tab.kind === 'item'
      ? tab.item.evidence === place
      : tab.prompts.some(prompt => answerPlace(prompt.id) === place),
  )
}
