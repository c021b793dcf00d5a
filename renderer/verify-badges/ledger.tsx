import { Fragment } from 'react'
import type { BatchSaid, Group } from '../../contract/device/verifying.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { useKeptInEntry } from '../design/kept-in-entry.ts'
import { causesSaid, sectionsOf } from './cause-said.ts'
import { GroupRows } from './group-rows.tsx'
import { columns } from './ledger-columns.ts'
import { marksInOrder } from './mark-name.ts'
import { useFocusKept } from './use-focus-kept.ts'
import * as look from './ledger.css.ts'

/** So many causes stand in the list before one asks for more. */
const groupsMax = 50

interface Listing {
  readonly said: BatchSaid
  /** Those in sight: all, or what needs a look. */
  readonly groups: readonly Group[]
  readonly seen: number | undefined
  readonly mayDecide: boolean
  onSee(n: number): void
  /** Tells why, with the focus there. */
  onWhy(n: number): void
  onDecide(group: Group): void
  onUndo(group: Group): void
}

/** The badges of a batch, by cause, what needs a look first. */
export function Ledger({ said, groups, ...row }: Listing) {
  const words = useWords().verify
  const [most, setMost] = useKeptInEntry('causes', numberIn, groupsMax)
  const table = useFocusKept()
  const shown = groups.slice(0, most)
  return (
    <div className={look.scroll}>
      <table ref={table} id="ledger" className={look.table} aria-label={words.many.table}>
        <colgroup>
          {columns.map(column => (
            <col key={column} className={look.column[column]} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{words.column.person}</th>
            <th scope="col">{words.column.badge}</th>
            <th scope="col" className={look.issuerCell}>
              {words.column.issuer}
            </th>
            {marksInOrder.map(mark => (
              <th key={mark} scope="col" className={look.markCell}>
                {words.mark[mark].name}
              </th>
            ))}
            <th scope="col">{words.column.reason}</th>
          </tr>
        </thead>
        {sectionsOf(shown).map(section => (
          <Fragment key={section.standing}>
            <tbody>
              <tr>
                <th className={look.section} colSpan={columns.length} scope="rowgroup">
                  {words.many.standing[section.standing]({
                    n: countOf(said, section.standing, section.count),
                  })}
                  <SectionCauses section={section} />
                </th>
              </tr>
            </tbody>
            {section.groups.map(group => (
              <GroupRows
                key={group.id}
                {...row}
                batch={said.id}
                group={group}
                isAlone={section.groups.length === 1 && section.standing !== 'unknown'}
                at={said.checkedAt ?? said.begunAt}
              />
            ))}
          </Fragment>
        ))}
      </table>
      {groups.length > most ? (
        <p>
          <Button kind="small" onPress={() => setMost(most + groupsMax)}>
            {words.many.moreGroups({ n: groups.length - most })}
          </Button>
        </p>
      ) : null}
    </div>
  )
}

const numberIn = (kept: unknown) => (typeof kept === 'number' ? kept : undefined)

/** While not all causes are in the list, a section still tells how many there are. */
const countOf = (said: BatchSaid, standing: Group['standing'], shown: number) =>
  Math.max(shown, said.groups.length > groupsMax ? said.counts[standing] : shown)

function SectionCauses({ section }: { section: ReturnType<typeof sectionsOf>[number] }) {
  const words = useWords()
  if (section.standing !== 'fails' && section.standing !== 'unread') return null
  return <span className={look.detail}>{causesSaid(words, section)}</span>
}
