import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccountReply } from '../../contract/sync/account.ts'
import { memory } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { measure, quiet, row } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { OneTimeCodes } from './one-time-codes.tsx'
import { PasswordForm } from './password-form.tsx'
import { RemoveSignIn } from './remove-sign-in.tsx'
import * as look from './settings.css.ts'

const accountKey = ['district account']

/**
 * A person's own sign-in: a name and a password for a new computer, and one-time codes. Only the district has it, so it
 * is asked each time; without a network nothing of it is shown.
 */
export function SignIn() {
  const said = useWords().settings.district.signIn
  const { data } = useQuery({
    queryKey: accountKey,
    queryFn: () => door.district.account(),
    retry: false,
    staleTime: 0,
  })
  const [doing, setDoing] = useState<'set' | 'remove'>()
  const show = (account: AccountReply) => {
    setDoing(undefined)
    memory.setQueryData(accountKey, account)
  }
  if (data === undefined) return null
  const { name, setAt, resetAt } = data
  const isReset = resetAt !== undefined && resetAt > (setAt ?? 0)
  return (
    <section className={look.group}>
      <h2>{said.title}</h2>
      <p className={`${measure} ${quiet}`}>{said.what}</p>
      {isReset ? <p className={measure}>{said.reset({ at: resetAt })}</p> : null}
      <p>{name === undefined ? said.none : said.is({ name, at: setAt ?? 0 })}</p>
      {doing === undefined ? (
        <div className={row}>
          <Button onPress={() => setDoing('set')}>
            {name === undefined ? said.choose : said.change}
          </Button>
          {name === undefined ? null : (
            <Button kind="bare" onPress={() => setDoing('remove')}>
              {said.remove}
            </Button>
          )}
        </div>
      ) : null}
      {doing === 'set' ? (
        <PasswordForm name={name} onSet={show} onCancel={() => setDoing(undefined)} />
      ) : null}
      {doing === 'remove' ? (
        <RemoveSignIn onRemoved={show} onCancel={() => setDoing(undefined)} />
      ) : null}
      <OneTimeCodes account={data} onAccount={show} />
    </section>
  )
}
