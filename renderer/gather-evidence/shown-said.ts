import type { Evidence } from '../../core/evidence/record.ts'
import type { Words } from '../../words/words.ts'

/** Who is shown in a piece, and whether something about it is left to do. */
export function shownSaid(
  words: Words,
  { shown, released }: Pick<Evidence, 'shown' | 'released'>,
): { readonly said: string; readonly asks: boolean } {
  const said = words.evidence.shown
  switch (shown) {
    case 'students':
      return { said: released ? said.students : said.studentsWithout, asks: !released }
    case 'adults':
      return { said: released ? said.adults : said.adultsWithout, asks: !released }
    case 'unsure':
      return { said: said.unsure, asks: true }
    case 'nobody':
    case 'me':
      return { said: said[shown], asks: false }
  }
}
