import type { catalogue as en } from '../en/catalogue.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

export const catalogue = (say: Say): SameShape<ReturnType<typeof en>> => ({
  title: 'Microcredenciales',
  lead: 'Partes pequeñas y completas de la práctica docente. Muestra que lo haces, y un asesor lee lo que muestras.',
  none: 'Todavía no hay microcredenciales en este equipo.',
  takes: 'Lleva',
  hours: f =>
    f.low === f.high
      ? `${say.number(f.low)} h`
      : `de ${say.number(f.low)} a ${say.number(f.high)} h`,
  hoursBasis: 'Cálculo de quien la escribió; aquí la terminaron muy pocas personas para decirlo.',
  counts: 'Cuenta',
  countsUnknown: 'No se sabe que cuente en algún lugar. Pregunta primero a tu distrito.',
  credit: f => {
    const forms = {
      point: { one: '1 punto', other: `${say.number(f.units)} puntos` },
      hour: { one: '1 hora', other: `${say.number(f.units)} horas` },
    }
    const known = Object.entries(forms).find(([unit]) => unit === f.unit)?.[1]
    const units =
      known === undefined ? `${say.number(f.units)} ${f.unit}` : say.count(f.units, known)
    return `${f.rule}: ${units}`
  },
  answerBy: 'Respuesta',
  answer: f => `antes del ${say.day(f.day)} si la envías hoy (${say.number(f.days)} días hábiles)`,
  help: 'Intentos',
  attempts: f =>
    f.most === null
      ? `Los que necesites; después de ${say.number(f.support)}, un asesor habla contigo.`
      : `${say.number(f.most)} intentos.`,
  start: 'Empezar solicitud',
  goOn: 'Seguir con tu solicitud',
  startPromises: 'Empezar no te compromete. Nadie la ve hasta que la envías.',
  earnedAlready: 'Esta ya la lograste.',
  underWay: 'Tu solicitud para esta está en marcha.',
  startAgain: 'Empezar otra vez',
  seeClaim: 'Ver tu solicitud',
  againPromises: 'Si empiezas otra vez, se abre otra solicitud; la que lograste queda como está.',
  what: 'Lo que muestras',
  method: 'Método clave',
  components: 'De qué está hecha',
  judged: 'Cómo se evalúa',
  judgedLead:
    'La rúbrica completa, como la ve el asesor. Cada criterio tiene que llegar al nivel marcado.',
  research: 'Lo que la sustenta',
  tier: {
    strong: 'evidencia fuerte',
    moderate: 'evidencia moderada',
    promising: 'evidencia prometedora',
    rationale: 'un argumento razonado',
  },
  resources: 'Para leer y usar',
  part: f => `Parte ${say.number(f.n)}: ${f.title}`,
  wordsAsked: f =>
    f.hard
      ? `de ${say.number(f.min)} a ${say.number(f.max)} palabras; las demás no se leen`
      : `suelen ser de ${say.number(f.min)} a ${say.number(f.max)} palabras`,
  pieces: f =>
    f.min === f.max
      ? say.count(f.max, { one: '1 evidencia', other: `${say.number(f.max)} evidencias` })
      : `de ${say.number(f.min)} a ${say.number(f.max)} evidencias`,
  passing: 'Desde aquí se aprueba',
  aligned: 'Trabaja',
  by: f => `De ${f.author}. ${f.licence}. Versión ${say.number(f.version)}.`,
  validity: f =>
    f.months === null ? 'La insignia no vence.' : `La insignia vale ${say.number(f.months)} meses.`,
  open: 'Abrir',
})
