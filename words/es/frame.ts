import type { frame as en } from '../en/frame.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

export const frame = (say: Say): SameShape<ReturnType<typeof en>> => ({
  skip: 'Ir al trabajo',
  places: 'Lugares',
  margin: 'Notas al margen',
  groups: {
    mine: 'Mi trabajo',
    coaching: 'Asesoría',
    office: 'Oficina',
    district: 'Distrito',
  },
  place: {
    today: 'Hoy',
    plan: 'Plan',
    evidence: 'Evidencias',
    catalogue: 'Microcredenciales',
    claims: 'Solicitudes',
    badges: 'Insignias',
    frameworks: 'Marcos',
    review: 'Por evaluar',
    issue: 'Por emitir',
    verify: 'Verificar',
    people: 'Personas y accesos',
    health: 'Salud del registro',
    settings: 'Ajustes',
  },
  findOrDo: 'Buscar o hacer',
  findOrDoHint: 'Escribe lo que buscas o quieres hacer',
  nothingFound: 'No hay nada con ese nombre.',
  do: 'Hacer',
  inEvidence: 'Dentro de las evidencias',
  actions: {
    goOn: f => `Seguir con “${f.title}”`,
    reflect: 'Escribir una reflexión',
    goal: 'Escribir una meta',
    checkIn: 'Hacer un apunte',
    review: 'Revisar la siguiente solicitud',
    issue: 'Aprobar insignias',
    verify: 'Comprobar una insignia',
    keys: 'Ver todas las teclas',
  },
  goTo: 'Ir a',
  switchPerson: 'Ser otra persona en la demostración',
  dark: 'Oscuro',
  addEvidence: 'Agregar evidencia',
  nextDate: f => `Próxima fecha: ${say.day(f.day)}`,
  keysNextProblem: 'Siguiente problema',
  keysFix: 'Corregirlo',
  keysAll: 'Todas las teclas',
  loading: 'Leyendo de este equipo',
  gone: 'Esto ya no está aquí, o no te corresponde verlo.',
  back: 'Volver a Hoy',
  undo: 'Deshacer',
  close: 'Cerrar',
  tryAgain: 'Intentar de nuevo',
  code: f => `Código ${f.code}`,
  crashed: f => `Se cerró de forma inesperada. Todo hasta las ${say.time(f.atMs)} está aquí.`,
  switched: f => `Otra ventana cambió a ${f.name}.`,
  wordsWait: f =>
    `Lo que escribías como ${f.name} espera en esta ventana hasta que vuelva ${f.name}.`,
  readOnly: f =>
    f.since === undefined
      ? 'Los datos de este equipo están dañados y no hay copia; no se puede cambiar nada.'
      : 'Los datos de este equipo se dañaron. Ves la última copia buena; no se puede cambiar nada.',
  dropAnywhere: 'Suelta archivos en cualquier lugar para guardarlos como evidencia.',
})
