import type Database from 'better-sqlite3'

/** One input of a batch, without what it holds. */
export interface InputRow {
  readonly n: number
  readonly name: string
  readonly address: string | null
  readonly state: 'waiting' | 'stopped' | 'checked'
  readonly place: number
  readonly grp: string
  /** JSON of what a list shows, once it is checked. */
  readonly summary: string | null
  /** Whether the network is asked for what isn't known here of it: 0 or 1. */
  readonly asksNetwork: number
}

/** An input that waits. */
export interface WaitingRow {
  readonly batch: string
  readonly n: number
  readonly name: string
  readonly address: string | null
  readonly asksNetwork: number
  readonly sizeBytes: number
}

/** What a check says of an input. */
export interface AnswerGiven {
  readonly place: number
  readonly grp: string
  readonly summary: string
  readonly packed: Uint8Array
  /** Epoch ms. */
  readonly checkedAt: number
  /** What was known then: in short, and as it is told (JSON). */
  readonly knowledge: { readonly digest: string; readonly said: string }
}

/** So many answers rest on the same knowledge, given from then until then (epoch ms). */
export interface KnowledgeRow {
  readonly digest: string
  /** JSON. */
  readonly said: string
  readonly count: number
  readonly from: number
  readonly until: number
}

/** So many inputs have one cause; `summary` of the first of them. */
export interface GroupRow {
  readonly place: number
  readonly grp: string
  readonly count: number
  readonly summary: string
}

export interface GroupPlace {
  readonly place: number
  readonly grp: string
}

/** Where a page of rows goes on. */
export interface RowPlace extends GroupPlace {
  readonly n: number
}

/** Which inputs are asked to be checked again. */
export type AgainWhich =
  | { readonly rows: readonly number[]; readonly asksNetwork?: true | undefined }
  | { readonly group: GroupPlace; readonly asksNetwork?: true | undefined }
  | { readonly stopped: true }
  | { readonly all: true }

/** Where an input that is not checked stands: after everything that is. */
export const uncheckedPlace = 9

/** The inputs of Verify, with their bytes and their answers. */
export interface Inputs {
  /** Adds one that waits, and returns its number; `undefined` where the batch holds `inputsMax` or is gone. */
  add(
    batch: string,
    input: {
      readonly name: string
      readonly address?: string
      readonly bytes?: Uint8Array
    },
    inputsMax: number,
  ): number | undefined
  /** Does what it is given as one change on disk. */
  together<T>(work: () => T): T
  /** Batches of which something waits. */
  waitingBatches(): readonly string[]
  /** What waits of one, in the order it came. */
  waiting(batch: string, limit: number): readonly WaitingRow[]
  bytes(batch: string, n: number): Uint8Array | undefined
  /** Keeps an answer; nothing where the input is gone, or was stopped meanwhile. */
  answer(batch: string, n: number, given: AnswerGiven): void
  packed(batch: string, n: number): Uint8Array | undefined
  one(batch: string, n: number): InputRow | undefined
  page(
    batch: string,
    ask: { readonly group?: GroupPlace; readonly after?: RowPlace; readonly limit: number },
  ): readonly InputRow[]
  /** What has no answer, or waits for another one, by number. */
  notChecked(batch: string, afterN: number, limit: number): readonly InputRow[]
  groups(batch: string): readonly GroupRow[]
  /** What the answers of a batch rest on, the newest first. */
  knowledge(batch: string): readonly KnowledgeRow[]
  /** For how many inputs the network is asked. */
  addresses(batch: string): number
  counts(
    batch: string,
  ): readonly { readonly state: string; readonly place: number; readonly count: number }[]
  /** What waits won't be checked: what had an answer before has it again. */
  stop(batch: string): void
  /** What is asked for waits, and keeps the answer it had until there is another. */
  again(batch: string, which: AgainWhich): void
}

const row = 'n, name, address, state, place, grp, summary, asks_network as asksNetwork'

