import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextLink } from '../design/link.tsx'
import { asking, good, quiet, row, small } from '../design/text.css.ts'
import * as look from './add.css.ts'
import { pieceOf, type Arrival, type Outcome, type WhyNot } from './arrival.ts'
import { queue } from './keep-one.ts'
import { putInSlot } from './put-in-slot.ts'
import { SlotSaid } from './slot-said.tsx'
import { ToldNote } from './told-note.tsx'
import { useWhyNot } from './why-not-said.ts'

interface Arriving {
  readonly arrival: Arrival
  readonly asked: string | undefined
  onAsk(evidence: string): void
}

/** Codes of what the same file will be refused for again. */
const hopeless: readonly string[] = ['file_empty', 'file_too_large']

/** One file and what came of it: kept, kept before, refused with the reason and the way on. */
export function ArrivalLine({ arrival, asked, onAsk }: Arriving) {
  const words = useWords()
  const said = words.evidence.add
  const whyNot = useWhyNot()
  const { name, state } = arrival
  const piece = pieceOf(arrival)
  const refused = state.at === 'refused' ? whyNot(state.why) : undefined
  return (
    <li className={piece !== undefined && piece === asked ? look.asked : look.arrival}>
      <div>
        {piece === undefined ? (
          <span className={look.plainName}>{name}</span>
        ) : (
          <button
            type="button"
            className={look.name}
            aria-pressed={piece === asked}
            aria-label={said.askAbout({ title: name })}
            onClick={() => onAsk(piece)}
          >
            {name}
          </button>
        )}
        <p className={`${small} ${look.facts}`}>
          <StateSaid arrival={arrival} />
          {arrival.sizeBytes > 0 ? (
            <span className={quiet}>{words.say.size(arrival.sizeBytes)}</span>
          ) : null}
          {piece !== undefined && arrival.slot !== undefined ? (
            <SlotSaid slot={arrival.slot} refused={slotRefusal(arrival)} />
          ) : null}
        </p>
      </div>
      <span className={row}>
        {state.at === 'again' && state.inTrash ? <TakeOut arrival={arrival} again={state} /> : null}
        {state.at === 'stopped' ? (
          <Button kind="small" onPress={() => queue.again(arrival.key)}>
            {words.frame.tryAgain}
          </Button>
        ) : null}
        {piece === undefined ? null : (
          <TextLink to={`/evidence/${piece}`} label={said.openOf({ title: name })}>
            {said.open}
          </TextLink>
        )}
      </span>
      {refused === undefined ? null : (
        <div className={look.why}>
          <ErrorNote
            said={refused.said}
            next={refused.next}
            code={words.frame.code({ code: refused.code })}
          >
            {hopeless.includes(refused.code) ? null : (
              <span>
                <Button kind="small" onPress={() => queue.again(arrival.key)}>
                  {words.frame.tryAgain}
                </Button>
              </span>
            )}
          </ErrorNote>
        </div>
      )}
    </li>
  )
}

function StateSaid({ arrival }: { readonly arrival: Arrival }) {
  const words = useWords()
  const said = words.evidence.add
  const { state, name } = arrival
  switch (state.at) {
    case 'waiting':
      return <span className={quiet}>{said.waiting}</span>
    case 'keeping':
      return <span className={quiet}>{said.keeping({ n: 1, of: 1, name })}</span>
    case 'stopped':
      return <span className={asking}>{said.stopped}</span>
    case 'kept':
      return <span className={good}>{said.kept}</span>
    case 'again':
      return (
        <span className={asking}>
          {state.inTrash
            ? said.againInTrash({ atMs: state.addedAt })
            : said.again({ atMs: state.addedAt })}
        </span>
      )
    case 'refused':
      return null
  }
}

function slotRefusal({ state }: Arrival): WhyNot | 'in trash' | undefined {
  if (state.at === 'again' && state.inTrash) return 'in trash'
  return state.at === 'kept' || state.at === 'again' ? state.slotRefused : undefined
}

interface Taking {
  readonly arrival: Arrival
  readonly again: Extract<Outcome, { at: 'again' }>
}

/** Takes the piece that was kept before out of the trash, and puts it where this one was meant to go. */
function TakeOut({ arrival, again }: Taking) {
  const words = useWords()
  const { act, attempt, told } = useAct()
  const takeOut = async () => {
    const { evidence, content } = again
    const done = await act('evidence.trash', { evidence, on: false, content })
    if (done === undefined) return
    const filled = await attempt(() => putInSlot(again.evidence, arrival.slot))
    queue.become(arrival.key, { ...again, inTrash: false, ...filled })
  }
  return (
    <>
      <Button kind="small" onPress={() => void takeOut()}>
        {words.evidence.list.takeOut}
      </Button>
      <ToldNote told={told} />
    </>
  )
}
