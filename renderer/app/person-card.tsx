import { useSyncExternalStore } from 'react'
import type { Session } from '../../contract/device/session.ts'
import { door } from '../door/door.ts'
import { becoming } from '../door/shown-records.ts'
import { useAct } from './act.ts'
import { useSession } from './session.tsx'
import * as look from './shell.css.ts'
import { useWords } from './words.tsx'

const systemDark = matchMedia('(prefers-color-scheme: dark)')

/** The system turns dark in the evening while the window is open. */
function onSystemTheme(tell: () => void): () => void {
  systemDark.addEventListener('change', tell)
  return () => systemDark.removeEventListener('change', tell)
}

/** Who this is; in the demo, who one could be; light or dark. */
export function PersonCard({ onSession }: { onSession(session: Session): void }) {
  const words = useWords()
  const session = useSession()
  const { attempt } = useAct()
  const isSystemDark = useSyncExternalStore(onSystemTheme, () => systemDark.matches)
  const dark = session.theme === 'dark' || (session.theme === 'system' && isSystemDark)

  const become = (person: string) => attempt(() => becoming(() => door.demoPerson(person)))
  const paint = async (isDark: boolean) => {
    const next = await attempt(() => door.settings({ theme: isDark ? 'dark' : 'light' }))
    if (next !== undefined) onSession(next)
  }
  return (
    <div className={look.person}>
      <span className={session.mode === 'demo' ? look.nameAbove : look.name}>
        {session.person?.name}
      </span>
      <span className={look.place}>{session.person?.place}</span>
      {session.mode === 'demo' ? (
        <div className={look.demo} role="group" aria-label={words.frame.switchPerson}>
          {session.people.map(person => (
            <button
              key={person.id}
              type="button"
              className={look.demoPerson}
              aria-pressed={person.id === session.person?.id}
              aria-label={`${person.name}, ${person.place}`}
              title={`${person.name}, ${person.place}`}
              onClick={() => void become(person.id)}
            >
              {firstName(person.name)}
            </button>
          ))}
        </div>
      ) : null}
      {session.mode === 'demo' ? (
        <button
          type="button"
          className={look.leaveDemo}
          onClick={() => void attempt(() => becoming(door.leaveDemo))}
        >
          {words.frame.leaveDemo}
        </button>
      ) : null}
      <label className={look.theme}>
        <input
          type="checkbox"
          checked={dark}
          onChange={event => void paint(event.currentTarget.checked)}
        />
        {words.frame.dark}
      </label>
    </div>
  )
}

/** The demo's five people differ in their first names. */
const firstName = (name: string) => name.split(' ')[0] ?? name
