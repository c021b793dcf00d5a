import { Fragment } from 'react'
import { useWords } from '../app/words.tsx'
import { CheckMark } from '../design/mark.tsx'
import { LongJob } from '../design/progress.tsx'
import { lead, quiet, small } from '../design/text.css.ts'
import { inputsMax, stopChecking, type Batch } from './batch.ts'
import { marksSaid } from './mark-said.ts'
import { reasonSaid } from './reason-said.ts'
import { tally, verdicts, type Checked, type Group } from './verdict.ts'
import * as look from './verify.css.ts'

interface Showing {
  readonly batch: Batch
  readonly groups: readonly Group[]
  readonly seen: number | undefined
  onOpen(id: number): void
}

/** The sentence, the share of each, and the list: what needs a look stands first. */
export function Results({ batch, groups, seen, onOpen }: Showing) {
  const words = useWords().verify
  const counts = tally(batch.checked)
  const { running } = batch
  const only = groups.length === 1 && counts.all === 1 ? groups[0] : undefined
  return (
    <>
      {running === undefined ? null : (
        <LongJob
          said={words.checking(running)}
          done={running.done}
          all={running.all}
          cancel={{ label: words.cancel, onPress: stopChecking }}
        />
      )}
      {counts.all === 0 ? null : (
        <p className={lead} role="status">
          {only === undefined ? words.sum(counts) : words.verdict[only.verdict]}
        </p>
      )}
      {batch.leftOut > 0 ? (
        <p className={small}>{words.tooMany({ max: inputsMax, left: batch.leftOut })}</p>
      ) : null}
      {batch.stopped > 0 ? <p className={small}>{words.stopped({ n: batch.stopped })}</p> : null}
      {counts.all < 2 ? null : (
        <div className={look.share} role="img" aria-label={words.sum(counts)}>
          {verdicts
            .toReversed()
            .map(verdict =>
              counts[verdict] === 0 ? null : (
                <i
                  key={verdict}
                  className={look.parts[verdict]}
                  style={{ flex: counts[verdict] }}
                />
              ),
            )}
        </div>
      )}
      {counts.all === 0 ? null : (
        <div className={look.scroll}>
          <Table groups={groups} seen={seen} onOpen={onOpen} />
        </div>
      )}
    </>
  )
}

function Table({ groups, seen, onOpen }: Omit<Showing, 'batch'>) {
  const words = useWords().verify
  return (
    <table className={look.table}>
      <thead>
        <tr>
          <th scope="col">{words.column.badge}</th>
          {(['signature', 'dates', 'status', 'trust'] as const).map(mark => (
            <th key={mark} scope="col" className={look.markCell}>
              {words.mark[mark].name}
            </th>
          ))}
          <th scope="col">{words.column.reason}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ verdict, lines }) => (
          <Fragment key={verdict}>
            <tr>
              <th className={look.group} colSpan={6} scope="rowgroup">
                {words.group[verdict]({ n: lines.length })}
              </th>
            </tr>
            {lines.map(line => (
              <Line
                key={line.id}
                line={line}
                isSeen={line.id === seen}
                onOpen={() => onOpen(line.id)}
              />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

interface Lining {
  readonly line: Checked
  readonly isSeen: boolean
  onOpen(): void
}

function Line({ line, isSeen, onOpen }: Lining) {
  const words = useWords()
  const { found, name } = line
  const answer =
    found.as === 'answer' && found.verified.kind !== 'none' ? found.verified : undefined
  const under = [answer?.says.recipient, answer?.says.issuer, answer?.says.title && name]
    .filter(fact => fact !== undefined && fact !== '')
    .join(' · ')
  return (
    <tr className={isSeen ? look.chosen : undefined}>
      <td>
        <button type="button" className={look.open} aria-pressed={isSeen} onClick={onOpen}>
          {answer?.says.title ?? name}
        </button>
        <p className={look.under}>{under}</p>
      </td>
      {answer === undefined ? (
        <td colSpan={5} className={look.reason}>
          {words.verify.unread({ why: reasonSaid(words, found) })}
        </td>
      ) : (
        <>
          {marksSaid(words, answer).map(({ id, outcome, label, age }) => (
            <td key={id} className={look.markCell}>
              <CheckMark outcome={outcome} label={label} />
              {age === undefined ? null : <span className={look.ageUnder}>{age}</span>}
            </td>
          ))}
          <td className={`${look.reason} ${small} ${quiet}`}>{reasonSaid(words, found)}</td>
        </>
      )}
    </tr>
  )
}
