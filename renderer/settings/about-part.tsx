import { useWords } from '../app/words.tsx'
import { measure, quiet } from '../design/text.css.ts'
import { builtOn } from './built-on.ts'
import * as look from './settings.css.ts'

/** What this is, and whose work it stands on. */
export function AboutPart() {
  const words = useWords()
  const said = words.settings.about
  return (
    <>
      <div className={`${look.group} ${measure}`}>
        <p>{said.what}</p>
        <p className={quiet}>{said.noTracking}</p>
        <p className={quiet}>{said.content}</p>
        <p className={quiet}>{said.faces}</p>
      </div>
      <section className={look.group}>
        <h2 id="licences">{said.licences}</h2>
        <table className={look.table} aria-labelledby="licences">
          <thead>
            <tr>
              <th scope="col">{said.name}</th>
              <th scope="col">{said.purpose}</th>
              <th scope="col">{said.licence}</th>
            </tr>
          </thead>
          <tbody>
            {builtOn.map(one => (
              <tr key={one.name}>
                <th scope="row">{one.name}</th>
                <td>{said.purposes[one.purpose]}</td>
                <td>{one.licence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
