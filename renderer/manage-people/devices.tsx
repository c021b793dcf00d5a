import { useState } from 'react'
import { shownComputerName } from '../../core/person/computer-name.ts'
import type { Person } from '../../core/person/record.ts'
import type { Row } from '../../contract/device/row.ts'
import type { DeviceRow } from '../../contract/sync/join.ts'
import { useAct } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { measure, quiet, row, ruled, section, small } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import * as look from './people.css.ts'
import type { DevicesAsked } from './use-devices.ts'

interface Listing {
  readonly devices: DevicesAsked
  readonly people: readonly Row<Person>[]
}

/** The computers that may send and fetch, and those that no longer may. */
export function Devices({ devices, people }: Listing) {
  const words = useWords()
  const said = words.people.devices
  const names = new Map(people.map(person => [person.id, person.body.name]))
  const sorted = devices.devices?.toSorted(
    (a, b) =>
      Number(a.revokedAt !== null) - Number(b.revokedAt !== null) || b.joinedAt - a.joinedAt,
  )
  return (
    <section className={section}>
      <h2>{said.title}</h2>
      <p className={`${small} ${quiet} ${measure}`}>{said.lead}</p>
      {devices.asking && sorted === undefined ? <LoadingLine label={said.loading} /> : null}
      {devices.told === undefined ? null : (
        <ErrorNote
          said={devices.told.said}
          next={devices.told.next}
          code={words.frame.code({ code: devices.told.code })}
        >
          <span>
            <Button kind="small" onPress={() => devices.again()}>
              {said.again}
            </Button>
          </span>
        </ErrorNote>
      )}
      {sorted?.length === 0 ? <p>{said.none}</p> : null}
      <ul className={ruled}>
        {sorted?.map(device => (
          <Device
            key={device.device}
            device={device}
            name={names.get(device.person) ?? said.unknownPerson}
            onRevoked={() => devices.again()}
          />
        ))}
      </ul>
    </section>
  )
}

interface One {
  readonly device: DeviceRow
  readonly name: string
  onRevoked(): void
}

function Device({ device, name, onRevoked }: One) {
  const words = useWords()
  const said = words.people.devices
  const { attempt, told, busy } = useAct()
  const [asked, setAsked] = useState(false)
  const called = shownComputerName(device.name)
  const facts = { device: called, name }

  const revoke = async () => {
    const done = await attempt(() => door.district.revoke(device.device))
    if (done === undefined) return
    setAsked(false)
    onRevoked()
  }
  return (
    <li>
      <div className={look.person}>
        <div>
          <strong>{name}</strong>
          {called === name ? null : <p className={`${small} ${quiet}`}>{called}</p>}
        </div>
        <span className={`${small} ${quiet}`}>
          {device.revokedAt === null
            ? said.joined({ at: device.joinedAt })
            : said.revoked({ at: device.revokedAt })}
        </span>
        {device.revokedAt !== null || asked ? (
          <span />
        ) : (
          <div className={row}>
            <Button kind="small" label={said.revokeOf(facts)} onPress={() => setAsked(true)}>
              {said.revoke}
            </Button>
          </div>
        )}
      </div>
      {asked ? (
        <div className={look.sure}>
          <p>{said.sure(facts)}</p>
          <div className={row}>
            <Button kind="danger" busy={busy} onPress={() => void revoke()}>
              {said.really}
            </Button>
            <Button kind="bare" onPress={() => setAsked(false)}>
              {said.keep}
            </Button>
          </div>
        </div>
      ) : null}
      {told === undefined ? null : (
        <ErrorNote said={told.said} next={told.next} code={words.frame.code({ code: told.code })} />
      )}
    </li>
  )
}
