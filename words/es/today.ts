import type { today as en } from '../en/today.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

const upToTwelve = [
  ...['Ninguna', 'Una', 'Dos', 'Tres', 'Cuatro', 'Cinco', 'Seis', 'Siete', 'Ocho', 'Nueve'],
  ...['Diez', 'Once', 'Doce'],
]
const upToTwelveDays = ['Ningún', 'Un', ...upToTwelve.slice(2)]

const capital = (text: string) => text.slice(0, 1).toLocaleUpperCase('es') + text.slice(1)

export const today = (say: Say): SameShape<ReturnType<typeof en>> => ({
  title: f => capital(say.longDay(f.day)),
  needs: f =>
    f.n === 0
      ? 'Nada te necesita.'
      : say.count(f.n, {
          one: 'Una cosa te necesita.',
          other: `${upToTwelve[f.n] ?? say.number(f.n)} cosas te necesitan.`,
        }),
  nextAnswer: f => `Tu próxima respuesta llega a más tardar el ${say.longDay(f.day)}.`,
  nextDate: f => `Próxima fecha: ${say.day(f.day)}.`,
  groups: {
    needs: 'Te necesita',
    away: 'En camino',
    minutes: 'Si tienes diez minutos',
    since: f => `Desde el ${say.longDay(f.day)}`,
  },
  day: { today: 'Hoy', anyTime: 'Cuando sea' },
  minutes: f => `${say.number(f.n)} min`,
  more: f => `${say.number(f.n)} más este mes`,
  fewer: 'Solo las primeras 7',
  putAway: 'Quitar de aquí',
  putAwaySheet: {
    title: f =>
      say.count(f.n, {
        one: '¿Quitar 1 palabra para siempre?',
        other: `¿Quitar ${say.number(f.n)} palabras para siempre?`,
      }),
    why: 'El registro no las aceptó; están aquí y en ninguna otra parte.',
    copy: 'Copiar las palabras',
    copied: 'Copiado',
    copyFailed: 'Este navegador no deja copiar. Márcalas y cópialas a mano.',
    go: 'Quitarlas',
    keep: 'Dejarlas aquí',
  },
  snooze: 'Hoy no',
  snoozed: f =>
    say.count(f.n, {
      one: 'Un renglón vuelve mañana.',
      other: `${say.number(f.n)} renglones vuelven mañana.`,
    }),
  snoozedBack: 'Mostrar ahora',
  line: {
    refused: {
      what: {
        send: 'El distrito no aceptó tu solicitud',
        finish: 'El distrito no aceptó tu evaluación',
        claim: 'El distrito no aceptó un cambio en una solicitud',
        review: 'El distrito no aceptó un cambio en una evaluación',
        badge: 'El distrito no aceptó lo que hiciste con una insignia',
        evidence: 'El distrito no aceptó un cambio en una evidencia',
        plan: 'El distrito no aceptó un cambio en tu plan',
        other: 'El distrito no aceptó un cambio',
      },
      why: f => `${f.said} ${f.next}`,
      action: 'Abrir',
      lost: {
        what: f => `Empezaste “${f.title}” en dos equipos`,
        why: f =>
          `El distrito recibió antes la otra. De este equipo todavía le falta: ${say.list([
            ...(f.words === 0
              ? []
              : [
                  say.count(f.words, {
                    one: '1 palabra',
                    other: `${say.number(f.words)} palabras`,
                  }),
                ]),
            ...(f.pieces === 0
              ? []
              : [
                  say.count(f.pieces, {
                    one: '1 evidencia',
                    other: `${say.number(f.pieces)} evidencias`,
                  }),
                ]),
          ])}.`,
        closed: 'Esa solicitud ahora no lo admite: copia las palabras antes de quitarlas.',
        bring: 'Pasarlo a esa solicitud',
        action: 'Abrir esa solicitud',
      },
    },
    twoVersions: {
      what: f => `Elige entre dos versiones de “${f.title}”`,
      why: 'Dos equipos lo escribieron a la vez. Se guardaron las dos.',
      action: 'Elegir',
    },
    cameBack: {
      what: f => `Corrige “${f.title}” y envíala otra vez`,
      why: f =>
        say.count(f.n, {
          one: 'Volvió sin evaluar: hay 1 cosa que corregir.',
          other: `Volvió sin evaluar: hay ${say.number(f.n)} cosas que corregir.`,
        }),
      action: 'Ver qué',
    },
    notYet: {
      what: f =>
        f.parts.length === 0
          ? `Sigue con “${f.title}”`
          : `Rehaz ${say.list(f.parts.map(part => `“${part}”`))} de ${f.title}`,
      why: f => {
        const stands =
          f.stand.length === 0
            ? ''
            : `${say.list(f.stand)} ${f.stand.length === 1 ? 'queda' : 'quedan'}. `
        return `${stands}${f.reader === '' ? 'El asesor' : f.reader} dice qué falta mostrar.`
      },
      action: 'Abrir',
    },
    ready: {
      what: f => `Envía “${f.title}”`,
      why: 'No queda nada que corregir.',
      action: 'Revisarla',
    },
    writing: {
      what: f => `Sigue con “${f.title}”`,
      why: f =>
        f.n === 1
          ? `Lo último: ${f.first}.`
          : `${say.number(f.n)} cosas por corregir. La primera: ${f.first}.`,
      action: 'Ir allí',
    },
    reading: {
      what: f => `Termina de leer “${f.title}”`,
      why: f =>
        f.owner === ''
          ? 'Ya empezaste; tus notas están guardadas.'
          : `De ${f.owner}. Ya empezaste.`,
      action: 'Seguir leyendo',
    },
    pool: {
      what: f =>
        f.n === 1
          ? `Lee “${f.title}”`
          : `Lee la siguiente de ${say.number(f.n)} solicitudes: “${f.title}”`,
      why: 'Espera a un asesor; la respuesta se prometió para este día.',
      action: 'Evaluar la siguiente',
    },
    toIssue: {
      what: f =>
        f.n === 1 ? `Aprueba la insignia “${f.title}”` : `Aprueba ${say.number(f.n)} insignias`,
      why: f =>
        f.n === 1
          ? 'Un asesor la dio por lograda.'
          : `Los asesores las dieron por logradas. “${f.title}” espera desde hace más tiempo.`,
      action: 'Verlas',
    },
    secondOfficer: {
      what: f =>
        say.count(f.n, {
          one: 'Confirma o rechaza: revocar 1 insignia',
          other: `Confirma o rechaza: revocar ${say.number(f.n)} insignias`,
        }),
      why: f => `Lo pidió ${f.by}; hace falta otra persona de la oficina.`,
      action: 'Verlo',
    },
    keyChange: {
      what: {
        rotate: 'Acepta o rechaza: firmar las insignias con una clave nueva',
        compromise: 'Acepta o rechaza: abandonar una clave que otra persona puede tener',
        replace: 'Acepta o rechaza: una clave nueva',
      },
      why: f => `Lo pidió ${f.by}; hace falta otra persona.`,
      action: 'Verlo',
    },
    roleRequest: {
      what: f => `Acepta o rechaza: un rol para ${f.name}`,
      why: f => `Lo pidió ${f.by}; un rol así pide dos personas.`,
      action: 'Verlo',
    },
    roleAlone: {
      what: f => `Mira un rol que recibió ${f.name}`,
      why: f => `Lo dio ${f.by} cuando no había nadie más a quien preguntar.`,
      action: 'Verlo',
    },
    erasure: {
      what: f => `Acéptalo o cancélalo: borrar el registro de ${f.title}`,
      why: f => `Lo pidió ${f.by}; hacen falta dos personas.`,
      action: 'Verlo',
    },
    keyAlone: {
      what: 'Se cambiaron las claves del distrito sin segunda persona',
      why: f => `El ${say.dayAt(f.at)}, quien opera el servidor: “${f.why}” Pregúntale qué pasó.`,
      action: 'Verlo',
    },
    activity: {
      what: f => f.title,
      why: f => `Para “${f.goal}”.`,
      action: 'Abrir la meta',
    },
    onItsWay: {
      what: f => `${f.title}: respuesta antes del ${say.longDay(f.day)}`,
      checked: f => `${f.title}: se comprueba que esté completa antes del ${say.longDay(f.day)}`,
      network: f => `${f.title}: saldrá cuando haya red`,
      office: f => `${f.title}: lograda`,
      late: f =>
        `${say.count(f.days, { one: 'Un día hábil tarde', other: `${upToTwelveDays[f.days] ?? say.number(f.days)} días hábiles tarde` })}; se prometió para el ${say.day(f.day)}.`,
      networkWhy: 'El plazo empieza cuando llega al distrito.',
      action: 'Abrir',
    },
    unsure: {
      what: f => `Di a quién se ve o se oye en “${f.title}”`,
      why: f => `Guardada el ${say.dayAt(f.keptAt)}. No sale de este equipo hasta que lo digas.`,
      action: 'Responder',
    },
    untied: {
      what: f => `Vincula “${f.title}” con una competencia`,
      why: 'Así sus niveles muestran dónde estás y adónde vas.',
      action: 'Elegir una',
    },
    firstGoal: {
      what: 'Anota una cosa en la que quieras mejorar',
      why: 'Por ejemplo: “Esperar cuatro segundos después de cada pregunta”. Es para aprender, no para que te evalúen.',
      action: 'Escribir una meta',
    },
    firstClaim: {
      what: 'Lee una microcredencial',
      why: 'Qué pide, cómo se evalúa, cuánto tiempo lleva. Leerla no te compromete a nada.',
      action: 'Elegir una',
    },
    computerWaits: {
      what: 'Di si un equipo nuevo es tuyo',
      why: f =>
        `Entró como si fueras tú, con un código de quien administra. Hasta que digas que sí, o hasta el ${say.dayAt(f.until)}, ${say.time(f.until)}, no recibe nada que sea solo tuyo.`,
      action: 'Responder',
    },
    computerAdded: {
      what: 'Se agregó un equipo nuevo a tu registro',
      why: f =>
        `A las ${say.time(f.at)} del ${say.dayAt(f.at)}. Si no es tuyo, quítale el acceso y avisa a quien administra.`,
      action: 'Verlo',
    },
    passwordSet: {
      what: 'Se puso una contraseña para ti',
      why: f =>
        `${say.dayAt(f.at)}, ${say.time(f.at)}${f.computer === '' ? '' : `, desde “${f.computer}”`}. Si no lo hiciste tú, quítala, da de baja los equipos que no son tuyos y avisa a quien administra.`,
      action: 'Verlo',
    },
    earned: {
      what: f => `${f.title}: lograda`,
      why: f =>
        f.reader === ''
          ? 'La insignia es tuya, aquí y en cualquier parte.'
          : `${f.reader} encontró cumplidos todos los criterios. La insignia es tuya, aquí y en cualquier parte.`,
      action: 'Ver la insignia',
    },
    badgeEnding: {
      what: f => `Renueva tu insignia “${f.title}”`,
      why: f => `Termina el ${say.dayAt(f.at)}. Otra solicitud te da una insignia nueva.`,
      action: 'Ver cómo',
    },
    badgeEnded: {
      what: f => `${f.title}: la insignia terminó`,
      why: f => `Valió hasta el ${say.dayAt(f.at)}. Otra solicitud te da una nueva.`,
      action: 'Ver cómo',
    },
    setAside: {
      what: f => `${f.title}: no se aprobó ninguna insignia`,
      why: f => `La oficina apartó la solicitud y dio este motivo: “${f.reason}”`,
      action: 'Ver la solicitud',
    },
    suspended: {
      what: f => `${f.title}: la insignia está suspendida`,
      why: f => `Por ahora no vale. La oficina dio este motivo: “${f.reason}”`,
      action: 'Ver la insignia',
    },
    resumed: {
      what: f => `${f.title}: la insignia vuelve a valer`,
      why: f => `La oficina levantó la suspensión: “${f.reason}”`,
      action: 'Ver la insignia',
    },
    corrected: {
      what: f => `${f.title}: la insignia se emitió de nuevo`,
      why: f => `La más nueva ocupa el lugar de la anterior: “${f.reason}”`,
      action: 'Ver la insignia',
    },
    revoked: {
      what: f => `${f.title}: se revocó la insignia`,
      why: f => `La oficina dio este motivo: “${f.reason}”`,
      action: 'Ver la insignia',
    },
  },
  stations: {
    label: 'Hasta dónde llegó',
    sent: f => (f.day === undefined ? 'Aún no sale' : `Enviada el ${say.day(f.day)}`),
    checked: f => (f.day === undefined ? 'Completa' : `Se comprueba antes del ${say.day(f.day)}`),
    reading: f =>
      f.holder === undefined || f.holder === '' ? 'Espera a un asesor' : `${f.holder} la lee`,
    answer: f => (f.day === undefined ? 'Respuesta' : `Respuesta antes del ${say.day(f.day)}`),
    earned: f => (f.day === undefined ? 'Lograda' : `Lograda el ${say.day(f.day)}`),
    approved: f =>
      f.day === undefined ? 'La oficina de credenciales aprueba' : `Aprobada el ${say.day(f.day)}`,
    badge: 'El distrito firma',
    at: { done: 'hecho', here: 'ahora', ahead: 'falta' },
  },
  comment: {
    title: f => `${f.reader}, ${say.dayAt(f.at)}`,
    open: f => `Verlo en “${f.title}”`,
  },
})
