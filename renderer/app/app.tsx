import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Session } from '../../contract/device/session.ts'
import { wordsIn } from '../../words/words.ts'
import { door } from '../door/door.ts'
import { tradeStartLink } from '../door/secret.ts'
import { keepInMemoryOnly } from '../door/unsaved.ts'
import { beginAnew, showRecords } from '../door/shown-records.ts'
import { OpenLock } from '../lock-records/open-lock.tsx'
import { StartHere } from '../start-here/start-here.tsx'
import { showTextSize } from '../start-here/text-size.ts'
import { tellDoor, type Told } from './act.ts'
import { Boundary } from './boundary.tsx'
import { Live } from './live.tsx'
import { memory } from './rows.ts'
import { SessionChangeProvider, SessionProvider } from './session.tsx'
import { Shell } from './shell.tsx'
import { isSomeoneElse } from './someone-else.ts'
import { Stopped } from './stopped.tsx'
import { WordsProvider } from './words.tsx'

const now = () => Date.now()
const browserLanguage = () => (navigator.language.startsWith('es') ? 'es' : 'en')

/** The whole window: trades the start link, learns whose computer this is, then shows the screens. */
export function App() {
  const [session, setSession] = useState<Session>()
  const newest = useRef<Session>(undefined)
  const [stopped, setStopped] = useState<Told>()

  const show = (next: Session) => {
    if (isSomeoneElse(newest.current, next)) {
      beginAnew()
      return
    }
    newest.current = next
    keepInMemoryOnly(next.lock.state !== 'none' && next.mode !== 'demo')
    if (next.device !== undefined)
      showRecords({ device: next.device, name: next.person?.name ?? '' })
    setSession(next)
  }
  useEffect(() => {
    showTextSize()
    const begin = async () => {
      await tradeStartLink('/api/once')
      show(await door.session())
    }
    begin().catch((error: unknown) => setStopped(tellDoor(wordsIn(browserLanguage(), now), error)))
  }, [])

  useEffect(() => {
    if (session === undefined) return
    document.documentElement.lang = session.language
    if (session.theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = session.theme
  }, [session])

  if (stopped !== undefined) return <Stopped told={stopped} />
  if (session === undefined) return null
  return (
    <WordsProvider value={wordsIn(session.language, now)}>
      <SessionProvider value={session}>
        <SessionChangeProvider value={show}>
          <QueryClientProvider client={memory}>
            <Boundary>
              {session.mode === 'locked' ? (
                <OpenLock onSession={show} />
              ) : session.mode === 'new' ? (
                <StartHere onSession={show} />
              ) : (
                <Live onSession={show}>
                  <Shell onSession={show} />
                </Live>
              )}
            </Boundary>
          </QueryClientProvider>
        </SessionChangeProvider>
      </SessionProvider>
    </WordsProvider>
  )
}
