import type { AgainAsked, Group, RowWhole } from '../../contract/device/verifying.ts'
import { fetchSaid } from '../../words/fetch-said.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { row } from '../design/text.css.ts'
import { mayLookUp } from './may-look-up.ts'
import * as look from './why.css.ts'

interface Asking {
  readonly whole: RowWhole
  readonly group: Group | undefined
  onAgain(which: AgainAsked): void
}

/** Has the network asked for what a badge points to and isn't here; and, once it was, tells what gave no answer. */
export function AskNetwork({ whole, group, onAgain }: Asking) {
  const words = useWords()
  const { many, fetch } = words.verify
  if (whole.missed.length > 0)
    return (
      <section className={look.network}>
        <p>{many.askedNetwork}</p>
        <ul>
          {whole.missed.map(({ host, why }) => (
            <li key={host}>{many.askedInVain({ host, said: fetchSaid(fetch, why).said })}</li>
          ))}
        </ul>
      </section>
    )
  if (!mayLookUp(whole)) return null
  const count = group?.count ?? 1
  return (
    <section className={look.network}>
      <p>{many.askNetworkWhy}</p>
      <div className={row}>
        <Button kind="small" onPress={() => onAgain({ rows: [whole.row.n], asksNetwork: true })}>
          {many.askNetwork}
        </Button>
        {group === undefined || count < 2 ? null : (
          <Button kind="small" onPress={() => onAgain({ group: group.id, asksNetwork: true })}>
            {many.askNetworkAll({ n: count })}
          </Button>
        )}
      </div>
    </section>
  )
}
