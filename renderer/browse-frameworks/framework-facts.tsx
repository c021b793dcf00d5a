import type { Framework } from '../../core/competency/record.ts'
import { useWords } from '../app/words.tsx'

/** Who made a framework, how large it is, what one may do with it, where it came from: one line. */
export function FrameworkFacts({ framework }: { framework: Framework }) {
  const words = useWords()
  const said = words.frameworks
  const facts = [
    framework.creator === '' ? undefined : said.by({ creator: framework.creator }),
    said.items({ n: framework.itemsCount }),
    framework.version === undefined ? undefined : said.version({ version: framework.version }),
    framework.language === undefined
      ? undefined
      : languageName(framework.language, words.say.locale),
    framework.adoptionStatus,
    framework.source === 'shipped' ? said.shipped : said.fromFile({ name: framework.source }),
    framework.importedBy === undefined ? undefined : said.yours,
  ]
  return facts.filter(fact => fact !== undefined && fact !== '').join(' · ')
}

/** "English" for `en`; a code that nobody knows stays as it is. */
function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
  } catch {
    // Not a language tag (BCP 47): what the file says is shown.
    return code
  }
}
