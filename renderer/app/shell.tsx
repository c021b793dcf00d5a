import { lazy, Suspense, useEffect, useState } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { holds, holdsEverywhere } from '../../core/access/reach.ts'
import type { Session } from '../../contract/device/session.ts'
import { Frame } from '../design/frame.tsx'
import { useProblemKeys } from '../design/problem-keys.ts'
import { Drop } from './drop.tsx'
import { Foot } from './foot.tsx'
import { Gone } from './gone.tsx'
import { PersonCard } from './person-card.tsx'
import { placeName } from './place-name.ts'
import { usePlaceKeys } from './place-keys.ts'
import { places } from './places.ts'
import { routes } from './routes.ts'
import { useSession } from './session.tsx'
import { useTodayCounts } from './today-counts.ts'
import { undos } from './undo.ts'
import { useUndoKeys } from './undo-keys.ts'
import { useWorkFocus } from './work-focus.ts'
import { useWords } from './words.tsx'

const groups = ['mine', 'coaching', 'office', 'district'] as const

const FindOrDo = lazy(async () => ({ default: (await import('./find-or-do.tsx')).FindOrDo }))

const KeysSheet = lazy(async () => ({ default: (await import('./keys-sheet.tsx')).KeysSheet }))

/** The frame around every screen: places by role, the person, the foot; and find-or-do over all. */
export function Shell({ onSession }: { onSession(session: Session): void }) {
  const words = useWords()
  const session = useSession()
  const [path] = useLocation()
  const [over, setOver] = useState<'find' | 'keys'>()
  const [isBare, setBare] = useState(false)
  const counts = useTodayCounts(path)
  useProblemKeys()
  useUndoKeys()
  useEffect(() => () => undos.clear(), [session.person?.id])
  useWorkFocus(path)
  useEffect(fetchAhead, [])

  const mine = places.filter(
    place =>
      place.role === undefined ||
      (place.isOfDistrict === true ? holdsEverywhere : holds)(session.holding, place.role),
  )
  usePlaceKeys({
    places: groups.flatMap(group =>
      mine.filter(place => place.group === group).map(place => place.path),
    ),
    onFind: () => setOver('find'),
    onKeys: () => setOver('keys'),
    onSidebar: () => {
      // What had the focus is about to go.
      if (document.querySelector('nav')?.contains(document.activeElement) === true)
        document.getElementById('work')?.focus()
      setBare(bare => !bare)
    },
  })

  const shown = groups
    .map(group => ({
      label: words.frame.groups[group],
      places: mine
        .filter(place => place.group === group)
        .map(place => ({
          id: place.id,
          path: place.path,
          label: placeName(words, place.id),
          current: isWithin(path, place.path),
          count: counts[place.id] ?? 0,
          ...(place.id === 'today'
            ? { countSaid: words.today.needs({ n: counts['today'] ?? 0 }) }
            : {}),
        })),
    }))
    .filter(group => group.places.length > 0)

  return (
    <Drop>
      <Frame
        labels={{ skip: words.frame.skip, places: words.frame.places, find: words.frame.findOrDo }}
        groups={shown}
        onFind={() => setOver('find')}
        person={<PersonCard onSession={onSession} />}
        foot={<Foot onKeys={() => setOver('keys')} />}
        wide={isBare || /^\/review\/.+/.test(path)}
      >
        <Suspense>
          <Switch>
            {routes.map(route => (
              <Route key={route.path} path={route.path}>
                {params => <route.screen params={textsOf(params)} />}
              </Route>
            ))}
            <Route path="/welcome">
              <Redirect to="/today" />
            </Route>
            <Route>
              <Gone />
            </Route>
          </Switch>
        </Suspense>
      </Frame>
      {over === undefined ? null : (
        <Suspense>
          {over === 'keys' ? (
            <KeysSheet path={path} onClose={() => setOver(undefined)} />
          ) : (
            <FindOrDo
              open
              places={mine}
              onKeys={() => setOver('keys')}
              onClose={() => setOver(undefined)}
            />
          )}
        </Suspense>
      )}
    </Drop>
  )
}

/** Once the first screen stands, the others' code comes, one after the other, so that going there takes no time. */
function fetchAhead(): () => void {
  let isOver = false
  const waiting = requestIdleCallback(async () => {
    const screens = routes.map(
      ({ screen }) =>
        () =>
          screen.fetchAhead?.(),
    )
    // First what a key opens: whoever types on at once means it.
    for (const fetch of [
      () => import('./find-or-do.tsx'),
      ...screens,
      () => import('./keys-sheet.tsx'),
    ]) {
      if (isOver) return
      // What did not come is asked for again when somebody wants it, and says then what is the matter.
      await Promise.resolve(fetch()).catch(() => undefined)
    }
  })
  return () => {
    isOver = true
    cancelIdleCallback(waiting)
  }
}

const textsOf = (params: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value ?? '']))

const isWithin = (path: string, place: string) =>
  path === place || path.startsWith(`${place}/`) || (place === '/today' && path === '/')
