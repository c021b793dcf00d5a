import type { Words } from '../../words/words.ts'
import { Key } from '../design/button.tsx'
import { quiet, small } from '../design/text.css.ts'
import { Sheet } from '../design/sheet.tsx'
import * as look from './keys-sheet.css.ts'
import { useWords } from './words.tsx'

type Group = keyof Words['keys']['groups']
type Line = readonly [keys: readonly string[], does: keyof Words['keys']['does']]

/** F1: every key, first those of the screen that is open. */
export function KeysSheet({ path, onClose }: { readonly path: string; onClose(): void }) {
  const words = useWords().keys
  const lines = linesOf(words.names)
  const here = groupOf(path)
  const order: readonly Group[] = [
    ...(here === undefined ? [] : [here]),
    'anywhere',
    ...groups.filter(group => group !== here && group !== 'anywhere'),
  ]
  return (
    <Sheet title={words.title} open onClose={onClose} closeSaid={words.close}>
      <p className={`${small} ${quiet}`}>{words.note}</p>
      <div className={look.groups}>
        {order.map(group => (
          <section key={group} className={look.group}>
            <h3>{words.groups[group]}</h3>
            <dl>
              {lines[group].map(([keys, does]) => (
                <div key={does} className={look.line}>
                  <dt>
                    {keys.map(key => (
                      <Key key={key}>{key}</Key>
                    ))}
                  </dt>
                  <dd>{words.does[does]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Sheet>
  )
}

const groups: readonly Group[] = [
  'anywhere',
  'today',
  'plan',
  'evidence',
  'claim',
  'review',
  'verify',
]

const starts: readonly (readonly [start: string, group: Group])[] = [
  ['/today', 'today'],
  ['/plan', 'plan'],
  ['/goals', 'plan'],
  ['/evidence', 'evidence'],
  ['/claims/', 'claim'],
  ['/review/', 'review'],
  ['/verify', 'verify'],
]

/** Whose keys come first at an address. */
export const groupOf = (path: string): Group | undefined =>
  path === '/' ? 'today' : starts.find(([start]) => path.startsWith(start))?.[1]

function linesOf(name: Words['keys']['names']): Readonly<Record<Group, readonly Line[]>> {
  return {
    anywhere: [
      [['Ctrl K'], 'find'],
      [['Ctrl 1–9', 'Alt 1–9'], 'places'],
      [['Ctrl Enter'], 'primary'],
      [['Ctrl Z'], 'undo'],
      [['Ctrl Shift Z'], 'redo'],
      [['F6', 'Shift F6'], 'pane'],
      [['Ctrl Shift E'], 'evidence'],
      [['Ctrl B'], 'sidebar'],
      [['F1'], 'keys'],
      [['Esc'], 'out'],
    ],
    today: [
      [[name.upDown], 'line'],
      [['Enter'], 'first'],
      [['S'], 'notToday'],
    ],
    plan: [
      [[name.arrows], 'links'],
      [['N'], 'newGoal'],
      [['C'], 'checkIn'],
    ],
    evidence: [
      [['Ctrl F'], 'search'],
      [[name.upDown], 'line'],
    ],
    claim: [
      [['F8', 'Shift F8'], 'problem'],
      [['Ctrl .'], 'fix'],
    ],
    review: [
      [['J', 'K'], 'criterion'],
      [['1–6'], 'level'],
      [['A'], 'point'],
      [['C'], 'comment'],
      [['G'], 'guidance'],
      [['E'], 'nextPiece'],
      [['P'], 'play'],
      [['B'], 'back'],
    ],
    verify: [
      [['J', 'K'], 'line'],
      [['N'], 'nextLook'],
      [['Enter'], 'why'],
      [['R'], 'again'],
      [['S'], 'settle'],
    ],
  }
}
