import type { evidence as english } from '../en/evidence.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

/** Evidencias: guardarlas, encontrarlas, mirarlas. */
export const evidence = (say: Say): SameShape<ReturnType<typeof english>> => ({
  title: 'Evidencias',
  untitled: 'Sin título',
  kind: {
    reflection: 'Reflexión',
    link: 'Enlace',
    pdf: 'PDF',
    picture: 'Imagen',
    video: 'Video',
    sound: 'Sonido',
    document: 'Documento',
    slides: 'Diapositivas',
    table: 'Tabla',
    text: 'Texto',
    archive: 'Archivo comprimido',
    file: 'Archivo',
  },
  pages: f => say.count(f.n, { one: '1 página', other: `${say.number(f.n)} páginas` }),
  list: {
    add: 'Agregar evidencia',
    search: 'Busca en tus evidencias',
    goal: 'Meta',
    anyGoal: 'Cualquier meta',
    count: f =>
      f.total === f.all
        ? say.count(f.all, { one: '1 evidencia', other: `${say.number(f.all)} evidencias` })
        : `${say.number(f.total)} de ${say.number(f.all)}`,
    trash: 'Papelera',
    trashTitle: 'Evidencias en la papelera',
    back: 'Volver a tus evidencias',
    thisWeek: 'Esta semana',
    lastWeek: 'La semana pasada',
    week: f => `Semana del ${say.day(f.monday)}`,
    more: 'Mostrar más',
    loadingMore: 'Leyendo más de tus evidencias',
    nothing: f => `Nada dice ${say.list(f.words.map(word => `“${word}”`))}.`,
    near: f =>
      `${say.count(f.n, { one: '1 evidencia dice', other: `${say.number(f.n)} evidencias dicen` })} “${f.word}”`,
    nothingTogether: 'Ninguna evidencia dice todas estas palabras juntas.',
    nothingForGoal: 'Todavía no hay nada para esta meta.',
    showAll: 'Mostrar todo',
    claims: f => say.count(f.n, { one: '1 solicitud', other: `${say.number(f.n)} solicitudes` }),
    goals: f => say.count(f.n, { one: '1 meta', other: `${say.number(f.n)} metas` }),
    elsewhere: 'Todavía no está en esta computadora',
    none: 'Todavía no guardas nada. Una primera evidencia podría verse así:',
    exampleTitle: 'Respuestas de salida, ordenadas según cómo razonaron',
    exampleMeta: 'Imagen, 172 kB. Seis niños explican qué fracción es mayor.',
    noneInTrash: 'No hay nada en la papelera.',
    takeOut: 'Sacar de la papelera',
    takeOutOf: f => `Sacar de la papelera: ${f.title}`,
  },
  shown: {
    nobody: 'No aparece nadie',
    me: 'Solo tú',
    students: 'Estudiantes, con autorizaciones',
    adults: 'Adultos, con autorizaciones',
    studentsWithout: 'Estudiantes, falta una autorización',
    adultsWithout: 'Adultos, falta una autorización',
    unsure: 'Quién aparece: aún sin decir',
  },
  trash: {
    move: 'Mover a la papelera',
    since: f => `En la papelera desde el ${say.dayAt(f.atMs)}.`,
    used: f =>
      say.count(f.claims, {
        one: 'Una solicitud la usa. Lo que se envió queda como se envió.',
        other: `${say.number(f.claims)} solicitudes la usan. Lo que se envió queda como se envió.`,
      }),
    back: f => `“${f.title}” está otra vez entre tus evidencias.`,
  },
  add: {
    title: 'Agregar evidencia',
    lead: 'Primero se guarda, después las preguntas. Los archivos quedan en esta computadora hasta que digas quién aparece.',
    forSlot: f => `Lo que guardes aquí va a “${f.slot}” de “${f.claim}”.`,
    backToClaim: f => `Volver a “${f.claim}”`,
    drop: 'Suelta aquí archivos o una carpeta',
    dropMore: 'o presiona para elegirlos; también puedes pegarlos',
    choose: 'Elegir archivos',
    write: 'Escribir una reflexión',
    link: 'Guardar un enlace',
    keeping: f =>
      f.of === 1
        ? `Guardando ${f.name}`
        : `Guardando ${say.number(f.n)} de ${say.number(f.of)}: ${f.name}`,
    stop: 'Detener',
    list: 'Guardado ahora',
    leftOut: f =>
      `${say.count(f.n, { one: 'Quedó fuera 1 archivo', other: `Quedaron fuera ${say.number(f.n)} archivos` })}: como máximo ${say.number(f.max)} a la vez.`,
    leftOutNext: 'Suelta los demás cuando estos estén guardados.',
    unreadable: 'No se pudo leer la carpeta.',
    unreadableNext: 'Ábrela y suelta sus archivos.',
    waiting: 'Espera su turno',
    kept: 'Guardado',
    again: f => `Ya lo guardaste el ${say.dayAt(f.atMs)}`,
    againInTrash: f => `Ya lo guardaste el ${say.dayAt(f.atMs)}; está en la papelera`,
    stopped: 'Sin guardar: lo detuviste',
    goOn: f =>
      say.count(f.n, {
        one: 'Guardar el que se detuvo',
        other: `Guardar los ${say.number(f.n)} que se detuvieron`,
      }),
    inSlot: f => `En “${f.slot}”`,
    notInSlot: f => `Guardado, pero no en la solicitud: ${f.said}`,
    slotFull: f =>
      say.count(f.most, {
        one: 'ahí cabe una evidencia, y ya está.',
        other: `ahí caben ${say.number(f.most)} evidencias, y ya están.`,
      }),
    open: 'Abrir',
    openOf: f => `Abrir: ${f.title}`,
    askAbout: f => `Responder las preguntas sobre: ${f.title}`,
    all: f =>
      f.refused === 0
        ? `${say.count(f.kept, { one: '1 evidencia guardada', other: `${say.number(f.kept)} evidencias guardadas` })}.`
        : `${say.count(f.kept, { one: '1 evidencia guardada', other: `${say.number(f.kept)} evidencias guardadas` })}, ${say.number(f.refused)} no.`,
    reflection: 'Tu reflexión',
    reflectionHint: 'Se guarda con cada tecla.',
    linkLabel: 'Dirección de la página o del video',
    linkHint: 'Debe empezar con https. Se guarda solo la dirección, no la página.',
    linkKeep: 'Guardar el enlace',
    linkWrong: {
      empty: 'Primero pega la dirección.',
      not_https: 'Solo se guardan direcciones que empiezan con https.',
      not_a_link: 'Esto no es una dirección. Se ve así: https://video.example/leccion',
      long: 'Esta dirección es demasiado larga.',
    },
  },
  ask: {
    margin: 'Sobre esta evidencia',
    title: 'Guardado. Tres preguntas cortas.',
    titleOpen: 'Tres preguntas cortas',
    titleLater: 'Sobre esta evidencia',
    note: 'Pueden esperar.',
    noteFile:
      'Pueden esperar. Hasta que respondas la segunda, el archivo queda en esta computadora.',
    none: 'Aquí aparecen tres preguntas cortas cuando guardes algo. Pueden esperar.',
    what: '¿Qué es?',
    titleLabel: 'Título',
    noteLabel: 'Qué muestra, con tus palabras',
    happened: 'Cuándo ocurrió',
    who: '¿Quién se ve o se oye?',
    choice: {
      nobody: 'Nadie',
      me: 'Solo yo',
      students: 'Estudiantes',
      adults: 'Adultos',
      unsure: 'Aún no sé',
    },
    released: 'Tengo una autorización firmada de todas las personas que aparecen.',
    whichGoal: '¿Para qué meta?',
    noGoal: 'Todavía no tienes una meta propia.',
    toPlan: 'Ir a tu plan',
    competencies: '¿Qué competencias?',
    noCompetency: 'Ninguna todavía.',
    chooseCompetency: 'Elegir',
    untie: 'Quitar',
    untieOf: f => `Quitar ${f.code}`,
    sameForAll: f =>
      say.count(f.n, {
        one: 'Las mismas respuestas para la otra',
        other: `Las mismas respuestas para las otras ${say.number(f.n)}`,
      }),
    sameDone: f =>
      `${say.count(f.n, { one: '1 evidencia más tiene', other: `${say.number(f.n)} evidencias más tienen` })} ahora las mismas respuestas.`,
  },
  piece: {
    kept: f => `guardado el ${say.dayAt(f.atMs)}`,
    download: 'Descargar el original',
    openLink: 'Abrir la página',
    linkHost: f => `Una página en ${f.host}`,
    linkNote: 'Se abre en tu navegador. Lo que hay allí puede haber cambiado.',
    notHere: f =>
      `Este archivo está en tu otra computadora o en el registro del distrito. ${f.size}.`,
    fetch: 'Traerlo',
    reflection: 'La reflexión',
    pointed: f => `página ${say.number(f.page)}`,
    goTo: f => `Ir a ${f.place}`,
    pointedAt: 'Señalado',
    goals: 'Metas',
    usedIn: 'Se usa en',
    usedNowhere: 'Ninguna solicitud todavía',
    noGoals: 'Ninguna todavía',
    fingerprint: 'Huella',
    same: 'Igual que cuando se guardó',
    happened: 'Ocurrió',
  },
})
