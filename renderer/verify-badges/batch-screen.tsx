import { useState } from 'react'
import type { CauseChoice } from '../../core/badge/cause.ts'
import { mayDecideCause } from '../../core/badge/rights.ts'
import type { AgainAsked, Group } from '../../contract/device/verifying.ts'
import { tellDoor, useAct } from '../app/act.ts'
import { useFootNote } from '../app/foot-note.ts'
import { useGoOn } from '../app/go-on.ts'
import type { ScreenProps } from '../app/route.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Screen } from '../design/frame.tsx'
import { LiveRegion } from '../design/live-region.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { usePlaceKept } from '../design/use-place-kept.ts'
import { AboutBatch } from './about-batch.tsx'
import { AgainLines } from './again-lines.tsx'
import { AskNetwork } from './ask-network.tsx'
import { BatchSheets, type SheetOpen } from './batch-sheets.tsx'
import { bundleSaid } from './bundle-said.ts'
import { needsLook } from './cause-said.ts'
import { DecideBox } from './decide-box.tsx'
import { GoingOn } from './going.tsx'
import { useIsHandingIn } from './hand-in.ts'
import { LeftOut } from './left-out.tsx'
import { Ledger } from './ledger.tsx'
import { fewRows } from './ledger-columns.ts'
import { LedgerKeys } from './ledger-keys.tsx'
import { OneAnswer } from './one-answer.tsx'
import { SaveReport } from './save-report.tsx'
import { Sum } from './sum-of-counts.tsx'
import { forgetBatch, useBatch, useRowsPage, useRowWhole } from './use-batch.ts'
import { useDropHere } from './use-drop-here.ts'
import { useHandOver } from './use-hand-over.ts'
import { useSeen } from './use-seen.ts'
import { focusSeenRowSoon, useLedgerKeys } from './use-ledger-keys.ts'
import { verifying } from './verifying-door.ts'
import * as look from './verify.css.ts'
import { WaysIn } from './ways-in.tsx'
import { Why } from './why.tsx'

/** One batch, whichever the address names. */
export function BatchScreen({ params }: ScreenProps) {
  const id = params['batch'] ?? ''
  return <Batch key={id} id={id} />
}

