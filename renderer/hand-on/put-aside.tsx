import { useEffect, useState } from 'react'
import type { PutAside } from '../../contract/device/aside.ts'
import { useAct } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { measure, mono, quiet, row, ruled, small } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { becoming } from '../door/shown-records.ts'
import * as look from '../settings/settings.css.ts'

/** What was put aside on this computer: where it is, and the way back into it. Where nothing was, nothing. */
export function PutAsideList() {
  const words = useWords()
  const said = words.handOn.aside
  const { mode } = useSession()
  const { attempt, told, busy } = useAct()
  const places = usePutAside()
  if (places.length === 0) return null
  const open = (id: string) => void attempt(() => becoming(() => door.aside.open(id)))
  return (
    <section className={look.group}>
      <h2>{said.title}</h2>
      {mode === 'new' ? null : <p className={`${measure} ${quiet}`}>{said.swaps}</p>}
      <ul className={ruled}>
        {places.map(({ id, path, at, name, district }) => (
          <li key={id}>
            <strong>{said.one({ name, district })}</strong>
            <p className={`${small} ${quiet}`}>{at === undefined ? null : said.at({ atMs: at })}</p>
            <p className={mono}>{path}</p>
            <div className={row}>
              <Button
                kind="small"
                busy={busy}
                label={said.openOf({ name, id })}
                onPress={() => open(id)}
              >
                {said.open}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <span role="status">{busy ? said.opening : null}</span>
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </section>
  )
}

/** They change only with the window beginning anew. */
function usePutAside(): readonly PutAside[] {
  const [places, setPlaces] = useState<readonly PutAside[]>([])
  useEffect(() => {
    door.aside.list().then(
      told => setPlaces(told.places),
      () => 'the screen is there without them',
    )
  }, [])
  return places
}
