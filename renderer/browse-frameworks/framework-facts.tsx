import type { Framework } from '../../core/competency/record.ts'
import { useWords } from '../app/words.tsx'

/** Who made a framework, how large it is, what one may do with it, where it came from: one line. */
export function FrameworkFacts({ framework }: { framework: Framework }) {
  const words = useWords()
  const said = words.frameworks
  const facts = [
    framework.creator === '' ? undefined : said.by({ creator: framework.creator }),
    said.items({ n: framework.itemsCount }),
    framework.version,
    framework.language,
    framework.licence,
    framework.adoptionStatus,
    framework.source === 'shipped' ? said.shipped : said.fromFile({ name: framework.source }),
    framework.importedBy === undefined ? undefined : said.yours,
  ]
  return facts.filter(fact => fact !== undefined && fact !== '').join(' · ')
}
