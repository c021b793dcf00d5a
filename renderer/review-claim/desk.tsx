import { useEffect, useRef, useState } from 'react'
import type { Anchor } from '../../core/claim/record.ts'
import { useFootNote } from '../app/foot-note.ts'
import { useGoOn } from '../app/go-on.ts'
import { useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { arriveAt } from '../design/arrive.ts'
import { usePrimaryKey } from '../design/primary-key.ts'
import { quiet, small } from '../design/text.css.ts'
import { Evidence } from './evidence.tsx'
import type { EvidenceHandle, Going } from './evidence-handle.ts'
import { placeFor } from './evidence-for.ts'
import { evidenceTabs, tabOfPlace } from './evidence-tabs.ts'
import { guidanceId } from './guidance.tsx'
import { leftToDo } from './left-to-do.ts'
import { markedPlaces, type MarkedPlace } from './marked-places.ts'
import type { Reading } from './open-reading.ts'
import { claimCode } from './queue.ts'
import type { ReviewKey } from './review-key.ts'
import { Rubric } from './rubric.tsx'
import { useDeskPlace } from './use-desk-place.ts'
import { useHiddenMinutes } from './use-hidden-minutes.ts'
import { useJudging } from './use-judging.ts'
import { useReviewKeys } from './use-review-keys.ts'
import { minutesOf, usualMinutes } from './usual-minutes.ts'

const commentId = 'comment'

/** A claim on the desk: evidence on the left, judgement on the right, hands on the keys. */
export function Desk({ reading }: { reading: Reading }) {
  const words = useWords()
  const goOn = useGoOn()
  const judging = useJudging(reading)
  const tabs = evidenceTabs(reading.micro, reading.attempt)
  const review = reading.review.body
  const places = markedPlaces(review.anchors)
  const at = useDeskPlace(reading.criteria, tabs, places)
  const evidence = useRef<EvidenceHandle>(null)
  const [going, setGoing] = useState<Going>()
  const [asked, setAsked] = useState(false)
  const [isUnpointed, setUnpointed] = useState(false)
  const [typed, setTyped] = useState<Readonly<Record<string, string | undefined>>>({})
  const [isGuided, setGuided] = useState(false)
  const minutes = useHiddenMinutes()

  const { current } = at
  const comments = { ...review.comments }
  for (const [criterion, text] of Object.entries(typed))
    if (text !== undefined) comments[criterion] = text
  const left = leftToDo(
    { ...review, comments },
    reading.criteria.map(read => read.criterion),
  )
  const rated = review.criteria.filter(criterion => review.levels[criterion] !== undefined).length

  const finish = async () => {
    setAsked(true)
    if (left.length > 0) {
      document.getElementById('margin')?.scrollTo({ top: 0 })
      return
    }
    await judging.finish()
  }
  const point = async (anchor: Anchor | undefined) => {
    setUnpointed(anchor === undefined)
    if (anchor === undefined || current === undefined || current.stands) return
    await judging.point(current.criterion.id, anchor)
  }
  const hide = async (anchor: Anchor | undefined) => {
    setUnpointed(anchor === undefined)
    if (anchor !== undefined) await judging.hide(anchor)
  }
  const goTo = (place: MarkedPlace) => {
    const tab = tabOfPlace(tabs, place.anchor.place)
    if (tab === undefined) return
    at.openTab(tab.id)
    setGoing({ anchor: place.anchor })
  }
  const openTab = (id: string) => {
    setGoing(undefined)
    setUnpointed(false)
    at.openTab(id)
  }
  /** Another criterion is opened: where one wanted to go in the evidence before is over. */
  const turnTo = (opened: () => void) => {
    setGoing(undefined)
    setUnpointed(false)
    opened()
  }
  const onKey = (key: ReviewKey) => {
    switch (key.does) {
      case 'criterion':
        turnTo(() => at.step(key.by))
        break
      case 'level': {
        const level = current?.criterion.levels[key.n - 1]
        if (current !== undefined && !current.stands && level !== undefined)
          void judging.rate(current.criterion.id, level.rank)
        break
      }
      case 'point':
        void point(evidence.current?.point())
        break
      case 'comment':
        document.getElementById(commentId)?.focus()
        break
      case 'guidance':
        setGuided(before => !before)
        break
      case 'evidence':
        openTab(at.nextTab())
        break
      case 'play':
        evidence.current?.play()
        break
      case 'back':
        evidence.current?.back()
        break
      case 'out':
        document.getElementById('margin')?.focus()
        break
    }
  }
  usePrimaryKey(() => void finish())
  useReviewKeys(onKey)
  // The keys act from the start: the evidence has the focus.
  useEffect(() => {
    const work = document.getElementById('work')
    if (work !== null) arriveAt(work)
  }, [])
  // Asked for by a key from the other pane, it may be out of sight.
  useEffect(() => {
    if (isGuided) document.getElementById(guidanceId)?.scrollIntoView({ block: 'nearest' })
  }, [isGuided])
  const finished = useRows('reviews', {})?.finished ?? []
  const usual = usualMinutes(finished, review.rubricVersion)
  const active = minutesOf(review.activeMs + judging.time.pendingMs)
  useFootNote(
    asked ? left.length : 0,
    [
      words.review.rated({ n: rated, of: review.criteria.length }),
      ...(minutes.areHidden ? [] : [words.review.active({ minutes: active, usual })]),
      words.review.due({ day: reading.attempt.answerBy }),
    ].join(' · '),
  )

  const owner = review.blind ? '' : reading.nameOf(review.owner)
  return (
    <Screen
      layout="review"
      title={`${words.review.code({ code: claimCode(reading.claim.id) })}, ${review.title}`}
      beside={
        <span className={`${small} ${quiet}`}>
          {owner === '' ? words.review.blind : words.review.seen({ name: owner })}{' '}
          <TextLink to="/review">{words.review.back}</TextLink>
        </span>
      }
      actions={
        <Button kind="primary" keys="Ctrl Enter" onPress={() => void finish()}>
          {words.review.finish}
        </Button>
      }
      marginLabel={words.review.rubric}
      margin={
        <Rubric
          reading={reading}
          judging={judging}
          open={current}
          places={places}
          left={asked ? left : []}
          isUnpointed={isUnpointed}
          minutesHidden={minutes.areHidden}
          isGuided={isGuided}
          commentId={commentId}
          onOpen={n => turnTo(() => at.open(n))}
          onPoint={() => void point(evidence.current?.point())}
          onShowsWho={() => void hide(evidence.current?.point())}
          onGo={goTo}
          onUntil={place => {
            const endMs = evidence.current?.timeMs()
            const { startMs } = place.anchor
            if (endMs !== undefined && startMs !== undefined && endMs > startMs)
              void judging.move(place, { ...place.anchor, endMs })
          }}
          onTyped={(criterion, text) => setTyped(before => ({ ...before, [criterion]: text }))}
          onMinutes={() => minutes.turn()}
          onGuidance={() => setGuided(before => !before)}
          onGiveBack={() => {
            void judging.giveBack().then(done => {
              if (done !== undefined) goOn('/review')
            })
          }}
        />
      }
    >
      <Evidence
        ref={evidence}
        reading={reading}
        tabs={tabs}
        current={at.tab}
        pointed={
          current === undefined
            ? undefined
            : placeFor(current.criterion.id, at.tab, { tabs, places })
        }
        places={places}
        going={going}
        onTab={openTab}
        onPoint={place => void point({ place })}
        onMoved={() => judging.time.touch()}
      />
    </Screen>
  )
}
