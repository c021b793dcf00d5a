import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import type { Session } from '../../contract/device/session.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Pick, TextField } from '../design/field.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { quiet, row, small, stack } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import type { JoinField } from './join-errors.ts'
import { fieldOf } from './join-errors.ts'
import type { Pasted } from './pasted-invitation.ts'
import { pastedInvitation } from './pasted-invitation.ts'

interface Joining {
  /** Where the district was last, for a computer that joins again. */
  readonly address?: string
  /** What a link filled in; a newer one takes the place of what stands there. */
  readonly invited?: Pasted | undefined
  onSession(session: Session): void
  /** What to offer where this computer is another person's. */
  readonly ifAnothers?: ReactNode
}

type By = 'code' | 'signIn'

/**
 * Joins a district by its address and a one-time code, or by the person's own sign-in; what goes wrong stands at the
 * field it is about. A one-time code of the phone is asked for only once the district asks for it.
 */
export function JoinForm({ address: known = '', invited, onSession, ifAnothers }: Joining) {
  const words = useWords()
  const said = words.welcome.joining
  const { attempt, told, clear, busy } = useAct()
  const [by, setBy] = useState<By>('code')
  const [given, setGiven] = useState({
    ...{ address: known, code: '', name: '', password: '', oneTimeCode: '', ...invited },
  })
  const [missing, setMissing] = useState<JoinField>()
  const [isCodeAsked, setIsCodeAsked] = useState(false)

  const change = (set: Partial<typeof given>) => {
    setGiven({ ...given, ...set })
    setMissing(undefined)
    clear()
  }
  const needed: readonly JoinField[] =
    by === 'code' ? ['address', 'code'] : ['address', 'name', 'password']
  const join = async () => {
    if (busy) return
    const lacking = needed.find(field => given[field].trim() === '')
    setMissing(lacking)
    clear()
    if (lacking !== undefined) return
    const { address, code, name, password, oneTimeCode } = given
    const signIn = { address, name, password, ...(isCodeAsked ? { oneTimeCode } : {}) }
    const session = await attempt(() =>
      door.setup(by === 'code' ? { join: { address, code } } : { signIn }),
    )
    if (session !== undefined) onSession(session)
  }
  usePrimaryKey(() => void join())
  useEffect(() => {
    if (invited === undefined) return
    setBy('code')
    setGiven(before => ({ ...before, ...invited }))
  }, [invited])

  // Once asked for it stays, so that a wrong one can be put right.
  if (told?.code === 'one_time_code_needed' && !isCodeAsked) setIsCodeAsked(true)
  const at = told === undefined ? undefined : fieldOf(told.code, by)
  const sentence = told === undefined ? undefined : `${told.said} ${told.next}`
  const field = (name: JoinField, type: 'text' | 'password' = 'text') => ({
    label: said[name],
    hint: said.hint[name],
    type,
    value: given[name],
    onValue: (value: string) => change(pastedInvitation(value) ?? { [name]: value }),
    onEnter: () => void join(),
    error: missing === name ? said.missing[name] : at === name ? sentence : undefined,
  })
  return (
    <div className={stack}>
      <TextField {...field('address')} />
      <Pick
        legend={said.by}
        name="join-by"
        value={by}
        options={[
          { value: 'code', label: said.byCode },
          { value: 'signIn', label: said.bySignIn },
        ]}
        onValue={value => {
          setBy(value === 'signIn' ? 'signIn' : 'code')
          setMissing(undefined)
          clear()
        }}
      />
      {by === 'code' ? (
        <TextField {...field('code')} />
      ) : (
        <>
          <TextField {...field('name')} autoComplete="username" />
          <TextField {...field('password', 'password')} autoComplete="current-password" />
          {isCodeAsked ? (
            <TextField {...field('oneTimeCode')} autoComplete="one-time-code" />
          ) : null}
        </>
      )}
      <div className={row}>
        <Button kind="primary" keys="Ctrl Enter" busy={busy} onPress={() => void join()}>
          {said.join}
        </Button>
        <span role="status">{busy ? said.asking({ address: given.address.trim() }) : null}</span>
      </div>
      {told === undefined || at !== undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
      {told?.code === 'other_person' ? ifAnothers : null}
      <p className={`${small} ${quiet}`}>
        {said.key} {said.clear}
      </p>
    </div>
  )
}
