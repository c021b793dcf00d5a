import type { LeftOutCode } from '../../contract/device/verifying.ts'
import type { verifyBatch as en } from '../en/verify-batch.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

type Facts = Readonly<Record<string, string | number>>
type LeftOutWords = { readonly [C in LeftOutCode]: (facts: Facts) => string }

export const verifyBatch = (say: Say): SameShape<ReturnType<typeof en>> => {
  const bytesIn = (f: Facts, name: string) => say.size(Number(f[name] ?? 0))
  const numberIn = (f: Facts, name: string) => say.number(Number(f[name] ?? 0))
  const took = (ms: number) => {
    if (ms < 1_000) return 'menos de un segundo'
    const seconds = Math.round(ms / 1_000)
    return seconds < 120
      ? say.count(seconds, { one: '1 segundo', other: `${say.number(seconds)} segundos` })
      : `${say.number(Math.round(seconds / 60))} minutos`
  }
  const ageShort = (ms: number) => {
    if (ms < hourMs) return `${say.number(Math.max(1, Math.round(ms / minuteMs)))} min`
    if (ms < dayMs) return `${say.number(Math.round(ms / hourMs))} h`
    return `${say.number(Math.round(ms / dayMs))} d`
  }
  const decideSaid = (n: number) =>
    n === 1 ? 'Decidir' : n === 2 ? 'Decidir por las dos' : `Decidir por las ${say.number(n)}`
  const leftOut: LeftOutWords = {
    zip_damaged: () => 'El zip no se abre, o está dañado en este lugar.',
    zip_entries: f =>
      `El zip trae más de ${numberIn(f, 'max')} archivos; ${numberIn(f, 'left')} quedaron fuera.`,
    zip_too_large: f => `Pesa, o trae, más de ${bytesIn(f, 'bytesMax')}.`,
    zip_ratio: () => 'Al abrirlo ocuparía muchísimo más de lo que pesa; no se abrió.',
    zip_in_zip: () => 'Un zip dentro de un zip. Ábrelo tú y suelta lo que trae.',
    zip_link: () => 'Solo apunta a otro lugar.',
    zip_encrypted: () => 'Tiene contraseña. Ábrelo tú y suelta lo que trae.',
    zip_method: () => 'Está comprimido de una forma que aquí no se conoce.',
    too_large: f => `Pesa más de ${bytesIn(f, 'bytesMax')}; ninguna insignia pesa tanto.`,
    file_empty: () => 'No tiene nada (0 bytes).',
    not_an_address: f => `La línea ${numberIn(f, 'line')} no es una dirección web.`,
    no_address: () => 'No trae ninguna dirección web; una empieza con https://.',
    batch_full: f =>
      `En una lista caben ${numberIn(f, 'max')} como máximo; de aquí quedaron fuera ${numberIn(f, 'left')}. Suelta el resto como otra lista.`,
    kept_full: f =>
      `Todas las listas juntas ocupan ${bytesIn(f, 'bytesMax')} como máximo en este equipo. Olvida una anterior y suelta esto otra vez.`,
    no_room: f =>
      `No hay lugar: quedan ${bytesIn(f, 'freeBytes')} libres. Haz lugar y suéltalo otra vez.`,
    broken_off: () => 'Terminó antes de llegar entero. Suéltalo otra vez para comprobar el resto.',
    stopped: f =>
      `Aquí se detuvo: ${numberIn(f, 'left')} no entraron. Suéltalas otra vez para comprobarlas también.`,
    folder_unreadable: () => 'Esta carpeta no se pudo leer; nada de lo que trae se comprueba.',
    folder_too_deep: () => 'Está dentro de demasiadas carpetas. Suelta esa carpeta sola.',
    folder_too_many: () => 'Trae demasiados archivos para recorrerla. Suéltala por partes.',
  }
  return {
    addTitle: 'Agregar insignias',
    close: 'Cerrar',
    folder: 'Elegir una carpeta',
    earlier: 'Comprobadas antes',
    earlierKept: f =>
      `Las listas quedan hasta que las olvides. De las insignias sueltas quedan las últimas ${say.number(f.n)}.`,
    begunAnew: {
      damaged: 'Lo comprobado antes en este equipo no se pudo leer y ya no está.',
      newer: 'Lo comprobado antes lo guardó un Meritfolio más nuevo y ya no está.',
    },
    begunAnewNext: 'Tus decisiones quedan. Las insignias se pueden comprobar otra vez.',
    coming: f => `Todavía está llegando: ${f.name}`,
    againGroup: f =>
      f.n === 2
        ? 'Comprobar otra vez las dos'
        : `Comprobar otra vez las ${say.number(f.n)} de esta causa`,
    againAll: f => `Comprobar otra vez las ${say.number(f.n)}`,
    askNetwork: 'Preguntar a la red',
    askNetworkAll: f =>
      f.n === 2
        ? 'Preguntar a la red por las dos'
        : `Preguntar a la red por las ${say.number(f.n)} de esta causa`,
    askNetworkWhy:
      'Lo que falta puede estar en la red. Quien lo guarda allí ve que alguien lo pide.',
    askedNetwork: 'Se preguntó a la red:',
    askedInVain: f => `${f.host}: ${f.said}`,
    againSpoken: 'Se comprueba otra vez.',
    earlierLine: f => `${say.dayAt(f.at)}. ${f.sum}`,
    nameless: f => `Insignias del ${say.dayAt(f.at)}, ${say.time(f.at)}`,
    another: 'Otra lista',
    rename: 'Cambiar el nombre',
    renameTitle: 'Nombre de esta lista',
    renameLabel: 'Nombre',
    renameDo: 'Guardar el nombre',
    forget: 'Olvidar esta lista',
    forgetTitle: 'Olvidar esta lista',
    forgetWhy: f =>
      say.count(f.n, {
        one: '1 respuesta se va de este equipo. Tus decisiones quedan, y la insignia se puede volver a comprobar.',
        other: `${say.number(f.n)} respuestas se van de este equipo. Tus decisiones quedan, y las insignias se pueden volver a comprobar.`,
      }),
    forgetDo: 'Olvidarla',
    forgetNot: 'Conservarla',
    save: 'Guardar informe',
    saveCsv: 'Guardar como CSV',
    saved: f => `Guardado como ${f.name}.`,
    fileName: f => `informe ${f.name}`,
    handing: f => `Recibiendo ${say.number(f.done)} de ${say.number(f.all)} archivos`,
    checking: f => `Comprobando ${say.number(f.done)} de ${say.number(f.all)}`,
    stop: 'Parar aquí',
    stopped: f =>
      say.count(f.n, {
        one: 'Parado. 1 quedó sin comprobar.',
        other: `Parado. ${say.number(f.n)} quedaron sin comprobar.`,
      }),
    goOn: 'Seguir',
    checked: f => {
      const n = f.badges
        ? say.count(f.all, {
            one: '1 insignia comprobada',
            other: `${say.number(f.all)} insignias comprobadas`,
          })
        : say.count(f.all, {
            one: '1 archivo comprobado',
            other: `${say.number(f.all)} archivos comprobados`,
          })
      return `${n} aquí en ${took(f.tookMs)}`
    },
    share: {
      holds: f =>
        say.count(f.n, { one: '1 se sostiene', other: `${say.number(f.n)} se sostienen` }),
      unknown: f =>
        say.count(f.n, {
          one: '1 tiene algo que no se sabe',
          other: `${say.number(f.n)} tienen algo que no se sabe`,
        }),
      fails: f =>
        say.count(f.n, { one: '1 no se sostiene', other: `${say.number(f.n)} no se sostienen` }),
      unread: f =>
        say.count(f.n, {
          one: '1 no se pudo leer',
          other: `${say.number(f.n)} no se pudieron leer`,
        }),
      apart: f =>
        say.count(f.n, { one: '1 no es insignia', other: `${say.number(f.n)} no son insignias` }),
    },
    open: f =>
      say.count(f.n, {
        one: 'Falta mirar 1.',
        other: `Falta mirar ${say.number(f.n)}.`,
      }),
    openNone: 'No queda nada por mirar.',
    onlyOpen: 'Solo lo que falta mirar',
    standing: {
      fails: f => `No se sostienen, ${say.number(f.n)}`,
      unknown: f => `Con algo que no se sabe, ${say.number(f.n)}`,
      unread: f => `No se pudieron leer, ${say.number(f.n)}`,
      apart: f => `No son insignias, van aparte, ${say.number(f.n)}`,
      holds: f => `Se sostienen, ${say.number(f.n)}`,
    },
    verdict: {
      fails: 'No se sostiene.',
      unknown: 'Hay algo que no se sabe.',
      unread: 'No se pudo leer.',
      apart: 'No es una insignia.',
      holds: 'Se sostiene.',
    },
    cause: f => `${f.cause}, ${say.number(f.n)}`,
    causes: f => `${say.number(f.n)}: ${f.cause.toLocaleLowerCase('es')}`,
    span: f => `Del ${say.dayAt(f.from)} al ${say.dayAt(f.until)}.`,
    expiredOn: f => `Venció el ${say.dayAt(f.at)}`,
    listAge: f => `La lista es de hace ${say.age(f.ageMs)}`,
    ageShort: f => ageShort(f.ageMs),
    detail: {
      list: f => `lista del ${say.dayAt(f.at)}`,
      stranger: 'la firma se sostiene; nadie de tu confianza responde por el emisor',
      unproven: 'nadie de tu confianza responde por el emisor',
      /** What else isn't known, beside what stands first. */
      also: f => `tampoco se sabe: ${f.marks}`,
      mark: { signature: 'firma', dates: 'fechas', status: 'estado', trust: 'emisor' },
    },
    apart: {
      clr: 'Un historial de aprendizaje',
      endorsement: 'Un aval',
      presentation: 'Una presentación',
      'status-list': 'Una lista de estado',
      credential: 'Otra credencial',
      'badge-class': 'La descripción de una insignia, sin dueño',
      profile: 'El perfil de un emisor',
    },
    kindNamed: {
      badge: f => `Insignia Open Badges ${f.version}`,
      endorsement: f => `Aval Open Badges ${f.version}`,
      clr: f => `Historial de aprendizaje (CLR) ${f.version}`,
      credential: () => 'Credencial verificable, no es insignia',
      presentation: () => 'Presentación verificable',
      'status-list': () => 'Credencial de lista de estado',
      profile: f => `Perfil de emisor, Open Badges ${f.version}`,
      'badge-class': f => `Descripción de insignia, Open Badges ${f.version}`,
      none: () => 'No es una insignia',
    },
    apartOther: 'Otra cosa',
    apartWhy: 'Se leyó y se miró su firma, pero no es una insignia: nunca cuenta como una.',
    rows: f => `${say.number(f.from)} a ${say.number(f.to)} de ${say.number(f.all)}`,
    more: f =>
      say.count(f.n, {
        one: '1 más con la misma causa',
        other: `${say.number(f.n)} más con la misma causa`,
      }),
    moreHold: f =>
      say.count(f.n, {
        one: '1 más que se sostiene',
        other: `${say.number(f.n)} más que se sostienen`,
      }),
    fewer: 'Mostrar menos',
    nextPage: 'Filas siguientes',
    pageBefore: 'Filas anteriores',
    moreGroups: f => say.count(f.n, { one: '1 causa más', other: `${say.number(f.n)} causas más` }),
    waitingRow: 'Espera su turno',
    stoppedRow: 'Sin comprobar',
    pastedName: 'Texto pegado',
    keysNext: 'La siguiente por mirar',
    keysWhy: 'Por qué',
    keysSettle: 'Decidir',
    keysAgain: 'Comprobar otra vez',
    decide: f => decideSaid(f.n),
    decideLabel: f => `${decideSaid(f.n)}: ${f.cause}${f.issuer === '' ? '' : `, ${f.issuer}`}`,
    decideHead: f =>
      say.count(f.n, {
        one: 'Una decisión para esta insignia',
        other: `Una decisión para ${say.number(f.n)} insignias`,
      }),
    decideWhy:
      'Tu motivo va en el informe, con tu nombre y la edad de lo que se sabe. Ninguna respuesta cambia.',
    decideOffice: 'Decidir es tarea de la oficina de credenciales.',
    decideSpoken: f =>
      say.count(f.n, {
        one: '1 insignia resuelta.',
        other: `${say.number(f.n)} insignias resueltas.`,
      }),
    accept: f => `Aceptar hasta el ${say.dayAt(f.at)}`,
    choose: {
      accepted: 'Aceptar',
      asking: 'Preguntar al emisor',
      left: 'Dejar como está',
    },
    chooseLegend: 'Lo que decides',
    notAcceptable: 'Solo se ofrece aceptar donde una sola cosa no se sabe y la firma se sostiene.',
    reason: 'Motivo',
    reasonHint: 'Aparece en el informe junto a cada una.',
    reasonMissing: 'Escribe un motivo: quien lea el informe lo necesita.',
    until: 'Vale hasta el final del día',
    untilHint: 'Después de ese día vuelven a pedir una mirada. Un año como máximo.',
    untilMissing: 'Elige un día por venir, a un año como máximo.',
    by: f => `Decide ${f.name}`,
    decideDo: f =>
      say.count(f.n, {
        one: 'Resolver esta insignia',
        other: `Resolver ${say.number(f.n)} insignias`,
      }),
    decideNot: 'Ahora no',
    decided: {
      accepted: f => `Aceptadas por ${f.by} hasta el ${say.dayAt(f.until)}`,
      asking: f => `${f.by} preguntó al emisor; hasta el ${say.dayAt(f.until)}`,
      left: f => `${f.by} las dejó como están hasta el ${say.dayAt(f.until)}`,
    },
    decidedReason: f => `“${f.reason}”`,
    decidedEnded: f => `Una decisión anterior terminó: ${f.said}. “${f.reason}”`,
    decidedAt: f => `Decidido el ${say.dayAt(f.at)}`,
    undo: 'Deshacer',
    undoLabel: f => `Deshacer la decisión: ${f.cause}`,
    undone: 'La decisión se deshizo.',
    next: 'Qué hacer',
    step: {
      holder: 'Pide otra vez el archivo a la persona, tal como lo recibió.',
      distrust:
        'No te fíes de ella. Pregunta al emisor, por una dirección que conozcas, si la hizo.',
      issuer: 'Pregunta al emisor: solo él puede corregirla.',
      newer: 'Pregunta a la persona si tiene una más nueva.',
      known:
        'Pregunta a la red por lo que falta, o espera una lista de confianza más nueva y comprueba otra vez; o decide por todas.',
      vouch:
        'Averigua por un camino de confianza quién es el emisor; después añade una lista de confianza que lo nombre, o decide por todas las suyas.',
      person: 'Compara a la persona con otro documento suyo.',
      version: 'Compruébala con una versión más nueva de Meritfolio, o pregunta al emisor.',
      over: 'Ya no cuenta. El emisor puede decir por qué.',
      later: 'Compruébala más tarde; esto puede cambiar.',
      split: 'Pide cada cosa en un archivo propio.',
    },
    quoted: f => `“${f.name}”`,
    callsItself: f => `se llama a sí mismo “${f.name}”`,
    host: f => `La dirección del emisor: ${f.host}`,
    leftOut,
    leftOutHead: f =>
      say.count(f.n, { one: '1 quedó fuera', other: `${say.number(f.n)} quedaron fuera` }),
    leftOutMore: f => `y ${say.number(f.n)} más`,
    notHandedIn: f =>
      f.more === 0 ? '' : `${say.number(f.more)} después de ese no se intentaron.`,
    network: f =>
      f.addresses === 0
        ? 'No hace falta red.'
        : say.count(f.addresses, {
            one: 'No hace falta red, salvo para 1 que se buscó.',
            other: `No hace falta red, salvo para ${say.number(f.addresses)} que se buscaron.`,
          }),
    bundle: f =>
      `Comprobado con aquello en lo que se confiaba aquí (${f.from}); lo más antiguo es del ${say.dayAt(f.asOf)}${f.ageMs === undefined ? '' : `, ${say.age(f.ageMs)} antes`}.`,
    bundleNone: 'No había aquí lista de confianza, así que no se conocía a ningún emisor.',
    bundleOlder: f =>
      say.count(f.n, {
        one: '1 se comprobó antes de que llegara algo más nuevo; compruébala otra vez para usarlo.',
        other: `${say.number(f.n)} se comprobaron antes de que llegara algo más nuevo; compruébalas otra vez para usarlo.`,
      }),
    inside: 'Dentro de ella',
    partKind: {
      badge: 'Insignia',
      clr: 'Historial de aprendizaje',
      endorsement: 'Aval',
      newer: 'Versión más nueva',
    },
    partOther: 'Otra credencial',
    part: f =>
      `${f.kind}${f.title === '' ? '' : ` “${f.title}”`}${f.issuer === '' ? '' : ` de ${f.issuer}`}`,
    partHolds: 'Se sostiene.',
    partBeside: 'La insignia se juzga sin contarlo.',
    failed: 'La comprobación se detuvo sola.',
    table: 'Insignias por causa, primero lo que falta mirar',
  }
}
