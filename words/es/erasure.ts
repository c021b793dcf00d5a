import type { ErasureGround, ErasurePlan } from '../../core/erasure/record.ts'
import type { erasure as erasureEn } from '../en/erasure.ts'
import type { Say } from '../say.ts'

export const erasure = (say: Say): ReturnType<typeof erasureEn> => {
  const some = (n: number, one: string, other: string) =>
    say.count(n, { one: `1 ${one}`, other: `${say.number(n)} ${other}` })
  const sum = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((all, n) => all + n, 0)
  const claimStates: Readonly<Record<string, { one: string; other: string }>> = {
    draft: { one: 'en preparación', other: 'en preparación' },
    submitted: { one: 'enviada', other: 'enviadas' },
    incomplete: { one: 'devuelta', other: 'devueltas' },
    in_review: { one: 'en lectura', other: 'en lectura' },
    not_yet: { one: 'con “todavía no”', other: 'con “todavía no”' },
    earned: { one: 'lograda', other: 'logradas' },
    withdrawn: { one: 'retirada', other: 'retiradas' },
  }
  const ground: Readonly<Record<ErasureGround, string>> = {
    wish: 'La persona lo pide',
    left: 'Se fue, y pasó el tiempo de conservarlo',
    schedule: 'Lo dice el calendario del distrito',
    mistake: 'Se añadió por error',
  }
  return {
    title: (f: { name: string }) => `Borrar el registro de ${f.name}`,
    someone: 'alguien que ya no está en la lista',
    press: 'Borrar',
    of: (f: { name: string }) => `Borrar el registro de ${f.name}`,
    lead: 'Lo deciden dos personas, y se hace siete días después. Hasta entonces, cualquiera de las dos, u otra persona de administración o de la oficina de credenciales, puede cancelarlo. Después nadie puede recuperarlo.',
    own: 'Es tu propio registro. Lo empieza otra persona de administración o de la oficina de credenciales.',
    notYours:
      'Borrar un registro es cosa de administración y de la oficina de credenciales de todo el distrito.',
    role: 'Esta persona todavía tiene una función: otras dependen de lo que hace. Quítale antes sus funciones, todas menos la de docente.',
    back: 'Personas y acceso',
    ground: 'Por qué',
    grounds: ground,
    begin: 'Contar lo que hay',
    counting: 'El distrito está contando',
    sent: 'Enviado al distrito. Lo que diga se verá aquí.',
    planTitle: 'Lo que hay',
    planAt: (f: { at: number }) => `Contado a las ${say.time(f.at)} del ${say.dayAt(f.at)}.`,
    goes: 'Esto se borra',
    stays: 'Esto se queda',
    plan: (plan: ErasurePlan): readonly string[] => [
      `${some(plan.goals - plan.goalsPublished, 'meta', 'metas')}, ${some(plan.activities, 'actividad', 'actividades')}, ${some(plan.checkIns, 'apunte', 'apuntes')}`,
      `${some(plan.evidence, 'evidencia', 'evidencias')}; ${some(plan.files, 'archivo', 'archivos')}, ${say.size(plan.bytes)}`,
      sum(plan.claims) === 0
        ? 'Ninguna solicitud'
        : `${some(sum(plan.claims), 'solicitud', 'solicitudes')}: ${say.list(
            Object.entries(claimStates).flatMap(([state, said]) => {
              const n = new Map(Object.entries(plan.claims)).get(state)
              return n === undefined ? [] : [`${say.number(n)} ${say.count(n, said)}`]
            }),
          )}`,
      ...(plan.readingsOpen === 0
        ? []
        : [some(plan.readingsOpen, 'lectura sin terminar', 'lecturas sin terminar')]),
      ...(sum(plan.badges) === 0
        ? []
        : [
            `Los archivos de ${some(sum(plan.badges), 'insignia', 'insignias')}, que llevan su nombre, y las páginas de esas insignias`,
          ]),
      `Nombre, acceso, códigos; también ${some(plan.computers, 'equipo suyo lo suelta', 'equipos suyos lo sueltan')}`,
    ],
    kept: (plan: ErasurePlan): readonly string[] => [
      ...(sum(plan.badges) === 0
        ? []
        : [
            `El lugar de ${some(sum(plan.badges), 'insignia', 'insignias')} en la lista de estado, sin nombre: el archivo de una insignia que se llevó todavía se puede verificar, y una revocada lo sigue estando.`,
          ]),
      ...(plan.readings === 0
        ? []
        : [
            `${some(plan.readings, 'lectura terminada', 'lecturas terminadas')} de asesores, sin una palabra: solo cómo se juzgó, para el acuerdo y el ritmo.`,
          ]),
      ...(plan.goalsPublished === 0
        ? []
        : [
            `${some(plan.goalsPublished, 'meta publicada', 'metas publicadas')} para el distrito, por su título.`,
          ]),
      'El diario de decisiones, con números que no nombran a nadie. Sigue entero.',
    ],
    takeAway:
      'La persona se entera cuando lo pides, y puede llevarse sus insignias y una copia de todo.',
    ask: 'Pedir el sí de otra persona',
    asked: (f: { by: string; at: number; until: number }) =>
      `${f.by} lo pidió el ${say.dayAt(f.at)}. Otra persona puede decir que sí hasta el ${say.dayAt(f.until)}.`,
    mine: 'Lo pediste tú, así que el sí tiene que ser de otra persona.',
    late: (f: { by: string; until: number }) =>
      `${f.by} lo pidió, y nadie dijo que sí antes del ${say.dayAt(f.until)}. Cuenta otra vez si todavía hace falta.`,
    agree: 'Decir que sí: borrarlo en siete días',
    agreed: (f: { asked: string; agreed: string; due: number }) =>
      `${f.asked} y ${f.agreed} están de acuerdo. El distrito lo borra después de las ${say.time(f.due)} del ${say.dayAt(f.due)}.`,
    callOff: 'Cancelarlo',
    calledOff: (f: { by: string; at: number }) =>
      `${f.by} lo canceló el ${say.dayAt(f.at)}. No se borró nada.`,
    done: (f: { at: number }) =>
      `Borrado el ${say.dayAt(f.at)}. Las copias del registro hechas antes todavía lo contienen: quien las guarda las destruye dentro de 35 días.`,
    hold: {
      title: 'Retención legal',
      inForce: (f: { by: string; at: number }) =>
        `${f.by} retuvo este registro por ley el ${say.dayAt(f.at)}. No se borra nada hasta que se levante. Lo que la persona elimine mientras tanto se va de sus computadoras y queda retenido en el distrito; nadie se lo dice. Un archivo que nunca llegó al distrito no se puede retener ahí.`,
      lift: 'Levantar la retención',
      none: 'Mientras haya una retención legal no se borra nada de este registro, se haya acordado lo que sea.',
      reason: 'Motivo, y dónde está escrito',
      reasonMissing: 'Escribe primero el motivo.',
      put: 'Retener por ley',
    },
    list: 'Registros por borrar',
    listLead: 'Cada uno necesita dos personas y siete días.',
    open: 'Verlo',
    openOf: (f: { name: string }) => `Verlo: ${f.name}`,
    state: {
      counting: 'El distrito está contando.',
      counted: 'Contado. Todavía no se pidió el sí de nadie.',
      erased: (f: { at: number }) => `Borrado el ${say.dayAt(f.at)}.`,
    },
    yours: {
      asked: (f: { by: string }) =>
        `${f.by} pidió borrar tu registro en este distrito. No se borra nada antes de que otra persona diga que sí y pasen siete días más.`,
      agreed: (f: { asked: string; agreed: string; due: number }) =>
        `${f.asked} y ${f.agreed} acordaron borrar tu registro en este distrito. Se hace el ${say.dayAt(f.due)}; tus equipos también lo sueltan.`,
      agreedNext:
        'Llévate antes tus insignias y una copia de tus datos. Si es un error, díselo a una de esas personas: pueden cancelarlo.',
      askedNext: 'Si es un error, díselo: pueden cancelarlo.',
      erased: (f: { at: number }) =>
        `Tu registro en este distrito se borró el ${say.dayAt(f.at)}. Lo que este equipo tenía de él tampoco está.`,
      erasedNext: 'Las insignias que te llevaste las puede verificar cualquiera.',
      badges: 'Tus insignias',
      copy: 'Dónde están tus datos',
    },
  }
}
