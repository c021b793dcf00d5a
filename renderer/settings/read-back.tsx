import { useRef, useState } from 'react'
import type { WaitingSaid, WaitingTaken } from '../../contract/device/waiting.ts'
import { useAct } from '../app/act.ts'
import { forgetAll } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { measure, quiet, row, ruled, unseen } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import * as look from './settings.css.ts'

interface Chosen {
  readonly file: File
  readonly said: WaitingSaid
}

/** Reads in what was saved on another computer of the person: first what is in it, then, when they say so, all of it. */
export function ReadBack() {
  const words = useWords()
  const said = words.settings.district.readBack
  const { attempt, told, busy } = useAct()
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<Chosen>()
  const [taken, setTaken] = useState<WaitingTaken>()

  const choose = async (file: File | undefined) => {
    setChosen(undefined)
    setTaken(undefined)
    if (file === undefined) return
    const answer = await attempt(() => door.waiting.look(file))
    if (answer !== undefined) setChosen({ file, said: answer })
  }
  const take = async ({ file }: Chosen) => {
    const answer = await attempt(() => door.waiting.take(file))
    if (answer === undefined) return
    setChosen(undefined)
    setTaken(answer)
    await forgetAll()
  }
  return (
    <section className={look.group}>
      <h2>{said.title}</h2>
      <p className={`${measure} ${quiet}`}>{said.what}</p>
      <input
        ref={input}
        className={unseen}
        type="file"
        accept=".json,application/json"
        tabIndex={-1}
        aria-label={said.choose}
        onChange={event => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          void choose(file)
        }}
      />
      <div className={row}>
        <Button busy={busy} onPress={() => input.current?.click()}>
          {said.choose}
        </Button>
        <span role="status">{taken === undefined ? null : said.taken({ n: taken.taken })}</span>
      </div>
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
      {chosen === undefined ? null : (
        <Held
          said={chosen.said}
          busy={busy}
          onTake={() => void take(chosen)}
          onLeave={() => setChosen(undefined)}
        />
      )}
    </section>
  )
}

interface Holding {
  readonly said: WaitingSaid
  readonly busy: boolean
  onTake(): void
  onLeave(): void
}

function Held({ said: file, busy, onTake, onLeave }: Holding) {
  const said = useWords().settings.district.readBack
  const fresh = file.count - file.known
  return (
    <div className={look.panel} role="group" aria-label={said.title}>
      <p>{said.holds({ n: file.count, savedAt: file.savedAt })}</p>
      {fresh === 0 ? (
        <p>{said.nothing}</p>
      ) : (
        <ul className={ruled}>
          {file.groups.map(({ group, n }) => (
            <li key={group}>{said.group[group]({ n })}</li>
          ))}
        </ul>
      )}
      {file.known === 0 || fresh === 0 ? null : <p>{said.known({ n: file.known })}</p>}
      {file.refused === 0 ? null : <p>{said.refused({ n: file.refused })}</p>}
      {file.filesElsewhere === 0 ? null : <p>{said.files({ n: file.filesElsewhere })}</p>}
      <div className={row}>
        {fresh === 0 ? null : (
          <Button kind="primary" busy={busy} onPress={onTake}>
            {said.take}
          </Button>
        )}
        <Button kind="bare" onPress={onLeave}>
          {said.leave}
        </Button>
      </div>
    </div>
  )
}
