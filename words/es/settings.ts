import type { settings as en } from '../en/settings.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

const named = (f: { name: string | undefined }) =>
  f.name === undefined || f.name === '' ? 'un equipo' : `“${f.name}”`

export const settings = (say: Say): SameShape<ReturnType<typeof en>> => ({
  title: 'Ajustes',
  parts: 'Partes de los ajustes',
  part: {
    you: 'Tú',
    look: 'Idioma y texto',
    device: 'Este equipo',
    district: 'Distrito',
    about: 'Acerca de',
  },
  you: {
    name: 'Nombre',
    nameHint: 'Aparece en tu plan, en tus solicitudes y en lo que guardes como archivo.',
    nameMissing: 'Escribe un nombre; hasta entonces queda el de antes.',
    place: 'Lugar',
    roles: 'Funciones',
    role: {
      educator: 'docente',
      coach: 'asesoría',
      officer: 'oficina de credenciales',
      administrator: 'administración',
      system: 'el propio distrito',
    },
    kept: {
      alone: 'Trabajas en este equipo, sin distrito.',
      joined:
        'Tu distrito guarda estos datos; quien administra puede cambiarlos en Personas y accesos.',
      manager: 'Tu distrito guarda estos datos; tu nombre puedes cambiarlo tú:',
      demo: 'Una de las cinco personas del distrito de demostración. Al pie de la barra lateral puedes ser otra, o salir de la demostración.',
    },
    noPlace: 'sin decir',
  },
  look: {
    language: 'Idioma',
    theme: 'Claro u oscuro',
    themes: { system: 'Como el equipo', light: 'Claro', dark: 'Oscuro' },
    textNote: 'Para el navegador de esta ventana. También sirve ampliar la página.',
    letters: 'Letras sueltas como teclas',
    lettersOn: 'Sí',
    lettersOff: 'No',
    lettersNote:
      'N para una meta nueva, J para el criterio siguiente y otras. Apágalas si le hablas a tu equipo; todo tiene también un botón.',
    kept: 'Se guarda de inmediato, en este equipo.',
  },
  device: {
    folder: 'Dónde están tus datos',
    folderWhat:
      'Esta carpeta lo contiene todo: registros, evidencias, llaves, copias. Cópiala con Meritfolio cerrado y tendrás copia de todo.',
    saved: 'Lo que está guardado',
    backups:
      'Cada hora se hace una copia de los registros mientras Meritfolio está abierto; se conservan las últimas ocho.',
    filesGoing: f =>
      say.count(f.n, {
        one: '1 archivo va en camino al distrito.',
        other: `${say.number(f.n)} archivos van en camino al distrito.`,
      }),
    waiting: f =>
      f.n === 0
        ? 'Nada espera para ir al distrito.'
        : say.count(f.n, {
            one: '1 cosa espera para ir al distrito.',
            other: `${say.number(f.n)} cosas esperan para ir al distrito.`,
          }),
    waitingAlone: 'Sin distrito: todo se queda aquí hasta que te unas a uno.',
    saveFile: 'Guardar en un archivo lo que espera',
    savedFile: f => `Guardado como ${f.name} en tus descargas.`,
    fileName: 'meritfolio-en-espera.json',
    readOnly: f =>
      f.since === undefined
        ? 'Los registros de este equipo se dañaron y no hay copia. No se sobrescribió nada.'
        : `Los registros de este equipo se dañaron. Ves la copia de las ${say.time(f.since)} del ${say.dayAt(f.since)}. No se sobrescribió nada.`,
    readOnlyNext: f =>
      f.copy === undefined
        ? 'Vuelve a poner una copia de toda la carpeta, si la hay, o pregunta a quien cuida este equipo. O empieza de nuevo (abajo, o en Ajustes, Este equipo): lo que hay aquí se aparta tal como está.'
        : `Para seguir con esa copia: cierra Meritfolio. En su carpeta dale otro nombre a record.sqlite, y a record.sqlite-wal si existe; luego copia backups/${f.copy} como record.sqlite.`,
    skew: f =>
      `El reloj de este equipo va ${say.age(Math.abs(f.ms))} ${f.ms > 0 ? 'atrasado' : 'adelantado'}.`,
  },
  district: {
    computers: {
      title: 'Equipos que firman en tu nombre',
      one: f =>
        `${f.isThis ? 'Este equipo' : 'Otro equipo'} se unió a las ${say.time(f.joinedAt)} del ${say.dayAt(f.joinedAt)}.`,
      add: 'Agregar un equipo mío',
      isItYours: '¿Es tuyo este equipo?',
      waits: f =>
        `Este equipo entró como si fueras tú, con un código de quien administra. ¿Es tuyo? Hasta que lo digas, o hasta el ${say.dayAt(f.until)}, ${say.time(f.until)}, no recibe nada que sea solo tuyo.`,
      yes: 'Sí, es mío',
      no: 'No, quitarle el acceso',
      ended: f => `Su acceso terminó el ${say.dayAt(f.at)}.`,
      end: 'Quitarle el acceso',
      endSure:
        'No recibe nada más y no puede enviar nada. Lo que hay en él se queda; con otra invitación puede unirse de nuevo.',
      keep: 'Dejarlo',
      endOf: f =>
        `Quitarle el acceso: ${named(f)}, que se unió el ${say.dayAt(f.joinedAt)}, ${say.time(f.joinedAt)}`,
      rename: 'Cambiar su nombre',
      renameOf: f =>
        `Cambiar su nombre: ${named(f)}, que se unió el ${say.dayAt(f.joinedAt)}, ${say.time(f.joinedAt)}`,
      name: 'Nombre del equipo',
      nameHint: 'Lo lees tú, y quien administra los equipos de tu distrito.',
      nameMissing: 'Escribe un nombre; hasta entonces queda el de antes.',
      callsItself: f => `Dice llamarse “${f.name}”.`,
      unknown:
        'Si no conoces alguno, avisa a quien administra: puede que alguien esté firmando como tú.',
      other: 'Tu distrito dice ahora otra clave que antes para uno de estos equipos.',
      otherNext: 'Avisa a quien administra. Lo que firmas tú sigue llevando tu propia clave.',
    },
    log: {
      title: 'El diario de decisiones del distrito',
      held: f =>
        `Hasta el ${say.dayAt(f.atMs)}, ${say.time(f.atMs)}: ${say.count(f.n, { one: '1 entrada', other: `${say.number(f.n)} entradas` })}, con la firma del distrito. Este equipo guarda su sello:`,
      what: 'Quien cambie o quite después una entrada no puede hacer que este sello vuelva a coincidir. La administración del distrito puede comprobarlo.',
      before: f =>
        `El distrito volvió de una copia de seguridad: lo dijo a este equipo a las ${say.time(f.atMs)} del ${say.dayAt(f.atMs)}. El sello de antes:`,
      doubt: {
        shorter: f =>
          `Desde el ${say.dayAt(f.atMs)}, ${say.time(f.atMs)}, al diario le faltan entradas que este equipo ya vio.`,
        rewritten: f =>
          `Desde el ${say.dayAt(f.atMs)}, ${say.time(f.atMs)}, en el diario hay otras entradas que las que este equipo vio.`,
        unsigned: f =>
          `Desde el ${say.dayAt(f.atMs)}, ${say.time(f.atMs)}, el diario llega sin la firma del distrito.`,
      },
      doubtNext:
        'Tu trabajo no cambia. Avisa a quien administra, con los sellos de arriba, si los hay: muestran lo que decía el diario.',
    },
    joined: f => `Estás en ${f.district}.`,
    address: 'Dirección',
    lastInRecord: 'Todo estuvo en el registro',
    never: 'todavía no',
    at: f => `${say.dayAt(f.atMs)}, ${say.time(f.atMs)}`,
    askNow: 'Enviar y traer ahora',
    asked: 'Se preguntó.',
    refused: f =>
      say.count(f.n, {
        one: 'El distrito no aceptó 1 cosa. Hoy dice por qué.',
        other: `El distrito no aceptó ${say.number(f.n)} cosas. Hoy dice por qué.`,
      }),
    seeWhy: 'Ver por qué',
    held: f =>
      say.count(f.n, {
        one: 'El distrito ya no tiene 1 cosa que está aquí. Se queda hasta que la dejes ir.',
        other: `El distrito ya no tiene ${say.number(f.n)} cosas que están aquí. Se quedan hasta que las dejes ir.`,
      }),
    room: {
      title: 'Tus archivos en el distrito',
      used: f =>
        `${say.count(f.files, { one: '1 archivo', other: `${say.number(f.files)} archivos` })}, ${say.size(f.usedBytes)} de los ${say.size(f.bytesMax)} que el distrito guarda para ti. Cuenta lo que entregaste en una solicitud.`,
      lacking: f =>
        say.count(f.n, {
          one: '1 archivo tuyo ya no tiene lugar en el distrito. Está a salvo en este equipo; la solicitud que lo lleva lo espera.',
          other: `${say.number(f.n)} archivos tuyos ya no tienen lugar en el distrito. Están a salvo en este equipo; la solicitud que lleva uno de ellos lo espera.`,
        }),
      next: 'Manda a la papelera la evidencia que ya no necesitas y elige ahí “Eliminar ahora”: el distrito la suelta enseguida. Si la dejas en la papelera, se va sola a los treinta días y unos tres más. Si no alcanza, pide más lugar a tu administración. Todo lo demás sigue.',
    },
    copy: {
      title: 'La copia del registro en este equipo',
      whole:
        'Se compara con la del distrito cada vez que llega algo, y se lee completa una vez al día.',
      mended: f =>
        `${say.count(f.n, { one: 'Una vez una parte', other: `${say.number(f.n)} veces una parte` })} no era lo que tiene el distrito y se trajo de nuevo; la última, a las ${say.time(f.atMs)} del ${say.dayAt(f.atMs)}. No se tocó nada de tu propio trabajo.`,
      differing: f =>
        say.count(f.n, {
          one: 'Una parte no es lo que tiene el distrito, aunque se trajo de nuevo. Se conserva como está.',
          other: `${say.number(f.n)} partes no son lo que tiene el distrito, aunque se trajeron de nuevo. Se conservan como están.`,
        }),
      differingNext:
        'Seguimos probando, con más calma. Si no cambia, avisa a tu administración: puede estar mal la cuenta del propio distrito.',
    },
    later: f =>
      say.count(f.n, {
        one: 'El distrito todavía no recibe 1 cosa que hiciste. Quizá se apoya en trabajo que otro equipo tiene que traer de nuevo después de que el distrito volvió de una copia de seguridad. Se conserva aquí, volvemos a preguntar cada minuto, y se te dice si no se puede recibir.',
        other: `El distrito todavía no recibe ${say.number(f.n)} cosas que hiciste. Quizá se apoyan en trabajo que otro equipo tiene que traer de nuevo después de que el distrito volvió de una copia de seguridad. Se conservan aquí, volvemos a preguntar cada minuto, y se te dice si no se pueden recibir.`,
      }),
    ahead: f =>
      say.count(f.n, {
        one: 'El registro de tu distrito es más antiguo que este Meritfolio y no conoce 1 cosa que hiciste. Se conserva aquí y sale cuando el distrito se actualice.',
        other: `El registro de tu distrito es más antiguo que este Meritfolio y no conoce ${say.number(f.n)} cosas que hiciste. Se conservan aquí y salen cuando el distrito se actualice.`,
      }),
    letGo: 'Quitarlas de este equipo',
    letGoAsked: 'Se van la próxima vez que se traiga algo.',
    joinTitle: 'Unirme a mi distrito',
    joinWhat: 'Lo que hiciste aquí viene contigo y sigue siendo tuyo. Nada se pierde.',
    demo: 'El distrito de demostración funciona en este equipo, como un programa aparte. Nada sale de él.',
    leaveDemo:
      'Estás en la demostración. Sal de ella para unirte a tu distrito o trabajar por tu cuenta. Lo que probaste se queda en la demostración, y puedes volver a ella.',
    tryDemo: {
      title: 'El distrito de demostración',
      what: 'Cinco personas inventadas y su trabajo, junto al tuyo: nada de lo uno pasa a lo otro. Al pie de la barra lateral vuelves a salir.',
      open: 'Abrir la demostración',
    },
    away: {
      network: 'Por ahora no se puede llegar a él. Todo espera aquí.',
      nonsense: 'Responde de una manera que no entendemos. Se intenta de nuevo.',
      revoked:
        'Ya no acepta este equipo y no le dice nada más. Todo sigue aquí, y no se pierde nada.',
      clock:
        'El reloj de este equipo está mal y el distrito no puede confiar en sus fechas. Ajusta el reloj.',
      upgrade: 'Pide un Meritfolio más nuevo. Todo espera aquí.',
      key: 'No se puede leer la llave con la que conoce este equipo. Todo sigue aquí, y no se pierde nada.',
    },
    elsewhere: {
      begin: 'El distrito tiene otra dirección',
      away: 'Si tu distrito se mudó, escribe aquí su nueva dirección; lo que espera sale entonces hacia allá.',
      what: 'Primero se pregunta allá. Solo tu propio distrito puede responder con la llave que este equipo conoce; hasta entonces, nada tuyo sale hacia allá.',
      address: 'Nueva dirección del distrito',
      hint: 'Como te la dio la oficina de tu distrito, por ejemplo registro.aliso.example',
      missing: 'Escribe primero la dirección.',
      go: 'Preguntar allá y seguir allá',
      asking: f => `Se pregunta a ${f.address}…`,
      done: f =>
        `Es tu distrito. Desde ahora este equipo le pregunta en ${f.address}, y lo que espera sale hacia allá.`,
      silent: 'Revisa la dirección, y si hay red. No se cambió nada.',
      notOne: 'Confirma la dirección con la oficina de tu distrito. No se cambió nada.',
      leave: 'Dejarla como está',
    },
    again: {
      title: 'Unirse de nuevo',
      what: 'Con otra invitación, o con tu acceso, este equipo sigue donde estaba, con otra llave. Lo que espera aquí sale entonces hacia el distrito, cada cosa una vez.',
      done: 'Este equipo está otra vez en el distrito.',
    },
    waits: {
      title: 'Este equipo espera tu sí',
      what: f =>
        `Entró con un código de quien administra. Por eso lo que es solo tuyo no llega aquí hasta que otro equipo tuyo diga que sí, o hasta las ${say.time(f.until)} del ${say.dayAt(f.until)}. Lo que hagas se queda aquí mientras tanto y después sale solo.`,
    },
    signIn: {
      title: 'Tu acceso',
      what: 'Con un nombre y una contraseña puedes entrar desde un equipo nuevo sin invitación. Los guarda el distrito; este equipo no los necesita.',
      reset: f =>
        `Quien administra quitó tu acceso el ${say.dayAt(f.at)}, ${say.time(f.at)}, y recibió un código para ti. Si no lo pediste, mira arriba tus equipos.`,
      none: 'Todavía no tienes.',
      is: f => `Tu nombre de acceso es ${f.name}. Se puso el ${say.dayAt(f.at)}.`,
      choose: 'Elegir un nombre y una contraseña',
      change: 'Cambiar el nombre o la contraseña',
      remove: 'Quitarlos',
      form: {
        title: 'Nombre y contraseña',
        name: 'Nombre de acceso',
        nameHint: 'Las mayúsculas no importan. Sirve tu correo; no se envía nada allí.',
        nameMissing: 'Primero escribe un nombre.',
        password: 'Contraseña',
        newPassword: 'Contraseña nueva',
        passwordHint: 'Al menos 12 signos. Van bien cuatro palabras que no vayan juntas.',
        passwordMissing: 'Escribe una contraseña.',
        current: 'Tu contraseña de ahora',
        currentMissing: 'Escribe tu contraseña de ahora.',
        save: 'Guardarlos',
        saving: 'El distrito los guarda',
        cancel: 'Ahora no',
        removeTitle: 'Quitar nombre y contraseña',
        removeWhat:
          'Un equipo nuevo necesitará entonces una invitación. Los equipos que ya están dentro se quedan.',
        removeNow: 'Quitarlos',
      },
      codes: {
        title: 'Códigos de un solo uso',
        what: 'Una aplicación de tu teléfono hace un código nuevo cada 30 segundos. Quien descubra tu contraseña no puede entrar sin él.',
        needed: 'Con tu rol son necesarios: sin ellos, una contraseña no deja entrar a nadie.',
        on: f =>
          `Están activados. ${say.count(f.left, { one: 'Queda 1 código de reserva.', other: `Quedan ${say.number(f.left)} códigos de reserva.` })}`,
        off: 'Están desactivados.',
        begin: 'Configurarlos',
        newSpare: 'Hacer códigos de reserva nuevos',
        end: 'Desactivarlos',
        scan: 'En la aplicación de tu teléfono, agrega una cuenta y apunta la cámara aquí.',
        picture: 'Imagen para la aplicación de tu teléfono; abajo está lo mismo como texto',
        orType: 'O escribe esta clave en la aplicación (seis cifras, cada 30 segundos):',
        code: 'Código',
        codeHint: 'Las seis cifras que muestra ahora la aplicación.',
        codeOrSpare: 'Las seis cifras que muestra ahora la aplicación, o un código de reserva.',
        codeMissing: 'Primero escribe el código.',
        verb: {
          'confirm-codes': 'Activarlos',
          'new-spare': 'Hacer códigos de reserva nuevos',
          'end-codes': 'Desactivarlos',
        },
        spareTitle: 'Tus códigos de reserva',
        spareWhat: f =>
          `Estos ${say.number(f.n)} se muestran solo ahora. Cada uno te deja entrar una vez, el día en que no tengas tu teléfono. Imprímelos o cópialos a un lugar seguro; los anteriores ya no sirven.`,
        copy: 'Copiarlos',
        copied: 'Copiado.',
        copyFailed: 'El navegador no dejó copiar. Selecciónalos y cópialos tú.',
        kept: 'Ya los guardé',
      },
    },
    readBack: {
      title: 'Leer lo que esperaba en otro equipo',
      what: 'Si un equipo tuyo quedó fuera y guardaste en un archivo lo que esperaba allí, léelo aquí. Todo lo que contiene entra en el registro una sola vez, aunque ese equipo se una de nuevo después.',
      choose: 'Elegir el archivo',
      holds: f =>
        `${say.count(f.n, { one: '1 cosa que hiciste', other: `${say.number(f.n)} cosas que hiciste` })} en otro equipo, guardadas el ${say.dayAt(f.savedAt)}, ${say.time(f.savedAt)}:`,
      group: {
        plan: f => say.count(f.n, { one: '1 en tu plan', other: `${say.number(f.n)} en tu plan` }),
        evidence: f =>
          say.count(f.n, {
            one: '1 sobre evidencias',
            other: `${say.number(f.n)} sobre evidencias`,
          }),
        claim: f =>
          say.count(f.n, {
            one: '1 en tus solicitudes',
            other: `${say.number(f.n)} en tus solicitudes`,
          }),
        review: f =>
          say.count(f.n, { one: '1 en tus lecturas', other: `${say.number(f.n)} en tus lecturas` }),
        office: f =>
          say.count(f.n, {
            one: '1 de la oficina: insignias, personas, el distrito',
            other: `${say.number(f.n)} de la oficina: insignias, personas, el distrito`,
          }),
        other: f =>
          say.count(f.n, { one: '1 de otro tipo', other: `${say.number(f.n)} de otros tipos` }),
      },
      known: f =>
        say.count(f.n, {
          one: '1 de ellas ya está aquí.',
          other: `${say.number(f.n)} de ellas ya están aquí.`,
        }),
      refused: f =>
        say.count(f.n, {
          one: 'Allí el distrito no aceptó 1 de ellas. Hoy la mostrará, con el motivo.',
          other: `Allí el distrito no aceptó ${say.number(f.n)} de ellas. Hoy las mostrará, con los motivos.`,
        }),
      files: f =>
        say.count(f.n, {
          one: 'El archivo de 1 evidencia no viene dentro. Está solo en aquel equipo.',
          other: `Los archivos de ${say.number(f.n)} evidencias no vienen dentro. Están solo en aquel equipo.`,
        }),
      nothing: 'Todo lo de este archivo ya está aquí.',
      take: 'Tomarlo',
      leave: 'Dejarlo',
      taken: f =>
        say.count(f.n, {
          one: 'Se tomó 1 cosa y sale hacia el distrito.',
          other: `Se tomaron ${say.number(f.n)} cosas y salen hacia el distrito.`,
        }),
    },
    reachable: 'Responde.',
    standing: 'Situación',
  },
  about: {
    what: 'Meritfolio guarda planes, evidencias, solicitudes e insignias, aun sin red. Es software libre con licencia Apache 2.0.',
    content:
      'El marco de práctica docente de Meritfolio y las microcredenciales que lo acompañan son CC BY 4.0: úsalos, cámbialos, di de dónde son.',
    faces: 'Letras: Atkinson Hyperlegible Next y Mono, Literata (SIL Open Font License 1.1).',
    licences: 'Software en el que se apoya',
    licence: 'Licencia',
    name: 'Nombre',
    purpose: 'Para qué',
    purposes: {
      screens: 'las pantallas',
      records: 'los registros',
      door: 'preguntar y responder',
      files: 'los archivos de evidencia',
      badges: 'las insignias',
      window: 'la ventana',
      merging: 'unir textos',
    },
    noTracking: 'No informa nada a nadie. No hay contadores ni anuncios.',
  },
})
