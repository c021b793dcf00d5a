import { useState } from 'react'
import type { Badge } from '../../core/badge/record.ts'
import { revocationsLeft } from '../../core/badge/revoking-pace.ts'
import { isOpen, jointBadgesMax } from '../../core/joint-act/record.ts'
import { mayAct } from '../../core/joint-act/rights.ts'
import type { Row } from '../../contract/device/row.ts'
import { useAct } from '../app/act.ts'
import { useGoOn } from '../app/go-on.ts'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextField } from '../design/field.tsx'
import { forgivingMatch } from '../design/forgiving-match.ts'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { LoadingLine, LongJob } from '../design/progress.tsx'
import { lead, quiet, small } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import * as look from './issue.css.ts'
import { stateSaid } from './state-said.ts'
import { useOneByOne } from './use-one-by-one.ts'

/** So many stand in the list before one asks for more. */
const pageMax = 100

/** Chooses badges and revokes them for one reason: a few at once, many with a second officer. */
export function RevokeSeveral() {
  const words = useWords()
  const said = words.issue.several
  const rows = useRows('issue', {})
  const { person, holding } = useSession()
  const goOn = useGoOn()
  const { act, told, busy } = useAct()
  const [sought, setSought] = useState('')
  const [most, setMost] = useState(pageMax)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState('')
  const each = useOneByOne((badge, together) =>
    door.command('badge.revoke', { badge, reason }, together),
  )
  const nameOf = (id: string) => rows?.people.find(known => known.id === id)?.body.name ?? ''
  const waiting = new Set(
    rows?.acts.filter(({ body }) => isOpen(body, Date.now())).flatMap(({ body }) => body.badges),
  )
  const canBe = ({ id, body }: Row<Badge>) =>
    (body.state === 'signed' || body.state === 'suspended') &&
    body.owner !== person?.id &&
    !waiting.has(id)
  const there = rows?.badges.filter(canBe) ?? []
  const shown = there.filter(({ body }) =>
    forgivingMatch(`${body.title} ${nameOf(body.owner)}`, sought),
  )
  const picked = there.filter(({ id }) => chosen.has(id))
  const people = new Set(picked.map(({ body }) => body.owner)).size
  const alone = revocationsLeft(rows?.pace?.body, person?.id ?? '', Date.now())
  // An act of two is about anybody's badges: who issues for some schools only has the district's office do it.
  const isOfDistrict = mayAct(holding)
  const takesTwo = isOfDistrict && picked.length > alone
  const turn = (ids: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen)
    for (const id of ids)
      if (isChosen) next.add(id)
      else next.delete(id)
    setChosen(next)
  }
  const revoke = async () => {
    if (busy || each.running !== undefined) return
    const ids = picked.map(({ id }) => id)
    // The record itself says what is missing: nothing chosen, or no reason.
    if (isOfDistrict && (takesTwo || ids.length === 0 || reason.trim() === '')) {
      const done = await act('act.propose', { badges: ids, reason })
      if (done !== undefined) goOn('/issue')
      return
    }
    if (ids.length > 0 && (await each.run(ids)) === 0) goOn('/issue')
  }
  usePrimaryKey(() => void revoke())
  const counted = { n: picked.length, people }
  return (
    <Screen
      title={said.title}
      beside={<TextLink to="/issue">{said.back}</TextLink>}
      actions={
        <Button kind="danger" keys="Ctrl Enter" busy={busy} onPress={() => void revoke()}>
          {takesTwo ? said.propose(counted) : said.revoke(counted)}
        </Button>
      }
      marginLabel={said.why}
      margin={
        <div className={look.paper}>
          <p>{said.chosen(counted)}</p>
          <TextField
            label={words.issue.reason}
            hint={words.issue.reasonHint}
            value={reason}
            rows={4}
            onValue={setReason}
          />
          <p className={small}>{takesTwo ? said.two({ alone }) : words.issue.act.revoke.lead}</p>
          {picked.length > jointBadgesMax ? (
            <ErrorNote kind="ask" said={said.tooMany({ most: jointBadgesMax })} next="" />
          ) : null}
          {told === undefined ? null : <ErrorNote {...told} />}
          {each.running === undefined ? null : (
            <LongJob
              said={said.working(each.running)}
              done={each.running.done}
              all={each.running.all}
            />
          )}
        </div>
      }
    >
      {rows === undefined ? <LoadingLine label={words.frame.loading} /> : null}
      <p className={lead}>{said.lead}</p>
      <TextField label={said.find} hint={said.findHint} value={sought} onValue={setSought} />
      <p className={look.bar}>
        <Button
          kind="small"
          onPress={() =>
            turn(
              shown.map(({ id }) => id),
              true,
            )
          }
        >
          {said.all({ n: shown.length })}
        </Button>
        <Button kind="small" onPress={() => setChosen(new Set())}>
          {words.issue.none}
        </Button>
        <span role="status" className={`${small} ${quiet}`}>
          {said.chosen(counted)}
        </span>
      </p>
      {rows !== undefined && shown.length === 0 ? (
        <EmptyState>
          <p>{said.nothing}</p>
        </EmptyState>
      ) : null}
      <ul>
        {shown.slice(0, most).map(({ id, body }) => (
          <li key={id} className={look.line}>
            <input
              type="checkbox"
              checked={chosen.has(id)}
              aria-label={said.choose({ title: body.title, name: nameOf(body.owner) })}
              onChange={event => turn([id], event.currentTarget.checked)}
            />
            <div>
              <h2 className={look.title}>{body.title}</h2>
              <p className={`${small} ${quiet}`}>
                {nameOf(body.owner)} · {stateSaid(words, body)}
              </p>
            </div>
            {each.failures.has(id) ? (
              <div className={look.failure}>
                <Failure of={each.failures.get(id)} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {shown.length > most ? (
        <Button kind="small" onPress={() => setMost(most + pageMax)}>
          {words.issue.more({ n: Math.min(pageMax, shown.length - most) })}
        </Button>
      ) : null}
    </Screen>
  )
}

function Failure({ of }: { of: ReturnType<typeof useAct>['told'] }) {
  return of === undefined ? null : <ErrorNote {...of} />
}
