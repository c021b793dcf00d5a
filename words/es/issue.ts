import type { issue as en } from '../en/issue.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

export const issue = (say: Say): SameShape<ReturnType<typeof en>> => ({
  title: 'Por emitir',
  approve: f =>
    say.count(f.n, { one: 'Aprobar 1 insignia', other: `Aprobar ${say.number(f.n)} insignias` }),
  lead: f =>
    say.count(f.n, {
      one: 'Un asesor encontró lograda 1 solicitud. Te espera.',
      other: `Los asesores encontraron logradas ${say.number(f.n)} solicitudes. Te esperan.`,
    }),
  nothing: 'Nada te espera.',
  nothingWhy: 'Una solicitud que un asesor encontró lograda aparece aquí, con lo que se encontró.',
  chooseOne: 'No hay nada elegido. Marca al menos una.',
  select: f => `Aprobar “${f.title}” para ${f.name}`,
  preview: 'Ver',
  previewLabel: f => `Ver en papel “${f.title}” para ${f.name}`,
  all: 'Todas',
  none: 'Ninguna',
  earnedAt: f =>
    f.reader === ''
      ? `Lograda el ${say.dayAt(f.at)}`
      : `Lograda el ${say.dayAt(f.at)}, leída por ${f.reader}`,
  attempt: f => `intento ${say.number(f.n)}`,
  working: f => `Aprobando ${say.number(f.done)} de ${say.number(f.all)}`,
  done: f => {
    const approved = say.count(f.n, {
      one: '1 insignia aprobada.',
      other: `${say.number(f.n)} insignias aprobadas.`,
    })
    return f.failed === 0
      ? approved
      : `${approved} ${say.count(f.failed, { one: '1 queda abajo con su motivo.', other: `${say.number(f.failed)} quedan abajo con sus motivos.` })}`
  },
  offline: f =>
    `Para firmar hace falta el registro del distrito. ${say.count(f.n, { one: '1 está lista', other: `${say.number(f.n)} están listas` })} para salir.`,
  alone: 'Este equipo no está unido a ningún distrito; aquí no se puede firmar nada.',
  paper: 'Así quedará',
  willSay: 'El distrito la firma con su propia llave cuando la apruebas.',
  criteria: 'Lo que se encontró',
  beingRead: 'En lectura con los asesores',
  beingReadWhy:
    'Si un asesor no puede seguir, libera la solicitud: vuelve a esperar a cualquier asesor. Sus notas se quedan con él.',
  readBy: f => `con ${say.list(f.names)}`,
  due: f => `respuesta antes del ${say.day(f.day)}`,
  release: 'Liberar',
  releaseLabel: f => `Liberar “${f.title}” de ${f.name}`,
  issued: 'Aprobadas y emitidas',
  issuedNone: 'Todavía no se aprobó ninguna insignia.',
  state: {
    approved: f => `Aprobada el ${say.dayAt(f.at)}; se está firmando`,
    signed: f => `Firmada el ${say.dayAt(f.at)}`,
    suspended: f => `Suspendida el ${say.dayAt(f.at)}: “${f.reason}”`,
    revoked: f => `Revocada el ${say.dayAt(f.at)}: “${f.reason}”`,
    superseded: f => `Reemplazada el ${say.dayAt(f.at)} por una más nueva`,
    beingReplaced: 'se está firmando una más nueva',
    corrects: f => `Emitida de nuevo: “${f.reason}”`,
  },
  more: f => `Mostrar ${say.number(f.n)} más`,
  change: 'Cambiar',
  changeLabel: f => `Cambiar “${f.title}” de ${f.name}`,
  changeTitle: f => `“${f.title}” de ${f.name}`,
  changeLegend: 'Qué pasa con ella',
  notSuspendable:
    'No se puede suspender: se firmó antes de que hubiera una lista de insignias suspendidas. La que se emita de nuevo, sí.',
  act: {
    suspend: {
      choice: 'Suspenderla',
      lead: 'No vale hasta que levantes la suspensión. Su firma y sus fechas quedan como están.',
      do: 'Suspender esta insignia',
      verifiers: 'Quien compruebe la insignia, por la lista de insignias suspendidas del distrito',
    },
    resume: {
      choice: 'Levantar la suspensión',
      lead: 'Vuelve a valer, tal como se firmó.',
      do: 'Levantar la suspensión',
      verifiers: 'Quien compruebe la insignia, en cuanto tenga la lista de hoy',
    },
    supersede: {
      choice: 'Emitirla de nuevo',
      lead: 'El distrito firma una insignia nueva con el nombre, el título y la llave de hoy. Cuando esté firmada, esta queda revocada y su página lleva a la nueva. La fecha de término no cambia.',
      do: 'Emitir de nuevo esta insignia',
      verifiers: 'Quien compruebe la anterior: está revocada y su página lleva a la nueva',
    },
    revoke: {
      choice: 'Revocarla',
      lead: 'Revocar es definitivo. Se puede emitir una insignia corregida, pero esta ya no vuelve a valer.',
      do: 'Revocar esta insignia',
      verifiers: 'Quien compruebe la insignia, por la lista de estado del distrito',
    },
  },
  reason: 'Motivo',
  reasonHint:
    'Su titular lo lee palabra por palabra, y también quien abra la página de la insignia. No nombres a nadie más.',
  told: 'Quién se entera',
  toldHolder: f => `${f.name}, en Hoy y en la insignia, con tu motivo`,
  toldOffice: 'La oficina de credenciales, en esta lista',
  keep: 'Dejarla',
})
