import { useState } from 'react'
import { useSearchParams } from 'wouter'
import type { Claim } from '../../core/claim/record.ts'
import { isOpen } from '../../core/joint-act/record.ts'
import { mayChangeKeys } from '../../core/joint-act/rights.ts'
import type { QueryRows } from '../../contract/device/queries.ts'
import type { Row } from '../../contract/device/row.ts'
import { useSync } from '../app/live.tsx'
import { useTell } from '../app/act.ts'
import { GoesIn, useGoing } from '../app/goes-in.tsx'
import { LimitedTo } from '../app/limited-to.tsx'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { LoadingLine, LongJob } from '../design/progress.tsx'
import { lead } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { Erasures } from '../erase-record/erasures.tsx'
import { AsideList } from './aside-list.tsx'
import { CannotBeApproved } from './cannot.tsx'
import { ClaimsBeingRead } from './claims-being-read.tsx'
import { EarnedLine } from './earned-line.tsx'
import { Issued } from './issued.tsx'
import * as look from './issue.css.ts'
import { Paper } from './paper.tsx'
import { JointActs } from './joint-acts.tsx'
import { SetAside } from './set-aside.tsx'
import { useOneByOne } from './use-one-by-one.ts'
import { whatWaits } from './what-waits.ts'

/** The credential office: what was earned, all of it chosen; one look at the paper; one press. */
export function IssueScreen() {
  const words = useWords()
  const rows = useRows('issue', {})
  const [asked, setAsked] = useSearchParams()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [isNothing, setNothing] = useState(false)
  const approving = useOneByOne((claim, together) =>
    door.command('badge.approve', { claim }, together),
  )
  const unfit = useRows('issue.unfit', {})?.unfit ?? []
  const tell = useTell()
  const { person, holding } = useSession()
  const [settingAside, setSettingAside] = useState<Row<Claim>>()

  const { waiting, stuck } = whatWaits({ rows, unfit, failures: approving.failures, tell })
  const isNothingLeft = waiting.length === 0 && stuck.every(one => one.isOwn)
  const chosen = waiting.filter(claim => !left.has(claim.id)).map(claim => claim.id)
  const shown = waiting.find(claim => claim.id === asked.get('claim')) ?? waiting[0]
  const nameOf = nameIn(rows?.people ?? [])
  const approve = () => {
    setNothing(chosen.length === 0)
    if (chosen.length > 0 && approving.running === undefined) void approving.run(chosen)
  }
  const turn = (claim: string, isChosen: boolean) => {
    const next = new Set(left)
    if (isChosen) next.delete(claim)
    else next.add(claim)
    setLeft(next)
    setNothing(false)
  }
  usePrimaryKey(waiting.length === 0 ? undefined : approve)

  const acts = rows === undefined ? null : <JointActs {...rows} nameOf={nameOf} />
  // What another officer waits for comes first.
  const isAsked =
    rows?.acts.some(({ body }) => isOpen(body, Date.now()) && body.proposedBy !== person?.id) ??
    false

  return (
    <Screen
      title={words.issue.title}
      titled="page"
      actions={
        waiting.length === 0 ? null : (
          <Button
            kind="primary"
            keys="Ctrl Enter"
            busy={approving.running !== undefined}
            onPress={approve}
          >
            {words.issue.approve({ n: chosen.length })}
          </Button>
        )
      }
      marginLabel={words.issue.paper}
      margin={
        shown === undefined || rows === undefined ? undefined : (
          <Paper
            claim={shown}
            micro={rows.micros.find(micro => micro.id === shown.body.microCredential)?.body}
            nameOf={nameOf}
            onSetAside={() => setSettingAside(shown)}
          />
        )
      }
    >
      {rows === undefined ? <LoadingLine label={words.frame.loading} /> : null}
      <LimitedTo as="officer" />
      <Notes
        ready={
          chosen.length + (rows?.badges.filter(row => row.body.state === 'approved').length ?? 0)
        }
        isNothing={isNothing}
        approving={approving}
      />
      {isAsked ? acts : null}
      <Erasures />
      {rows === undefined || (isAsked && isNothingLeft) ? null : isNothingLeft ? (
        <EmptyState>
          <strong>{words.issue.nothing}</strong>
          <p>{words.issue.nothingWhy}</p>
        </EmptyState>
      ) : waiting.length === 0 ? null : (
        <>
          <p className={lead}>{words.issue.lead({ n: waiting.length })}</p>
          <p className={look.bar}>
            <Button kind="small" onPress={() => setLeft(new Set())}>
              {words.issue.all}
            </Button>
            <Button kind="small" onPress={() => setLeft(new Set(waiting.map(claim => claim.id)))}>
              {words.issue.none}
            </Button>
          </p>
          <ul>
            {waiting.map(claim => (
              <EarnedLine
                key={claim.id}
                claim={claim}
                isChosen={!left.has(claim.id)}
                isShown={claim.id === shown?.id}
                failure={approving.failures.get(claim.id)}
                nameOf={nameOf}
                onChosen={isChosen => turn(claim.id, isChosen)}
                onShow={() => setAsked({ claim: claim.id }, { replace: true })}
              />
            ))}
          </ul>
        </>
      )}
      <CannotBeApproved
        stuck={stuck}
        nameOf={nameOf}
        onSetAside={claim => setSettingAside(claim)}
      />
      <ClaimsBeingRead />
      {isAsked ? null : acts}
      {rows === undefined ? null : <AsideList setAside={rows.setAside} nameOf={nameOf} />}
      {rows === undefined ? null : <Issued badges={rows.badges} nameOf={nameOf} />}
      {mayChangeKeys(holding) ? (
        <p className={look.section}>
          <TextLink to="/keys">{words.keyChanges.open}</TextLink>
        </p>
      ) : null}
      {settingAside === undefined ? null : (
        <SetAside
          key={settingAside.id}
          claim={settingAside}
          name={nameOf(settingAside.body.owner)}
          onClose={() => setSettingAside(undefined)}
        />
      )}
    </Screen>
  )
}

const nameIn =
  (people: QueryRows<'issue'>['people']) =>
  (person: string | undefined): string =>
    people.find(known => known.id === person)?.body.name ?? ''

interface Noting {
  readonly ready: number
  readonly isNothing: boolean
  readonly approving: ReturnType<typeof useOneByOne>
}

/** What stands in the way, and what came of the last go. */
function Notes({ ready, isNothing, approving }: Noting) {
  const words = useWords().issue
  const { mode } = useSession()
  const sync = useSync()
  const { running, outcome } = approving
  const approved = useGoing('badge.approve')
  const changed = [
    useGoing('claim.set-aside'),
    useGoing('badge.suspend'),
    useGoing('badge.resume'),
    useGoing('badge.supersede'),
    useGoing('badge.revoke'),
  ]
  return (
    <div className={look.notes}>
      {mode === 'alone' ? <ErrorNote kind="ask" said={words.alone} next="" /> : null}
      {mode !== 'alone' && sync.away !== undefined && ready > 0 ? (
        <ErrorNote kind="ask" said={words.offline({ n: ready })} next="" />
      ) : null}
      {isNothing ? <ErrorNote kind="ask" said={words.chooseOne} next="" /> : null}
      {running === undefined ? null : (
        <LongJob said={words.working(running)} done={running.done} all={running.all} />
      )}
      {approved === undefined ? null : <GoesIn going={approved} />}
      {changed.map(going =>
        going === undefined ? null : <GoesIn key={going.key} going={going} />,
      )}
      <p role="status">
        {outcome === undefined ? '' : words.done({ n: outcome.done, failed: outcome.failed })}
      </p>
    </div>
  )
}
