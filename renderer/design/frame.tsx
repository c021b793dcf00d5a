import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Key } from './button.tsx'
import * as look from './frame.css.ts'
import { usePaneKeys } from './pane-keys.ts'

export interface FramePlace {
  readonly id: string
  readonly path: string
  readonly label: string
  readonly current: boolean
  /** Shown only where something needs this person. */
  readonly count?: number
}

interface Framing {
  readonly labels: { readonly skip: string; readonly places: string; readonly find: string }
  readonly groups: readonly { readonly label: string; readonly places: readonly FramePlace[] }[]
  onFind(): void
  /** Name, place and what belongs to the person, at the sidebar's foot. */
  readonly person: ReactNode
  readonly foot: ReactNode
  readonly children: ReactNode
  /** Review and calibration hide the sidebar. */
  readonly wide?: boolean
}

/** The window: folder tabs on the left, the sheet, the foot. F6 goes from pane to pane. */
export function Frame(props: Framing) {
  usePaneKeys()
  return (
    <div className={props.wide === true ? look.appWide : look.app}>
      <a className={look.skip} href="#work">
        {props.labels.skip}
      </a>
      {props.wide === true ? null : (
        <nav className={look.side} aria-label={props.labels.places} data-pane tabIndex={-1}>
          <button type="button" className={look.find} onClick={() => props.onFind()}>
            {props.labels.find} <Key>Ctrl K</Key>
          </button>
          {props.groups.map(group => (
            <div key={group.label}>
              <h2 className={look.group}>{group.label}</h2>
              <ul className={look.places}>
                {group.places.map(place => (
                  <li key={place.id}>
                    <Link
                      href={place.path}
                      className={look.tab}
                      aria-current={place.current ? 'page' : undefined}
                    >
                      {place.label}
                      {place.count === undefined || place.count === 0 ? null : (
                        <b className={look.count}>{place.count}</b>
                      )}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
          <div className={look.who}>{props.person}</div>
        </nav>
      )}
      <div className={look.main}>
        {props.children}
        <footer className={look.foot} data-pane tabIndex={-1}>
          {props.foot}
        </footer>
      </div>
    </div>
  )
}

interface Showing {
  readonly title: string
  /** What stands small beside the title. */
  readonly beside?: ReactNode
  /** The primary action and its companions. */
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** The margin: what anyone says about the work. */
  readonly margin?: ReactNode
  readonly marginLabel?: string
  readonly layout?: 'usual' | 'review'
  /** `page`: the title stands in the work (Today); `head`: in a bar of its own. */
  readonly titled?: 'page' | 'head'
}

/** One screen: its title, the work, and the margin beyond the thin rose rule. */
export function Screen(props: Showing) {
  const titled = props.titled ?? 'head'
  const desk =
    props.margin === undefined
      ? look.deskAlone
      : props.layout === 'review'
        ? look.deskReview
        : look.desk
  return (
    <div className={look.screen}>
      {titled === 'head' ? (
        <header className={look.head}>
          <h1>{props.title}</h1>
          {props.beside}
          <div className={look.headActions}>{props.actions}</div>
        </header>
      ) : (
        <div />
      )}
      <div className={desk}>
        <main id="work" className={look.work} data-pane tabIndex={-1}>
          {titled === 'page' ? <h1>{props.title}</h1> : null}
          {props.children}
        </main>
        {props.margin === undefined ? null : (
          <aside className={look.margin} aria-label={props.marginLabel} data-pane tabIndex={-1}>
            {props.margin}
          </aside>
        )}
      </div>
    </div>
  )
}
