import type { claims as en } from '../en/claims.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

export const claims = (say: Say): SameShape<ReturnType<typeof en>> => ({
  title: 'Solicitudes',
  none: 'Todavía no hay solicitudes. Una solicitud empieza con una microcredencial.',
  choose: 'Elegir una microcredencial',
  open: 'Abrir',
  attempt: f =>
    f.n === 1 ? 'primer intento' : f.n === 2 ? 'segundo intento' : `intento ${say.number(f.n)}`,
  version: f => `versión ${say.number(f.version)}, ${f.attempt}`,
  state: {
    draft: 'En preparación',
    outbox: 'Saldrá cuando haya red; el plazo empieza entonces',
    submitted: f => `Enviada; se comprueba antes del ${say.day(f.day)}`,
    incomplete: 'Devuelta, sin evaluar',
    waiting: f => `Espera a un asesor. Respuesta antes del ${say.day(f.day)}`,
    reading: f => `Con ${f.reader}. Respuesta antes del ${say.day(f.day)}`,
    late: f =>
      `${say.count(f.days, { one: 'Un día hábil tarde', other: `${say.number(f.days)} días hábiles tarde` })}. Se prometió para el ${say.day(f.day)}`,
    notYet: f => (f.stand === '' ? `Todavía no: ${f.parts}` : `Todavía no: ${f.parts}. ${f.stand}`),
    stand: f =>
      f.parts.length === 1 ? `${say.list(f.parts)} queda` : `${say.list(f.parts)} quedan`,
    earnedOn: f => (f.day === '' ? 'Lograda.' : `Lograda el ${say.day(f.day)}.`),
    earned: 'La oficina de credenciales aprueba ahora la insignia',
    setAside: f =>
      `La oficina de credenciales no aprueba ninguna insignia para ella: “${f.reason}” Puedes empezar otra solicitud para la misma microcredencial.`,
    signing: 'Se está firmando la insignia',
    issued: 'La insignia es tuya',
    ending: f => `La insignia es tuya hasta el ${say.dayAt(f.at)}; se puede renovar`,
    ended: f => `La insignia terminó el ${say.dayAt(f.at)}; se puede renovar`,
    suspended: 'La insignia está suspendida por ahora',
    revoked: 'La insignia fue revocada',
    withdrawn: 'Retirada',
  },
  group: { yours: 'Contigo', away: 'En camino', done: 'Terminadas' },
  send: 'Enviar solicitud',
  sendNow: 'Enviar ahora',
  seeBadge: 'Ver la insignia',
  withdraw: 'Retirar',
  withdrawWhy: 'Si la retiras, los asesores dejan de verla. Todo lo que escribiste queda aquí.',
  giveUp: 'Dejar esta solicitud',
  giveUpWhy:
    'Termina aquí. Lo que escribiste queda para que lo leas, y otra solicitud puede empezar con eso.',
  withdrawn: {
    kept: 'Solo tú ves lo que escribiste aquí. Si empiezas otra vez, puedes llevarlo a la nueva.',
    wrote: 'Lo último que escribiste',
    sent: 'Lo que enviaste',
    none: 'No se escribió nada en ella.',
    again: 'Empezarla otra vez',
  },
  bring: {
    said: f =>
      `Retiraste una solicitud para esto el ${say.dayAt(f.at)}. Tiene ${say.count(f.words, { one: '1 palabra', other: `${say.number(f.words)} palabras` })} y ${say.count(f.pieces, { one: '1 evidencia', other: `${say.number(f.pieces)} evidencias` })}.`,
    go: 'Traerlo a esta',
    see: 'Ver esa solicitud',
  },
  outline: 'Partes de la solicitud',
  yourWord: 'Tu palabra',
  part: f => `${say.number(f.n)} ${f.title}`,
  ready: 'Lista',
  stands: 'Queda como está',
  toFix: f => `${say.number(f.n)} por corregir`,
  toConfirm: f => `${say.number(f.n)} por confirmar`,
  question: f => `Parte ${say.number(f.part)}, pregunta ${say.number(f.n)} de ${say.number(f.of)}`,
  slotOf: f => `Parte ${say.number(f.part)}, evidencia`,
  answerLabel: f => `Tu respuesta: ${f.question}`,
  words: f =>
    `${say.count(f.words, { one: '1 palabra', other: `${say.number(f.words)} palabras` })}; se piden de ${say.number(f.min)} a ${say.number(f.max)}`,
  files: f =>
    f.min === f.max
      ? `${say.number(f.have)} de ${say.number(f.max)}`
      : `${say.number(f.have)} de ${say.number(f.min)} a ${say.number(f.max)}`,
  chooseEvidence: 'Elegir de tus evidencias',
  addFile: 'Agregar un archivo',
  addFileTo: f => `Agregar archivos a “${f.slot}”`,
  addOther: 'escribir o enlazar algo',
  orDrop: 'o suelta archivos aquí.',
  chooseTitle: f => `Evidencia para “${f.slot}”`,
  chooseSearch: 'Buscar en tus evidencias',
  nothingToChoose: 'Todavía no hay nada que sirva. Agrega un archivo.',
  nothingFound: 'Nada de lo que sirve tiene estas palabras.',
  use: 'Usar esta',
  takeOut: 'Quitar',
  moveUp: 'Subir',
  accepts: f => `Acepta: ${f.kinds}.`,
  marginTitle: f =>
    f.n === 0 ? 'Lista para enviar' : `Corrige ${say.number(f.n)} antes de enviar`,
  marginNote: 'Se comprueba en este equipo, mientras escribes.',
  fixGroup: 'Por corregir',
  lookGroup: 'Vale la pena mirar',
  allGood: 'No queda nada por corregir. Envíala cuando quieras.',
  findingsTitle: 'Por qué fue devuelta',
  findingsNote: 'No se evaluó. Corrige esto y envíala de nuevo.',
  findingsMended: 'No se evaluó. Ya está todo corregido; envíala de nuevo.',
  answerTitle: 'Lo que encontró el asesor',
  answerBy: f => `${f.reader}, ${f.day}`,
  metCriterion: 'Cumplido',
  notMetCriterion: 'Todavía no',
  criterion: f => `${f.level}: ${f.text}`,
  noteToReader: 'Una nota al asesor: qué cambió desde el último intento',
  attest: {
    title: 'Tu palabra',
    lead: 'Cuatro cosas que solo tú puedes decir.',
    ready: 'Está lista para leerse.',
    release:
      'Tengo una autorización firmada de todas las personas que se ven, se oyen o se nombran.',
    ownWork: 'Es trabajo mío, de mi propia práctica.',
    aiUse: 'Cómo usaste IA, en una frase',
    aiHint: '“Nada” es una respuesta.',
  },
  sendPage: {
    title: f => `Enviar “${f.title}”`,
    frozen:
      'Se congela y se envía una copia de lo que escribiste y elegiste. Tus evidencias siguen siendo tuyas y siguen vivas aquí.',
    pieces: f =>
      `${say.count(f.answers, { one: '1 respuesta', other: `${say.number(f.answers)} respuestas` })}, ${say.count(f.files, { one: '1 evidencia', other: `${say.number(f.files)} evidencias` })}, ${f.size ?? 'sin archivos'}.`,
    found: f =>
      say.count(f.n, {
        one: 'Una cosa que encontró el distrito sigue como estaba.',
        other: `${say.number(f.n)} cosas que encontró el distrito siguen como estaban.`,
      }),
    foundNext: 'Puede que vuelva otra vez.',
    promise: f =>
      `Si la envías hoy: se comprueba antes del ${say.day(f.precheck)}, respuesta antes del ${say.day(f.answer)}.`,
    skipped: f =>
      `${say.count(f.days.length, { one: 'No cuenta', other: 'No cuentan' })}: ${say.list(f.days)}.`,
    alone:
      'Este equipo no se ha unido a ningún distrito, así que no hay a quién enviarla. Únete a tu distrito; no se pierde nada.',
    join: 'Unirme a mi distrito',
    back: 'Ahora no',
  },
  sent: {
    title: 'Enviada',
    frozen: 'Lo que enviaste quedó congelado como estaba. Puedes seguir con todo lo demás.',
    fingerprint: 'Huella de lo que enviaste:',
    answer: f => `Respuesta antes del ${say.day(f.day)}.`,
    again: 'Ver lo que enviaste',
  },
  read: {
    open: 'Leer la solicitud',
    openLabel: f => `Leer la solicitud “${f.title}” de ${f.name}`,
    lead: f =>
      f.name === ''
        ? `Como se envió el ${say.dayAt(f.at)}. Aquí no se puede cambiar nada.`
        : `Como la envió ${f.name} el ${say.dayAt(f.at)}. Aquí no se puede cambiar nada.`,
    note: 'Qué dice que cambió desde el intento anterior',
    fetched: 'Cada archivo se trae de tu distrito cuando lo muestras.',
    show: 'Mostrar el archivo',
    showLabel: f => `Mostrar el archivo “${f.title}”`,
    close: 'Cerrar el archivo',
    closeLabel: f => `Cerrar el archivo “${f.title}”`,
    setAside: f =>
      `${f.name}, de la oficina de credenciales, la apartó el ${say.dayAt(f.at)}, así que no se aprueba ninguna insignia: “${f.reason}”`,
    undecided: 'Nadie evaluó este intento: se devolvió sin leer.',
    unread:
      'Un asesor lee ahora esta solicitud. Lo que se envió se abre aquí para la oficina cuando esté lograda.',
  },
  sinceSent: {
    changed: {
      said: 'Lo que tu distrito guarda de esta solicitud no es lo que enviaste.',
      next: 'Algo cambió desde que la firmaste. Avisa a tu asesor y a quien administra; lo que escribiste sigue aquí.',
    },
    lost: {
      said: 'Lo que enviaste desde este equipo no está en lo que tu distrito guarda de esta solicitud.',
      next: 'Antes estaba. Avisa a tu asesor y a quien administra; lo que escribiste sigue aquí.',
    },
    key: {
      said: 'Una parte de esta solicitud está firmada en tu nombre por un equipo que este no conoce como tuyo.',
      next: 'Si no la enviaste tú, avisa ahora a quien administra.',
    },
  },
  twoVersions: 'Dos equipos escribieron esto a la vez. Se guardaron los dos textos.',
  here: 'Lo que está ahora',
  there: f => `Del otro equipo, ${f.when}`,
  keepHere: 'Dejar este',
  keepThere: 'Dejar el otro',
  keepBoth: 'Dejar los dos',
  unsavedFound: f => `Esta ventana todavía tiene palabras sin guardar: “${f.text}”`,
  takeUnsaved: 'Ponerlas',
  dropUnsaved: 'Dejarlas fuera',
  foot: {
    today: f =>
      f.skipped.length === 0
        ? `Si la envías hoy, respuesta antes del ${say.day(f.answer)}.`
        : `Si la envías hoy, respuesta antes del ${say.day(f.answer)}. ${say.count(f.skipped.length, { one: 'No cuenta', other: 'No cuentan' })} ${say.list(f.skipped)}.`,
  },
})