/** Inputs in the file of Verify. */
export function inputsIn(db: Database.Database): Inputs {
  const take = db.prepare<[number, string, number], { n: number }>(
    `update batch set next_n = next_n + 1, size_bytes = size_bytes + ?
       where id = ? and next_n <= ? returning next_n - 1 as n`,
  )
  const insert = db.prepare(
    `insert into input (batch, n, name, address, state, place, grp, size_bytes)
       values (?, ?, ?, ?, 'waiting', ${uncheckedPlace}, '', ?)`,
  )
  const insertBytes = db.prepare('insert into content (batch, n, bytes) values (?, ?, ?)')
  const nextWaiting = db.prepare<[string], { batch: string }>(
    "select batch from input where state = 'waiting' and batch > ? order by batch limit 1",
  )
  const waiting = db.prepare<[string, number], WaitingRow>(
    `select batch, n, name, address, asks_network as asksNetwork, size_bytes as sizeBytes from input
       where state = 'waiting' and batch = ? order by n limit ?`,
  )
  const bytes = db.prepare<[string, number], { bytes: Uint8Array }>(
    'select bytes from content where batch = ? and n = ?',
  )
  const mark = db.prepare(
    `update input set state = 'checked', place = ?, grp = ?, summary = ?, checked_at = ?, knowledge = ?
       where batch = ? and n = ? and state = 'waiting'`,
  )
  const keep = db.prepare(
    `insert into answer (batch, n, packed) values (?, ?, ?)
       on conflict (batch, n) do update set packed = excluded.packed`,
  )
  const know = db.prepare(
    'insert into knowledge (digest, said) values (?, ?) on conflict (digest) do nothing',
  )
  const packed = db.prepare<[string, number], { packed: Uint8Array }>(
    'select packed from answer where batch = ? and n = ?',
  )
  const one = db.prepare<[string, number], InputRow>(
    `select ${row} from input where batch = ? and n = ?`,
  )
  const page = db.prepare<[string, number, string, number, number], InputRow>(
    `select ${row} from input where batch = ? and (place, grp, n) > (?, ?, ?)
       order by place, grp, n limit ?`,
  )
  const pageOfGroup = db.prepare<[string, number, string, number, number], InputRow>(
    `select ${row} from input where batch = ? and place = ? and grp = ? and n > ? and state = 'checked'
       order by n limit ?`,
  )
  const groups = db.prepare<[string, string], GroupRow>(
    `select g.place, g.grp, g.count, i.summary from
       (select place, grp, count(*) as count, min(n) as first from input
          where batch = ? and place < ${uncheckedPlace} and state = 'checked' group by place, grp) g
       join input i on i.batch = ? and i.n = g.first
       order by g.place, g.count desc, g.grp`,
  )
  const notChecked = db.prepare<[string, number, number], InputRow>(
    `select ${row} from input where batch = ? and n > ? and state <> 'checked' order by n limit ?`,
  )
  const knowledge = db.prepare<[string], KnowledgeRow>(
    `select k.digest, k.said, count(*) as count, min(i.checked_at) as "from",
         max(i.checked_at) as "until"
       from input i join knowledge k on k.digest = i.knowledge
       where i.batch = ? and i.state = 'checked' group by k.digest, k.said order by "until" desc`,
  )
  const addresses = db.prepare<[string], { count: number }>(
    'select count(*) as count from input where batch = ? and (address is not null or asks_network = 1)',
  )
  const counts = db.prepare<[string], { state: string; place: number; count: number }>(
    'select state, place, count(*) as count from input where batch = ? group by state, place',
  )
  const stop = db.prepare(
    `update input set state = iif(summary is null, 'stopped', 'checked')
       where batch = ? and state = 'waiting'`,
  )
  const anew = "update input set state = 'waiting' where batch = ?"
  // Whoever was once asked for over the network is so again: else an answer would be less than the one before.
  const networked = (which: string) =>
    db.prepare(`update input set asks_network = 1 where batch = ? and ${which}`)
  const ofGroup = 'place = ? and grp = ?'
  const ofRows = 'n in (select value from json_each(?))'
  const network = { group: networked(ofGroup), rows: networked(ofRows) }
  const again = {
    all: db.prepare(anew),
    stopped: db.prepare(`${anew} and state = 'stopped'`),
    group: db.prepare(`${anew} and ${ofGroup}`),
    rows: db.prepare(`${anew} and ${ofRows}`),
  }
  return {
    add: db.transaction((batch, { name, address, bytes: held }, inputsMax) => {
      const n = take.get(held?.byteLength ?? 0, batch, inputsMax)?.n
      if (n === undefined) return undefined
      insert.run(batch, n, name, address ?? null, held?.byteLength ?? 0)
      if (held !== undefined) insertBytes.run(batch, n, held)
      return n
    }),
    together: work => db.transaction(work)(),
    waitingBatches() {
      // From one to the next in the index, however many rows of it wait.
      const batches: string[] = []
      for (let next = nextWaiting.get(''); next !== undefined; next = nextWaiting.get(next.batch))
        batches.push(next.batch)
      return batches
    },
    waiting: (batch, limit) => waiting.all(batch, limit),
    bytes: (batch, n) => bytes.get(batch, n)?.bytes,
    answer: db.transaction((batch, n, given) => {
      const { place, grp, summary, checkedAt, knowledge: known } = given
      const { changes } = mark.run(place, grp, summary, checkedAt, known.digest, batch, n)
      if (changes === 0) return
      keep.run(batch, n, given.packed)
      know.run(known.digest, known.said)
    }),
    packed: (batch, n) => packed.get(batch, n)?.packed,
    one: (batch, n) => one.get(batch, n),
    page(batch, { group, after, limit }) {
      if (group !== undefined)
        return pageOfGroup.all(batch, group.place, group.grp, after?.n ?? 0, limit)
      const from = after ?? { place: -1, grp: '', n: 0 }
      return page.all(batch, from.place, from.grp, from.n, limit)
    },
    notChecked: (batch, afterN, limit) => notChecked.all(batch, afterN, limit),
    groups: batch => groups.all(batch, batch),
    knowledge: batch => knowledge.all(batch),
    addresses: batch => addresses.get(batch)?.count ?? 0,
    counts: batch => counts.all(batch),
    stop: batch => void stop.run(batch),
    again: db.transaction((batch, which) => {
      if ('rows' in which) {
        const rows = JSON.stringify(which.rows)
        if (which.asksNetwork === true) network.rows.run(batch, rows)
        again.rows.run(batch, rows)
      } else if ('group' in which) {
        const { place, grp } = which.group
        if (which.asksNetwork === true) network.group.run(batch, place, grp)
        again.group.run(batch, place, grp)
      } else if ('stopped' in which) again.stopped.run(batch)
      else again.all.run(batch)
    }),
  }
}
