import type { EvidenceTab } from './evidence-tabs.ts'
import type { MarkedPlace } from './marked-places.ts'
import { tabOfPlace } from './evidence-tabs.ts'

/** What is known when a criterion is opened. */
interface Opened {
  readonly tabs: readonly EvidenceTab[]
  readonly places: readonly MarkedPlace[]
  /** What is open now; it stays where it serves this criterion too. */
  readonly open: EvidenceTab | undefined
  /** By part: the tab that was open last. */
  readonly last: ReadonlyMap<string, string>
}

/**
 * The evidence to show with a criterion: what its level points at, the newest place first; while it points at nothing,
 * what was handed over for its part of the claim. `undefined` where that is nothing.
 */
export function evidenceFor(
  criterion: string,
  { tabs, places, open, last }: Opened,
): EvidenceTab | undefined {
  const pointed = pointedTabs(criterion, tabs, places)
  const ofPart = tabs.filter(tab => tab.part.criteria.some(known => known.id === criterion))
  const linked = pointed.length > 0 ? pointed : ofPart
  if (open !== undefined && linked.includes(open)) return open
  if (pointed.length > 0) return pointed[0]
  const before = last.get(ofPart[0]?.part.id ?? '')
  return ofPart.find(tab => tab.id === before) ?? ofPart[0]
}

/** The place in this tab that a criterion points at last. */
export const placeFor = (
  criterion: string,
  tab: EvidenceTab | undefined,
  { tabs, places }: Pick<Opened, 'tabs' | 'places'>,
): MarkedPlace | undefined =>
  places.findLast(
    place =>
      place.criterion === criterion &&
      tab !== undefined &&
      tabOfPlace(tabs, place.anchor.place) === tab,
  )

const pointedTabs = (
  criterion: string,
  tabs: readonly EvidenceTab[],
  places: readonly MarkedPlace[],
): readonly EvidenceTab[] =>
  places
    .filter(place => place.criterion === criterion)
    .toReversed()
    .flatMap(place => tabOfPlace(tabs, place.anchor.place) ?? [])
