import type { Standing } from '../../contract/device/verifying.ts'
import type { CauseChoice, MarkName } from '../../core/badge/cause.ts'
import type { LeftOutWords, verifyReport as english } from '../en/verify-report.ts'
import type { Say } from '../say.ts'
import { verify } from './verify.ts'

type Facts = Readonly<Record<string, string | number>>

/** El informe de la verificación, como archivo. */
export const verifyReport = (say: Say): ReturnType<typeof english> => {
  const { codes, unknownCode, fetch, inPart, many } = verify(say)
  const code = (name: string, facts: Facts): string => {
    const known = Object.entries(codes).find(([one]) => one === name)?.[1]
    return known === undefined ? unknownCode({ code: name }) : known(facts)
  }
  const leftOut: LeftOutWords = {
    zip_damaged: () => 'El zip está dañado aquí.',
    zip_entries: f =>
      `De un zip se leen hasta ${say.number(Number(f['max']))} archivos; ${say.number(Number(f['left']))} quedaron fuera.`,
    zip_too_large: f => `El zip contiene más de ${say.size(Number(f['bytesMax']))}.`,
    zip_ratio: f =>
      `Al abrirlo ocupa más de ${say.number(Number(f['max']))} veces su tamaño, como ninguna insignia.`,
    zip_in_zip: () => 'Un zip dentro de un zip no se abre.',
    zip_link: () => 'Un enlace, no un archivo.',
    zip_encrypted: () => 'Está cerrado con contraseña.',
    zip_method: () => 'Está comprimido de una forma que aquí no se lee.',
    too_large: f => `Es más grande que ${say.size(Number(f['bytesMax']))}.`,
    file_empty: () => 'El archivo está vacío.',
    not_an_address: f => `La línea ${say.number(Number(f['line']))} no contiene ninguna dirección.`,
    no_address: () => 'No contiene ninguna dirección web.',
    batch_full: f =>
      `En una lista caben ${say.number(Number(f['max']))} como máximo; de aquí quedaron fuera ${say.number(Number(f['left'] ?? 1))}.`,
    kept_full: f =>
      `Lo guardado para todas las listas llegó a ${say.size(Number(f['bytesMax']))}; quedó fuera.`,
    no_room: () => 'No había lugar para ello en el equipo.',
    broken_off: () => 'Terminó antes de llegar entero.',
    stopped: f => `Se detuvo aquí: ${say.number(Number(f['left']))} no entraron.`,
    folder_unreadable: () => 'La carpeta no se pudo leer.',
    folder_too_deep: () => 'Está dentro de demasiadas carpetas.',
    folder_too_many: () => 'La carpeta contiene demasiados archivos para recorrerla.',
  }
  const standing: Readonly<Record<Standing, (n: number) => string>> = {
    fails: n => `No se sostienen: ${say.number(n)}`,
    unknown: n => `Algo no se sabe: ${say.number(n)}`,
    unread: n => `No se pudieron leer: ${say.number(n)}`,
    apart: n => `No son insignias; no cuentan como sostenidas: ${say.number(n)}`,
    holds: n => `Se sostienen: ${say.number(n)}`,
  }
  const verdict: Readonly<Record<Standing, string>> = {
    fails: 'no se sostiene',
    unknown: 'no se sabe',
    unread: 'no se leyó',
    apart: 'no es una insignia',
    holds: 'se sostiene',
  }
  const mark: Readonly<Record<MarkName, string>> = {
    signature: 'Firma',
    status: 'Estado',
    dates: 'Fechas',
    trust: 'Confianza',
  }
  const choice: Readonly<Record<CauseChoice, string>> = {
    accepted: 'Se acepta como está',
    asking: 'Se preguntó a quien la emitió',
    left: 'Se deja como está',
  }
  return {
    language: 'es-419',
    titleOf: f =>
      f.name === '' ? 'Informe de verificación' : `Informe de verificación: ${f.name}`,
    fileName: 'informe-de-verificacion',
    sum: f => {
      const checked = say.count(f.all, {
        one: 'Se entregó 1.',
        other: `Se entregaron ${say.number(f.all)}.`,
      })
      if (f.waiting === 0) return checked
      const open = say.count(f.waiting, {
        one: '1 no se revisó.',
        other: `${say.number(f.waiting)} no se revisaron.`,
      })
      return `${checked} ${open}`
    },
    standing,
    verdict,
    notChecked: 'no se revisó',
    mark,
    outcome: { pass: 'sí', fail: 'no', unknown: 'no se sabe' },
    aged: f => `${f.said}, de hace ${say.age(f.ageMs)}`,
    code,
    fetch,
    inPart,
    leftOut,
    leftOutTitle: f => `Quedaron fuera, sin revisar: ${say.number(f.n)}`,
    coming: 'Todavía estaba llegando cuando se guardó: lo que trae no figura aquí.',
    leftOutMore: f => `${say.number(f.n)} más quedaron fuera.`,
    of: f => (f.host === '' ? f.issuer : `${f.issuer} (${f.host})`),
    nobody: 'sin emisor',
    choice,
    decided: f =>
      `${f.choice} hasta el ${say.dayAt(f.until)}. Lo decidió ${f.by} el ${say.dayAt(f.at)}: ${f.reason}`,
    decisionNote: 'Una decisión va junto al resultado y no lo cambia.',
    madeBy: f =>
      f.by === ''
        ? `Hecho a las ${say.time(f.at)} del ${say.dayAt(f.at)}.`
        : `Hecho por ${f.by} a las ${say.time(f.at)} del ${say.dayAt(f.at)}.`,
    restsOn: f => {
      const span = (from: string, until: string) => (from === until ? from : `${from} a ${until}`)
      const when =
        say.dayAt(f.from) === say.dayAt(f.until)
          ? `${say.dayAt(f.from)}, ${span(say.time(f.from), say.time(f.until))}`
          : span(say.dayAt(f.from), say.dayAt(f.until))
      const known =
        f.asOf === undefined
          ? 'sin lista de confianza'
          : `con la lista de confianza “${f.name}”: ${say.count(f.issuers, { one: '1 emisor', other: `${say.number(f.issuers)} emisores` })}, ${say.count(f.lists, { one: '1 lista de estado', other: `${say.number(f.lists)} listas de estado` })}; lo más antiguo es del ${say.dayAt(f.asOf)}`
      return `${say.count(f.count, { one: 'Se revisó 1', other: `Se revisaron ${say.number(f.count)}` })} ${known} (${when}).`
    },
    older: f =>
      say.count(f.n, {
        one: '1 se revisó con lo que se sabía antes de lo que este equipo sabía al hacer el informe.',
        other: `${say.number(f.n)} se revisaron con lo que se sabía antes de lo que este equipo sabía al hacer el informe.`,
      }),
    addresses: f =>
      say.count(f.n, {
        one: 'Para 1 de ellas se preguntó a la red; para nada más.',
        other: `Para ${say.number(f.n)} de ellas se preguntó a la red; para nada más.`,
      }),
    callsItself: many.callsItself,
    kindNamed: many.kindNamed,
    beside: f => `${many.part(f)}: ${f.said} ${many.partBeside}`,
    partKind: many.partKind,
    partOther: many.partOther,
    waiting: 'no se revisó, espera su turno',
    goesOn: f => `${f.name} (sigue)`,
    version: f => `Revisado con open-badges-validator-core ${f.version}.`,
    plainLetters:
      'Las letras que este documento no puede dibujar van en una forma simple; la tabla (CSV) las tiene tal cual.',
    foot: f => `${f.title}. ${say.dayAt(f.at)}, ${say.time(f.at)}`,
    end: f =>
      say.count(f.pages, {
        one: 'Fin del informe, 1 página.',
        other: `Fin del informe, ${say.number(f.pages)} páginas.`,
      }),
    page: f => `Página ${say.number(f.n)}`,
    key: f => `Clave: ${f.key}`,
    noKey: 'Sin clave',
    column: {
      input: 'Entrada',
      verdict: 'Resultado',
      kind: 'Tipo',
      person: 'Persona',
      badge: 'Insignia',
      issuer: 'Emisor',
      issuerId: 'Id del emisor',
      validFrom: 'Válida desde',
      validUntil: 'Válida hasta',
      answers: 'Respuestas',
      age: f => `${f.mark}: antigüedad en días`,
      reasons: 'Motivos',
      keys: 'Claves',
      asOf: 'Se sabe al',
      sha256: 'SHA-256',
      checkedAt: 'Revisada',
      trustList: 'Lista de confianza',
      knowledge: 'Huella de lo que se sabía',
      version: 'Versión',
      decision: 'Decisión',
      decisionReason: 'Motivo de la decisión',
      decidedBy: 'Decidió',
      decidedUntil: 'Decidido hasta',
      reportedBy: 'Informe de',
    },
  }
}
