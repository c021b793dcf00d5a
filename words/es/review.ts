import type { review as en } from '../en/review.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

export const review = (say: Say): SameShape<ReturnType<typeof en>> => ({
  title: 'Por revisar',
  lead: f => {
    const left = say.count(f.n, {
      one: '1 solicitud espera',
      other: `${say.number(f.n)} solicitudes esperan`,
    })
    const begun = f.here === 0 ? '' : `, ${say.number(f.here)} ya empezadas por ti`
    const about = f.minutes === undefined ? '' : `, unos ${say.number(f.minutes)} min a tu ritmo`
    return `${left}${begun}${about}.`
  },
  next: 'Revisar la siguiente',
  goOn: 'Seguir leyendo',
  read: 'Leer',
  see: 'Ver',
  empty: 'Nada espera.',
  emptyWhy:
    'Una solicitud enviada y completa aparece aquí, con el día para el que se prometió la respuesta.',
  emptyDate: f => `Tu próxima fecha: ${say.day(f.day)}.`,
  finished: 'Lo que terminaste',
  queue: 'Solicitudes por fecha',
  code: f => `Solicitud ${f.code}`,
  begun: 'empezada por ti',
  firstReading: 'primera lectura',
  secondReading: 'segunda lectura',
  laterReading: f => `lectura ${say.number(f.round)}`,
  attempt: f =>
    f.n === 1 ? 'primer intento' : f.n === 2 ? 'segundo intento' : `intento ${say.number(f.n)}`,
  usual: f => `sueles tardar ${say.number(f.minutes)} min`,
  usualUnknown: 'aún no se sabe cuánto tardas',
  due: f => `Respuesta antes del ${say.day(f.day)}`,
  late: f =>
    `${say.count(f.days, { one: 'Un día hábil tarde', other: `${say.number(f.days)} días hábiles tarde` })}; se prometió para el ${say.day(f.day)}`,
  by: f => `de ${f.name}`,
  blind: 'No ves ningún nombre.',
  seen: f => `De ${f.name}.`,
  finish: 'Terminar la lectura',
  evidence: 'Evidencias de esta solicitud',
  noneHere: 'Para esta parte no se entregó nada.',
  noneHereNext: 'Lo que se entregó para las otras partes está en las pestañas.',
  rubric: 'Rúbrica',
  criterion: f => `Criterio ${say.number(f.n)} de ${say.number(f.of)}, ${f.part}`,
  open: f => `Abrir el criterio ${say.number(f.n)}: ${f.text}`,
  levelsLabel: f => `${f.text}. Se logra con ${f.passing}.`,
  passing: 'Desde aquí se logra',
  noLevel: 'sin nivel todavía',
  stands: 'queda como está',
  standsSince: f => `Logrado en el intento ${say.number(f.n)}: ${f.level}. No se evalúa otra vez.`,
  before: f => `En el intento ${say.number(f.n)}: ${f.level}`,
  changed: 'Qué cambió desde el último intento',
  comment: 'Lo que le dices a la persona',
  commentLabel: f => `Lo que le dices a la persona sobre: ${f.text}`,
  commentHint: 'Si no se logra: di qué mostrar la próxima vez.',
  anchors: 'Lugares que señalaste',
  pointedAt: 'Lo que esto señala',
  place: f => `${f.title}, ${f.place}`,
  point: 'Señalar evidencia',
  pointHere: 'Señalar esta respuesta',
  pointFirst: 'Marca las palabras a las que te refieres, o usa “Señalar esta respuesta”.',
  pointed: f => `Lugar ${say.number(f.n)}, ${f.place}, agregado.`,
  anchor: {
    page: f => `pág. ${say.number(f.page)}`,
    time: f => say.length(f.startMs),
    span: f => `${say.length(f.startMs)}–${say.length(f.endMs)}`,
    words: 'palabras',
    whole: 'todo',
    numbered: f => `${say.number(f.n)} · ${f.place}`,
    label: f => `Ir al lugar ${say.number(f.n)}: ${f.title}, ${f.place}`,
    until: 'Hasta aquí',
    untilLabel: f => `El lugar ${say.number(f.n)} termina donde está ahora el video`,
    takeAway: 'Quitar',
    takeAwayLabel: f => `Quitar el lugar ${say.number(f.n)}`,
  },
  showsWho: 'Esto muestra quién es',
  hidden: {
    title: 'Oculto para quien más lea',
    showAgain: 'Mostrar otra vez',
    showAgainLabel: f => `Mostrar otra vez a quien más lea: ${f.title}, ${f.place}`,
    fromYou: f =>
      say.count(f.n, {
        one: 'Un lugar está oculto: muestra quién es.',
        other: `${say.number(f.n)} lugares están ocultos: muestran quién es.`,
      }),
    fromYouNext: 'Lo encontró otra persona al leer. Evalúa por todo lo demás.',
  },
  keys: {
    point: 'Señalar evidencia',
    comment: 'Comentar',
    guidance: 'Orientación',
    next: 'Criterio siguiente',
    evidence: 'Evidencia siguiente',
    play: 'Reproducir',
    back: 'Atrás 5 s',
  },
  guidance: {
    title: 'Orientación',
    asked: 'Lo que pedía esta parte',
    method: 'El método del que trata',
  },
  play: 'Reproducir o pausar',
  backFive: 'Atrás 5 s',
  at: f =>
    f.lengthMs === undefined
      ? say.length(f.atMs)
      : `${say.length(f.atMs)} de ${say.length(f.lengthMs)}`,
  page: f =>
    f.pages === undefined
      ? `Página ${say.number(f.page)}`
      : `Página ${say.number(f.page)} de ${say.number(f.pages)}`,
  notAnswered: 'Aquí no se escribió nada.',
  shown: {
    unsure: 'no se dijo quién aparece',
    nobody: 'no aparece nadie',
    me: 'aparece solo la persona',
    students: 'aparecen estudiantes',
    adults: 'aparecen adultos',
  },
  released: 'con permisos firmados',
  happened: f => say.day(f.day),
  link: 'Un enlace; se abre en tu navegador, fuera de Meritfolio.',
  word: 'Su palabra',
  aiUse: f => `Cómo se usó la IA: ${f.said}`,
  aiUseUnsaid: 'No se dijo nada sobre la IA.',
  rated: f => `${say.number(f.n)} de ${say.number(f.of)} con nivel`,
  unseen: 'Nadie ve un nivel hasta que termines.',
  active: f =>
    f.usual === undefined
      ? `${say.number(f.minutes)} min de lectura`
      : `${say.number(f.minutes)} min de lectura; sueles tardar ${say.number(f.usual)}`,
  hide: 'Ocultar los minutos',
  show: 'Mostrar los minutos',
  know: 'Conozco este trabajo',
  knowWhy: 'Vuelve a los demás; nadie pregunta por qué.',
  left: f =>
    say.count(f.n, {
      one: 'Falta 1 cosa antes de terminar',
      other: `Faltan ${say.number(f.n)} cosas antes de terminar`,
    }),
  lacks: {
    level: 'Sin nivel todavía',
    comment: 'No se logra aún: di qué mostrar la próxima vez',
    anchor: 'No se logra aún: señala un lugar de la evidencia',
  },
  lacksAt: f => `Criterio ${say.number(f.n)}: ${f.text}`,
  goThere: 'Ir ahí',
  decided: {
    earned: 'Lograda',
    not_yet: 'Todavía no',
    earnedLead:
      'Todos los criterios se lograron. La oficina de credenciales aprueba ahora la insignia.',
    notYetLead: f =>
      `Se abre otra vez para la persona: ${say.list(f.open.map(title => `“${title}”`))}. Lo logrado queda como está.`,
    when: f =>
      `Terminada a las ${say.time(f.at)} del ${say.dayAt(f.at)}. ${say.number(f.minutes)} min de lectura.`,
    waits: 'Tu lectura está guardada aquí y sale al distrito cuando haya red.',
    frozen: 'Una lectura terminada ya no se cambia.',
    met: 'Logrado',
    notMet: 'Todavía no',
  },
  more: f => `Mostrar ${say.number(f.n)} más`,
  over: {
    title: 'Devueltas o retiradas',
    withdrawn: 'Retirada',
    returned: 'Devuelta',
    taken: f => `La tomaste el ${say.dayAt(f.at)}.`,
    notes: 'Ver tus notas',
    withdrawnAt: f =>
      `Su docente retiró esta solicitud a las ${say.time(f.at)} del ${say.dayAt(f.at)}. Tus notas quedan guardadas para ti.`,
    left: 'Su docente retiró esta solicitud, así que ya no hay nada que leer. Tus notas quedan guardadas para ti.',
    putAway: 'Quitarla de aquí',
    blank: 'No anotaste nada en ella.',
    yourNotes: 'Tus notas',
    yoursAlone: 'Nadie más las ve.',
  },
  returned: 'Esta lectura volvió a los demás. Tus notas quedan guardadas para ti.',
  gone: 'Esta lectura ya no está aquí, o pasó a otro asesor.',
  back: 'Volver a las revisiones',
})
