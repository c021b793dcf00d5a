import { useEffect, useState } from 'react'
import type { OwnComputerRow } from '../../contract/device/queries.ts'
import { useAct } from '../app/act.ts'
import { useSync } from '../app/live.tsx'
import { askAnew, forgetAll, useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { measure, quiet, row, ruled, small, stack } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { AddComputer } from './add-computer.tsx'
import { ComputerName } from './computer-name.tsx'
import * as look from './settings.css.ts'

/**
 * Every computer that signs in one's name, as the register has it: who was given one of them sees it here. One that is
 * sent away can change nothing about them.
 */
export function Computers({ isAway }: { readonly isAway: boolean }) {
  const said = useWords().settings.district.computers
  const computers = useRows('computers', {})?.computers ?? []
  const { away, waitsUntil } = useSync()
  useNamesAsked(away === undefined && waitsUntil === undefined ? computers.length : 0)
  if (computers.length === 0) return null
  return (
    <section className={look.group} id="computers">
      <h2>{said.title}</h2>
      <ul className={ruled}>
        {computers.map(computer => (
          <li key={computer.device}>
            <Computer computer={computer} isAway={isAway} />
          </li>
        ))}
      </ul>
      <p className={`${measure} ${quiet}`}>{said.unknown}</p>
      {isAway ? null : <AddComputer />}
      {computers.some(computer => computer.isOther) ? (
        <ErrorNote said={said.other} next={said.otherNext} />
      ) : null}
    </section>
  )
}

/** Asks the district what they are called. Where it does not answer this computer they are called as it said last. */
function useNamesAsked(count: number): void {
  useEffect(() => {
    if (count === 0) return
    door.district.ownDevices().then(
      () => void askAnew({ queryKey: ['computers'] }),
      () => 'as it said last',
    )
  }, [count])
}

/** One of them: of one that waits for a yes it is asked whether it is theirs; another one can be ended. */
function Computer({
  computer,
  isAway,
}: {
  readonly computer: OwnComputerRow
  readonly isAway: boolean
}) {
  const words = useWords()
  const said = words.settings.district.computers
  const { attempt, told, busy } = useAct()
  const [isEnding, setIsEnding] = useState(false)
  const [isNaming, setNaming] = useState(false)
  const { device, name, isThis, joinedAt, revokedAt, waitsUntil } = computer
  const waits = waitsUntil !== undefined && waitsUntil > Date.now() ? waitsUntil : undefined
  const answer = async (isTheirs: boolean) => {
    const answered = await attempt(() => door.district.answer(device, isTheirs))
    if (answered === undefined) return
    setIsEnding(false)
    await forgetAll()
  }
  const isOver = revokedAt !== undefined
  return (
    <div className={stack}>
      {isNaming ? <ComputerName computer={computer} onLeft={() => setNaming(false)} /> : null}
      <div>
        {name === undefined || name === '' || isNaming ? null : <strong>{name}</strong>}
        <p className={`${small} ${quiet}`}>
          {said.one({ isThis, joinedAt })}
          {isOver ? ` ${said.ended({ at: revokedAt })}` : null}
        </p>
      </div>
      {isAway || isOver || waits !== undefined || isEnding || isNaming ? null : (
        <div className={row}>
          <Button
            kind="small"
            label={said.renameOf({ name, joinedAt })}
            onPress={() => setNaming(true)}
          >
            {said.rename}
          </Button>
          {isThis ? null : (
            <Button
              kind="small"
              label={said.endOf({ name, joinedAt })}
              onPress={() => setIsEnding(true)}
            >
              {said.end}
            </Button>
          )}
        </div>
      )}
      {isThis || isAway || isOver || waits === undefined ? null : (
        <div className={look.panel} role="group" aria-label={said.isItYours}>
          <p className={measure}>
            {said.waits({ until: waits })}
            {name === undefined || name === '' ? null : ` ${said.callsItself({ name })}`}
          </p>
          <div className={row}>
            <Button busy={busy} onPress={() => void answer(true)}>
              {said.yes}
            </Button>
            <Button kind="danger" busy={busy} onPress={() => void answer(false)}>
              {said.no}
            </Button>
          </div>
        </div>
      )}
      {isEnding ? (
        <div className={look.panel} role="group" aria-label={said.endOf({ name, joinedAt })}>
          <p className={measure}>{said.endSure}</p>
          <div className={row}>
            <Button kind="danger" busy={busy} onPress={() => void answer(false)}>
              {said.end}
            </Button>
            <Button kind="bare" onPress={() => setIsEnding(false)}>
              {said.keep}
            </Button>
          </div>
        </div>
      ) : null}
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </div>
  )
}
