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
  cannot: {
    title: 'No se pueden aprobar',
    lead: 'No quedan elegidas cuando apruebas. Lee la solicitud y haz lo que se indica a su lado.',
  },
  aside: {
    title: 'Apartadas',
    lead: 'Para estas no se aprueba ninguna insignia. Sus personas saben por qué y pueden empezar otra solicitud.',
    do: 'Apartar',
    doLabel: f => `Apartar “${f.title}” de ${f.name}`,
    offer: 'Si no debe salir de ella una insignia, apártala con un motivo.',
    sheet: f => `Apartar “${f.title}” de ${f.name}`,
    why: 'No se aprueba ninguna insignia para esta solicitud. Lo que decidió el asesor queda como está, y puedes volver a tomarla.',
    reasonHint:
      'Su persona lo lee palabra por palabra. Di qué puede hacer. No nombres a nadie más.',
    toldOwner: f =>
      `${f.name}, en Hoy y en la solicitud, con tu motivo; puede empezar otra solicitud`,
    toldReader: 'El asesor que la decidió, cuando vuelva a leerla',
    keep: 'Dejarla en espera',
    by: f =>
      f.name === ''
        ? `Apartada el ${say.dayAt(f.at)}: “${f.reason}”`
        : `Apartada el ${say.dayAt(f.at)} por ${f.name}: “${f.reason}”`,
    takeUp: 'Volver a tomarla',
    takeUpLabel: f => `Volver a tomar “${f.title}” de ${f.name}`,
  },
  beingRead: 'En lectura con los asesores',
  beingReadWhy:
    'Si un asesor no puede seguir, libera la solicitud: vuelve a esperar a cualquier asesor. Sus notas se quedan con él.',
  readBy: f => `con ${say.list(f.names)}`,
  due: f => `respuesta antes del ${say.day(f.day)}`,
  release: 'Liberar',
  releaseLabel: f => `Liberar “${f.title}” de ${f.name}`,
  issued: 'Aprobadas y emitidas',
  issuedNoneFound: 'Ninguna insignia coincide con esto.',
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
    'No se puede suspender: no nombra ninguna lista de insignias suspendidas, y quien la compruebe no se enteraría.',
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
  several: {
    title: 'Revocar varias',
    back: 'Por emitir',
    why: 'Por qué y cómo',
    lead: 'Elige las insignias a las que toca un mismo motivo. Revocar es definitivo.',
    find: 'Buscar',
    findHint: 'Un título o un nombre; la lista de abajo muestra lo que coincide.',
    all: f =>
      say.count(f.n, {
        one: 'Elegir la que se muestra',
        other: `Elegir las ${say.number(f.n)} que se muestran`,
      }),
    chosen: f =>
      f.n === 0
        ? 'No hay nada elegido.'
        : `${say.count(f.n, { one: '1 insignia elegida', other: `${say.number(f.n)} insignias elegidas` })}, de ${say.count(f.people, { one: '1 persona', other: `${say.number(f.people)} personas` })}.`,
    choose: f => `Elegir “${f.title}” de ${f.name}`,
    nothing: 'Ninguna insignia vigente coincide con esto.',
    revoke: f =>
      say.count(f.n, { one: 'Revocar 1 insignia', other: `Revocar ${say.number(f.n)} insignias` }),
    propose: f => `Pedir a otra persona que confirme revocar ${say.number(f.n)}`,
    two: f =>
      `A solas puedes revocar ${say.number(f.alone)} más en esta hora. Por eso otra persona de la oficina tiene que confirmarlo en siete días. Hasta entonces no le pasa nada a ninguna insignia, y puedes retirarlo.`,
    tooMany: f => `Como máximo ${say.number(f.most)} a la vez.`,
    working: f => `Revocando ${say.number(f.done)} de ${say.number(f.all)}`,
  },
  joint: {
    title: 'Hacen falta dos personas',
    lead: 'Una lo pide, otra lo confirma; entonces lo hace el distrito.',
    revoke: f =>
      `Revocar ${say.count(f.badges, { one: '1 insignia', other: `${say.number(f.badges)} insignias` })} de ${say.count(f.people, { one: '1 persona', other: `${say.number(f.people)} personas` })}`,
    badge: f => `“${f.title}” de ${f.name}`,
    all: f => `Mostrar las ${say.number(f.n)}`,
    confirm: 'Confirmar y revocar',
    state: {
      confirmed: f => `Lo pidió ${f.by} y lo confirmó ${f.other}. Ahora lo hace el distrito.`,
      done: f =>
        `${say.count(f.done, { one: '1 insignia revocada', other: `${say.number(f.done)} insignias revocadas` })} el ${say.dayAt(f.at)}, por ${say.list([f.by, f.other])}.${f.left === 0 ? '' : ` ${say.count(f.left, { one: 'Quedó 1: ya no valía.', other: `Quedaron ${say.number(f.left)}: ya no valían.` })}`}`,
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
