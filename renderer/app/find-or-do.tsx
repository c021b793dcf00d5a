import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { isWritable } from '../../core/claim/writable.ts'
import { Palette, type Choice } from '../design/palette.tsx'
import type { Place } from './route.ts'
import { useRows } from './rows.ts'
import { placeName } from './place-name.ts'
import { useSession } from './session.tsx'
import { useWords } from './words.tsx'

interface Finding {
  readonly open: boolean
  readonly places: readonly Place[]
  onKeys(): void
  onClose(): void
}

/** Stands for the list of keys, which is no address. */
const allKeys = 'keys'
const likeliestMax = 3
const claimsOffered = 2
const foundMax = 8
/** Words come faster than answers are worth asking for. */
const pauseMs = 80

/** One address may be done, gone to and found: its choices differ by the group. */
const idOf = (group: 'do' | 'go' | 'in', path: string) => `${group} ${path}`
const pathOf = (id: string) => id.slice(id.indexOf(' ') + 1)

/** Ctrl+K: do something, go somewhere, open a thing by its name, or land on what a piece of evidence says. */
export function FindOrDo({ open, places, onKeys, onClose }: Finding) {
  const words = useWords()
  const [, go] = useLocation()
  const [typed, setTyped] = useState('')
  const actions = useActions(open)
  const named = useNamed(open && typed !== '')
  const ofOthers = useOffice(open && typed !== '')
  const inEvidence = useInEvidence(typed)
  const gone = places.map(place => ({
    id: idOf('go', place.path),
    label: placeName(words, place.id),
  }))
  return (
    <Palette
      open={open}
      title={words.frame.findOrDo}
      hint={words.frame.findOrDoHint}
      nothing={words.frame.nothingFound}
      groups={[
        {
          label: words.frame.do,
          choices: typed === '' ? actions.slice(0, likeliestMax) : actions,
        },
        { label: words.frame.goTo, choices: [...gone, ...named, ...ofOthers] },
        { label: words.frame.inEvidence, choices: inEvidence },
      ]}
      onTyped={setTyped}
      onChoose={id => {
        onClose()
        const path = pathOf(id)
        afterClosing(() => (path === allKeys ? onKeys() : go(path)))
      }}
      onClose={onClose}
    />
  )
}

interface Action {
  readonly path: string
  readonly label: string
  /** Where it is likeliest. */
  readonly near: string
  readonly keys?: string
}

/** Once the sheet is gone: it gives the focus back first, and what is opened may want it. */
const afterClosing = (act: () => void) =>
  requestAnimationFrame(() => requestAnimationFrame(() => act()))

/** What one can do from anywhere, verb first: what belongs to the screen, then what is begun, then what is new. */
function useActions(open: boolean): readonly Choice[] {
  const words = useWords()
  const [at] = useLocation()
  const { person, roles } = useSession()
  const said = words.frame.actions
  const claims = useRows('claims', {}, open)?.claims ?? []
  const begun = claims
    .filter(row => row.body.owner === person?.id && isWritable(row.body.state))
    .slice(0, claimsOffered)
  const actions: readonly Action[] = [
    ...begun.map(row => ({
      path: `/claims/${row.id}`,
      label: said.goOn({ title: row.body.title }),
      near: '/claims',
    })),
    ...(roles.includes('coach') ? [{ path: '/review', label: said.review, near: '/review' }] : []),
    ...(roles.includes('officer') ? [{ path: '/issue', label: said.issue, near: '/issue' }] : []),
    { path: '/add', label: words.frame.addEvidence, near: '/evidence', keys: 'Ctrl Shift E' },
    { path: '/plan?at=check', label: said.checkIn, near: '/plan' },
    { path: '/plan?at=new', label: said.goal, near: '/plan' },
    { path: '/add?write=new', label: said.reflect, near: '/evidence' },
    { path: '/verify', label: said.verify, near: '/verify' },
    { path: allKeys, label: said.keys, near: '', keys: 'F1' },
  ]
  const isHere = (near: string) =>
    near !== '' && (at.startsWith(near) || (near === '/plan' && at.startsWith('/goals')))
  return actions
    .filter(action => action.path !== at)
    .toSorted((a, b) => Number(isHere(b.near)) - Number(isHere(a.near)))
    .map(({ path, label, keys }) => ({
      id: idOf('do', path),
      label,
      ...(keys === undefined ? {} : { keys }),
    }))
}

/** Of others: what the office decides on and has issued, by title and person. */
function useOffice(asked: boolean): readonly Choice[] {
  const words = useWords()
  const { roles } = useSession()
  const isAsked = asked && roles.includes('officer')
  const rows = useRows('issue', {}, isAsked)
  if (!isAsked || rows === undefined) return []
  const named = (path: string, title: string, owner: string) => ({
    id: idOf('go', path),
    label: words.issue.changeTitle({
      title,
      name: rows.people.find(known => known.id === owner)?.body.name ?? '',
    }),
  })
  return [
    ...[...rows.toIssue, ...rows.own, ...rows.setAside].map(({ id, body }) => ({
      ...named(`/claims/${id}`, body.title, body.owner),
      detail: words.claims.read.open,
    })),
    ...rows.badges.map(({ id, body }) => ({
      ...named(`/badges/${id}`, body.title, body.owner),
      detail: words.frame.place.badges,
    })),
  ]
}

/** Everything with a name of its own that can be opened. */
function useNamed(asked: boolean): readonly Choice[] {
  const { place } = useWords().frame
  const claims = useRows('claims', {}, asked)?.claims ?? []
  const goals = useRows('plan', {}, asked)?.goals ?? []
  const micros = useRows('micro-credentials', {}, asked)?.micros ?? []
  const badges = useRows('badges', {}, asked)?.badges ?? []
  if (!asked) return []
  const named = (path: string, label: string, detail: string) => ({
    id: idOf('go', path),
    label,
    detail,
  })
  return [
    ...claims.map(row => named(`/claims/${row.id}`, row.body.title, place.claims)),
    ...goals.map(row => named(`/goals/${row.id}`, row.body.title, place.plan)),
    ...micros
      .filter(row => row.body.status === 'approved')
      .map(row => named(`/micro-credentials/${row.id}`, row.body.title, place.catalogue)),
    ...badges.map(row => named(`/badges/${row.id}`, row.body.title, place.badges)),
  ]
}

/** Pieces that say what was typed, each with the sentence; old ones stay until new ones come. */
function useInEvidence(typed: string): readonly Choice[] {
  const words = useWords()
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const lines = useRows('evidence.list', { q, limit: foundMax }, q !== '')?.lines ?? []
  if (q === '' || typed.trim() === '') return []
  return lines.map(({ row, found }) => ({
    id: idOf('in', `/evidence/${row.id}`),
    label: row.body.title === '' ? words.evidence.untitled : row.body.title,
    detail: found === undefined || found === '' ? row.body.note : found,
    found: true,
  }))
}