/** The sentence first, then what needs a look by cause, then what holds; why in the margin. */
function Batch({ id }: { id: string }) {
  const words = useWords()
  const { many } = words.verify
  const mayDecide = mayDecideCause(useSession().holding)
  const { said, failed, follow } = useBatch(id)
  const goTo = useGoOn()
  const { act, attempt, told, busy } = useAct()
  const { seen: asked, see, isOnlyOpen, showOnlyOpen } = useSeen()
  const [sheet, setSheet] = useState<SheetOpen>()
  const [spoken, setSpoken] = useState('')
  const handOver = useHandOver(id)
  const isHandingIn = useIsHandingIn(id)

  const groups = (said?.groups ?? []).filter(group => !isOnlyOpen || needsLook(group))
  const firstGroup = groups.find(needsLook) ?? groups[0]
  const { page: firstRows } = useRowsPage(id, firstGroup?.id, undefined, fewRows)
  const seen = asked ?? firstRows?.rows[0]?.n
  const whole = useRowWhole(id, seen)
  const group = said?.groups.find(one => one.id === whole?.row.group)
  const isOne = said?.counts.all === 1

  const decide = (of: Group, choice?: CauseChoice) => {
    if (mayDecide && of.cause !== undefined && of.decided === undefined)
      setSheet({ as: 'decide', group: of, choice })
  }
  const undo = async ({ decided }: Group) => {
    if (decided === undefined) return
    const done = await act('cause.undo', { decision: decided.id })
    if (done === undefined) return
    await forgetBatch(id)
    setSpoken(many.undone)
  }
  const checkAgain = (which: AgainAsked) =>
    void attempt(async () => {
      await verifying.again(id, which)
      follow()
      await forgetBatch(id)
      setSpoken(many.againSpoken)
    })
  const again = () => {
    if (seen !== undefined) checkAgain({ rows: [seen] })
  }
  /** What waits is asked for again, and followed again. */
  const goOn = () =>
    void attempt(async () => {
      await verifying.again(id, { stopped: true })
      follow()
      await forgetBatch(id)
    })
  const tellWhy = (n: number) => {
    see(n)
    document.getElementById('why')?.focus()
  }
  const decided = async (of: Group) => {
    await forgetBatch(id)
    setSheet(undefined)
    setSpoken(many.decideSpoken({ n: of.count }))
    // Where the button was that opened the sheet stands the decision now.
    focusSeenRowSoon()
  }
  useLedgerKeys({ settle: () => group !== undefined && decide(group), again })
  const isOver = useDropHere(handOver)
  usePlaceKept(said !== undefined)
  useFootNote(0, said === undefined ? undefined : bundleSaid(words, said))

  if (said === undefined)
    return (
      <Screen title={words.verify.title} titled="page">
        <LoadingLine label={words.frame.loading} />
      </Screen>
    )
  const stopped = failed === undefined ? undefined : tellDoor(words, failed)
  const problem = told ?? handOver.told
  const decideBox =
    group === undefined ? null : (
      <DecideBox
        group={group}
        mayDecide={mayDecide}
        ended={whole?.ended}
        onDecide={decide}
        onUndo={of => void undo(of)}
      />
    )
  const isGoing = said.counts.waiting > 0 || said.coming.length > 0 || isHandingIn
  const network =
    whole === undefined || isGoing ? null : (
      <AskNetwork whole={whole} group={isOne ? undefined : group} onAgain={checkAgain} />
    )
  const checked = said.counts.all - said.counts.waiting - said.counts.stopped
  return (
    <Screen
      title={said.name === '' ? many.nameless({ at: said.begunAt }) : said.name}
      titled="page"
      actions={
        <>
          <Button onPress={() => setSheet({ as: 'add' })}>{words.verify.addMore}</Button>
          <SaveReport batch={said} isBehind={sheet !== undefined} busy={busy} attempt={attempt} />
        </>
      }
      marginLabel={words.verify.why}
      margin={
        <>
          {isOne ? (
            <>
              {network}
              {decideBox}
              <p>
                <Button kind="small" keys="R" onPress={again}>
                  {words.verify.again}
                </Button>
              </p>
            </>
          ) : (
            <>
              <Why whole={whole} decide={decideBox} network={network} onAgain={again} />
              {isGoing || checked === 0 ? null : (
                <AgainLines batch={said} group={group} onAgain={checkAgain} />
              )}
            </>
          )}
          <AboutBatch batch={said} onSheet={setSheet} />
        </>
      }
      marginCount={said.counts.open > 0 ? many.open({ n: said.counts.open }) : undefined}
    >
      <LiveRegion say={spoken} />
      {problem === undefined ? null : <ErrorNote {...problem} />}
      {stopped === undefined ? null : (
        <ErrorNote said={many.failed} next={`${stopped.said} ${stopped.next}`} code={stopped.code}>
          <Button kind="small" onPress={goOn}>
            {many.goOn}
          </Button>
        </ErrorNote>
      )}
      {checked === 0 || isOne ? null : <Sum counts={said.counts} tookMs={said.tookMs} />}
      {stopped === undefined ? <GoingOn batch={said} attempt={attempt} /> : null}
      <LeftOut batch={said} />
      {said.counts.all === 0 && !isHandingIn ? (
        <WaysIn onFiles={handOver.files} onText={handOver.text} />
      ) : null}
      {isOne && whole !== undefined ? <OneAnswer whole={whole} /> : null}
      {isOne || checked === 0 ? null : (
        <>
          <LedgerKeys
            open={said.counts.open}
            isOnlyOpen={isOnlyOpen}
            mayDecide={mayDecide}
            onOnlyOpen={showOnlyOpen}
          />
          <Ledger
            said={said}
            groups={groups}
            seen={seen}
            mayDecide={mayDecide}
            onSee={see}
            onWhy={tellWhy}
            onDecide={of => decide(of)}
            onUndo={of => void undo(of)}
          />
        </>
      )}
      <BatchSheets
        sheet={sheet}
        batch={said}
        handOver={handOver}
        onClose={() => setSheet(undefined)}
        onDecided={of => void decided(of)}
        onGone={() => goTo('/verify')}
      />
      {isOver ? <div className={look.over}>{words.verify.dropHere}</div> : null}
    </Screen>
  )
}
