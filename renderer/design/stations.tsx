import { stations } from './stations.css.ts'

interface Standing {
  readonly at: 'here' | 'sending' | 'record' | 'needs'
}

/** Three dots on a line, computer, road, record, filled as far as it got. Always beside words. */
export function Stations({ at }: Standing) {
  if (at === 'needs') {
    return (
      <svg className={stations.needs} width="10" height="10" aria-hidden="true">
        <rect x="0.75" y="0.75" width="8.5" height="8.5" rx="1" />
      </svg>
    )
  }
  const reached = { here: 0, sending: 0, record: 2 }[at]
  return (
    <svg className={stations.line} width="36" height="10" viewBox="0 0 36 10" aria-hidden="true">
      <path d="M5 5h26" />
      {[5, 18, 31].map((x, n) => (
        <circle
          key={x}
          cx={x}
          cy="5"
          r="3.5"
          className={n <= reached ? stations.full : stations.empty}
        />
      ))}
      {at === 'sending' ? <path className={stations.half} d="M18 1.5a3.5 3.5 0 0 0 0 7z" /> : null}
    </svg>
  )
}
