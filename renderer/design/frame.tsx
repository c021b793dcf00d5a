import { use, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Link } from 'wouter'
import { Key } from './button.tsx'
import { FootCount } from './foot-count.tsx'
import * as look from './frame.css.ts'
import { usePaneKeys } from './pane-keys.ts'
import { usePaneStop } from './pane-stop.ts'
import { unseen } from './text.css.ts'

export interface FramePlace {
  readonly id: string
  readonly path: string
  readonly label: string
  readonly current: boolean
  /** Shown only where something needs this person. */
  readonly count?: number
  /** The count as it is heard: "2 need you". */
  readonly countSaid?: string
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
  const [footCount, setFootCount] = useState<HTMLElement | null>(null)
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
            <div key={group.label} className={look.placeGroup}>
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
                        <PlaceCount count={place.count} said={place.countSaid} />
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
        <FootCount value={footCount}>{props.children}</FootCount>
        <footer className={look.foot} data-pane tabIndex={-1}>
          <span ref={setFootCount} className={look.footCount} />
          {props.foot}
        </footer>
      </div>
    </div>
  )
}

function PlaceCount({
  count,
  said,
}: {
  readonly count: number
  readonly said: string | undefined
}) {
  if (said === undefined) return <b className={look.count}>{count}</b>
  return (
    <b className={look.count}>
      <span aria-hidden="true">{count}</span>
      <span className={unseen}>, {said}</span>
    </b>
  )
}

interface Showing {
  readonly title: string
  /** The way back, before the title. */
  readonly back?: ReactNode
  /** What stands small beside the title. */
  readonly beside?: ReactNode
  /** The primary action and its companions. */
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** The margin: what anyone says about the work. */
  readonly margin?: ReactNode
  readonly marginLabel?: string
  /** "2 to fix": stands at the foot once the margin has folded under the work, and leads there. */
  readonly marginCount?: string | undefined
  /** `review`: the margin takes 556 px, the work has no padding of its own and fills the height. */
  readonly layout?: 'usual' | 'review'
  /** `page`: the title stands in the work (Today); `head`: in a bar of its own. */
  readonly titled?: 'page' | 'head'
}

/** One screen: its title, the work, and the margin beyond the thin rose rule. */
export function Screen(props: Showing) {
  const layout = props.layout ?? 'usual'
  const titled = props.titled ?? 'head'
  const foot = use(FootCount)
  const work = usePaneStop<HTMLDivElement>()
  const hasMargin = props.margin !== undefined
  const title = (
    <>
      {props.back}
      <h1>{props.title}</h1>
      {props.beside}
      <div className={look.headActions}>{props.actions}</div>
    </>
  )
  return (
    <div className={look.screens[hasMargin ? layout : 'alone']}>
      <main className={look.mainPart}>
        {titled === 'head' ? <header className={look.head[layout]}>{title}</header> : null}
        <div ref={work} id="work" className={look.work[layout]} data-pane tabIndex={-1}>
          {titled === 'page' ? <div className={look.headInWork}>{title}</div> : null}
          {props.children}
        </div>
      </main>
      {hasMargin ? (
        <Margin label={props.marginLabel} look={look.margin[layout === 'review' ? layout : titled]}>
          {props.margin}
        </Margin>
      ) : null}
      {foot === null || props.marginCount === undefined
        ? null
        : createPortal(<ToMargin>{props.marginCount}</ToMargin>, foot)}
    </div>
  )
}

interface Beyond {
  readonly label: string | undefined
  readonly look: string
  readonly children: ReactNode
}

function Margin({ label, look, children }: Beyond) {
  const margin = usePaneStop<HTMLElement>()
  return (
    <aside ref={margin} id="margin" className={look} aria-label={label} data-pane tabIndex={-1}>
      {children}
    </aside>
  )
}

const ToMargin = ({ children }: { readonly children: string }) => (
  <button
    type="button"
    className={look.toMargin}
    onClick={() => document.getElementById('margin')?.focus()}
  >
    {children}
  </button>
)
