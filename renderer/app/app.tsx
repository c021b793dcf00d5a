import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Session } from '../../contract/device/session.ts'
import { wordsIn } from '../../words/words.ts'
import { door } from '../door/door.ts'
import { tradeStartLink } from '../door/secret.ts'
import { OpenLock } from '../lock-records/open-lock.tsx'
import { StartHere } from '../start-here/start-here.tsx'
import { showTextSize } from '../start-here/text-size.ts'
import { tellDoor, type Told } from './act.ts'
import { Boundary } from './boundary.tsx'
import { Live } from './live.tsx'
import { memory } from './rows.ts'
import { SessionChangeProvider, SessionProvider } from './session.tsx'
import { Shell } from './shell.tsx'
import { Stopped } from './stopped.tsx'
import { WordsProvider } from './words.tsx'

const now = () => Date.now()
const browserLanguage = () => (navigator.language.startsWith('es') ? 'es' : 'en')

/** The whole window: trades the start link, learns whose computer this is, then shows the screens. */
export function App() {
  const [session, setSession] = useState<Session>()
  const [stopped, setStopped] = useState<Told>()

  useEffect(() => {
    showTextSize()
    const begin = async () => {
      await tradeStartLink('/api/once')
      setSession(await door.session())
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
        <SessionChangeProvider value={setSession}>
          <QueryClientProvider client={memory}>
            <Boundary>
              {session.mode === 'locked' ? (
                <OpenLock onSession={setSession} />
              ) : session.mode === 'new' ? (
                <StartHere onSession={setSession} />
              ) : (
                <Live onSession={setSession}>
                  <Shell onSession={setSession} />
                </Live>
              )}
            </Boundary>
          </QueryClientProvider>
        </SessionChangeProvider>
      </SessionProvider>
    </WordsProvider>
  )
}
