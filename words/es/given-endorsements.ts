import type { Say } from '../say.ts'
import type { SameShape } from '../same-shape.ts'
import type { givenEndorsements as en } from '../en/given-endorsements.ts'

export const givenEndorsements = (say: Say): SameShape<ReturnType<typeof en>> => ({
  title: 'Lo que avala tu distrito',
  lead: 'La palabra firmada de tu distrito sobre lo que emiten otras entidades. Cualquiera puede leerla. Guarda el archivo y envíalo a la otra entidad: puede ponerlo en sus insignias.',
  none: 'Tu distrito todavía no ha avalado nada. Verifica una insignia de otra entidad; si vale, ahí se puede avalar.',
  toVerify: 'Verificar una insignia',
  kind: {
    achievement: 'Todas las insignias de este logro',
    issuer: 'Esta entidad emisora',
    badge: 'Solo esta insignia',
  },
  by: f => `${f.kind}, de ${f.issuer}`,
  state: {
    given: 'Tu distrito lo firma enseguida.',
    signed: f => `Vigente desde el ${say.dayAt(f.at)}; lo dio ${f.by}.`,
    until: f =>
      `Vigente desde el ${say.dayAt(f.at)} hasta el ${say.dayAt(f.until)}; lo dio ${f.by}.`,
    ended: f => `Terminó el ${say.dayAt(f.until)}; lo dio ${f.by}.`,
    withdrawn: f => `Lo retiró ${f.by} el ${say.dayAt(f.at)}. Motivo: ${f.reason}`,
    refused: f => `Sin firmar. ${f.why}`,
  },
  itself: 'tu propio distrito',
  unsigned: {
    ABOUT_ITSELF: 'Habla de tu propio distrito, y nadie se avala con su propia palabra.',
    NOT_SIGNABLE: 'Lo que la insignia dice de sí misma no se puede firmar.',
  },
  marks: { pass: 'Vigente', fail: 'Retirado', unknown: 'No vigente' },
  page: 'Su página, para cualquiera:',
  save: 'Guardar como archivo',
  saveLabel: f => `Guardar como archivo: el aval de ${f.name}`,
  saved: f => `Guardado como ${f.name}.`,
  takeBack: 'Retirar',
  takeBackLabel: f => `Retirar el aval de ${f.name}`,
  takeBackTitle: f => `¿Retirar el aval de ${f.name}?`,
  takeBackLead:
    'Para siempre. Quien lo verifique lo sabrá por la lista de tu distrito, también si está en una insignia de otros; esa insignia queda como está. A la otra entidad no se le avisa.',
  reason: 'Motivo, para cualquiera que abra su página',
  keep: 'Dejarlo vigente',
  here: 'Tu distrito avala esto',
  said: f => `${f.kind}: «${f.comment}»`,
  all: 'Todo lo que avala tu distrito',
  endorse: 'Avalar …',
  giveTitle: 'Avalar en nombre de tu distrito',
  giveLead:
    'Tu distrito firma lo que escribas aquí, y cualquiera puede leerlo. Habla a favor de lo que emite otra entidad; no emite nada.',
  what: 'Qué avalas',
  whatOf: {
    achievement: f => `«${f.name}»: todas sus insignias de ${f.issuer}`,
    issuer: f => `A ${f.name} como entidad que emite insignias`,
    badge: f => `Solo esta insignia de ${f.issuer}, «${f.name}», y ninguna otra`,
  },
  comment: 'Qué dice tu distrito',
  commentHint: f =>
    `Frases sencillas, ${say.number(f.charsMax)} signos como máximo. No escribas nada sobre una persona: es público.`,
  commentMissing: 'Escribe qué defiende tu distrito.',
  commentLong: f => `${say.number(f.chars)} signos; ${say.number(f.charsMax)} como máximo.`,
  until: 'Vigente hasta el final del',
  untilHint: 'Déjalo vacío para que no termine: se puede retirar en cualquier momento.',
  untilMissing: 'Elige un día por venir, o ninguno.',
  unsure: 'De la insignia que tienes delante no se puede saber esto:',
  knowing: 'Lo sé, y aun así lo avalo.',
  knowingMissing: 'Di que lo sabes, o averígualo antes.',
  give: 'Avalar',
  notNow: 'Ahora no',
  given: 'Avalado. Tu distrito lo firma enseguida.',
})
