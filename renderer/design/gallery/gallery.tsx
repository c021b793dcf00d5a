import '@fontsource-variable/atkinson-hyperlegible-mono/index.css'
import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import '@fontsource-variable/literata/opsz.css'
import '../global.css.ts'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Redirect, Route, Router, Switch, useLocation } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { Key } from '../button.tsx'
import { Frame } from '../frame.tsx'
import { footEnd, station } from '../frame.css.ts'
import { usePrimaryKey } from '../primary-key.ts'
import { useProblemKeys } from '../problem-keys.ts'
import { Stations } from '../stations.tsx'
import { AskingPage } from './asking-page.tsx'
import { ClaimPage } from './claim-page.tsx'
import { FindPage } from './find-page.tsx'
import { JudgingPage } from './judging-page.tsx'
import { TellingPage } from './telling-page.tsx'

const pages = [
  { id: 'claim', path: '/claim', label: 'Writing', count: 2, countSaid: '2 need you' },
  { id: 'asking', path: '/asking', label: 'Asking' },
  { id: 'telling', path: '/telling', label: 'Telling' },
  { id: 'judging', path: '/judging', label: 'Judging' },
  { id: 'find', path: '/find', label: 'Find or do', count: 214, countSaid: '214 need you' },
]

function Gallery() {
  const [path, go] = useLocation()
  const [isDark, setDark] = useState(document.documentElement.dataset['theme'] === 'dark')
  useProblemKeys()
  usePrimaryKey(undefined)
  const shown = pages.map(page => ({ ...page, current: page.path === path }))
  const paint = (dark: boolean) => {
    setDark(dark)
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
  }
  return (
    <Frame
      labels={{ skip: 'To the work', places: 'Places', find: 'Find or do' }}
      groups={[
        { label: 'My work', places: shown.slice(0, 3) },
        { label: 'Coaching', places: shown.slice(3) },
      ]}
      onFind={() => go('/find')}
      person={
        <label>
          <input
            type="checkbox"
            checked={isDark}
            onChange={event => paint(event.currentTarget.checked)}
          />{' '}
          Dark
        </label>
      }
      foot={
        <>
          <span className={station}>
            <Stations at="here" />
            Saved here, 10:42 AM
          </span>
          <span>
            Next problem <Key>F8</Key>
          </span>
          <span className={footEnd}>
            Send today, answer by Fri, Dec 4. Thanksgiving is skipped.
          </span>
        </>
      }
      wide={path === '/judging'}
    >
      <Switch>
        <Route path="/claim" component={ClaimPage} />
        <Route path="/asking" component={AskingPage} />
        <Route path="/telling" component={TellingPage} />
        <Route path="/judging" component={JudgingPage} />
        <Route path="/find" component={FindPage} />
        <Route>
          <Redirect to="/claim" />
        </Route>
      </Switch>
    </Frame>
  )
}

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <Router hook={useHashLocation}>
      <Gallery />
    </Router>
  </StrictMode>,
)
