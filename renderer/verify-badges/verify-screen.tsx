import { useFootNote } from '../app/foot-note.ts'
import { useWords } from '../app/words.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { heading, lead, quiet, ruled, small } from '../design/text.css.ts'
import { usePlaceKept } from '../design/use-place-kept.ts'
import { fromHere } from '../design/way-back.ts'
import { sumSaid } from './sum-said.ts'
import { useBatches } from './use-batch.ts'
import { useDropHere } from './use-drop-here.ts'
import { useHandOver } from './use-hand-over.ts'
import { limits } from './verifying-door.ts'
import * as look from './verify.css.ts'
import { WaysIn } from './ways-in.tsx'

/** Where badges are handed in, one or ten thousand; and the lists that were checked here before. */
export function VerifyScreen() {
  const words = useWords()
  const said = words.verify
  const handOver = useHandOver(undefined)
  const kept = useBatches()
  const batches = kept?.batches
  const anew = kept?.begunAnew
  const isOver = useDropHere(handOver)
  // What is dropped here is no evidence, as the foot says elsewhere.
  useFootNote(0, said.dropHere)
  usePlaceKept(batches !== undefined)
  return (
    <Screen title={said.title} titled="page">
      <p className={`${lead} ${look.measured}`}>{said.lead}</p>
      {handOver.told === undefined ? null : <ErrorNote {...handOver.told} />}
      <WaysIn isPrimary onFiles={handOver.files} onText={handOver.text} />
      {anew === undefined ? null : (
        <ErrorNote kind="ask" said={said.many.begunAnew[anew]} next={said.many.begunAnewNext} />
      )}
      {batches === undefined || batches.length > 0 ? null : (
        <EmptyState>
          <strong>{said.example.title}</strong>
          <p>{said.example.says}</p>
        </EmptyState>
      )}
      {batches === undefined || batches.length === 0 ? null : (
        <section className={look.earlier}>
          <h2 className={heading}>{said.many.earlier}</h2>
          <p className={`${small} ${quiet}`}>{said.many.earlierKept({ n: limits.singlesMax })}</p>
          <ul className={ruled}>
            {batches.map(({ id, name, only = '', begunAt, counts, tookMs }) => (
              <li key={id}>
                <TextLink to={`/verify/${id}`}>
                  {[name, only].find(one => one !== '') ?? said.many.nameless({ at: begunAt })}
                </TextLink>
                <p className={`${small} ${quiet}`}>
                  {said.many.earlierLine({
                    at: begunAt,
                    sum: counts.all === 0 ? '' : sumSaid(words, counts, tookMs),
                  })}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className={look.trusted}>
        <TextLink to="/verify/trust" state={fromHere()}>
          {said.lists.title}
        </TextLink>
      </p>
      <p>
        <TextLink to="/verify/endorsements">{words.givenEndorsements.title}</TextLink>
      </p>
      {isOver ? <div className={look.over}>{said.dropHere}</div> : null}
    </Screen>
  )
}
