import type { welcome as en } from '../en/welcome.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

export const welcome = (say: Say): SameShape<ReturnType<typeof en>> => ({
  title: 'Planea, demuestra y conserva lo que sabes hacer.',
  language: 'Idioma',
  languages: { en: 'English', es: 'Español' },
  textSize: {
    legend: 'Tamaño del texto',
    usual: 'Normal',
    large: 'Grande',
    larger: 'Más grande',
  },
  choices: 'Cómo empezar',
  join: {
    title: 'Unirme a mi distrito',
    what: 'Con una invitación de tu distrito, o con tu acceso.',
  },
  alone: {
    title: 'Trabajar en este equipo',
    what: 'Sin cuenta. Únete después; nada se pierde.',
    name: 'Tu nombre',
    nameHint: 'Aparece en tu plan y en tus solicitudes. Solo este equipo lo conoce.',
    nameMissing: 'Escribe primero tu nombre; basta el de pila.',
    begin: 'Empezar',
  },
  demo: {
    title: 'Probar el distrito de demostración',
    what: 'Cinco personas, trabajo real. Todo se queda en este equipo.',
    starting: 'Se abre un distrito en este equipo, con cinco personas y su trabajo',
    seconds: f => say.count(f.n, { one: 'Va 1 segundo', other: `Van ${say.number(f.n)} segundos` }),
    again: 'Intentar de nuevo',
  },
  joining: {
    by: 'Entras',
    byCode: 'con una invitación',
    bySignIn: 'con mi acceso',
    address: 'Dirección del distrito',
    code: 'Código de invitación',
    name: 'Nombre de acceso',
    password: 'Contraseña',
    oneTimeCode: 'Código de un solo uso',
    hint: {
      address: 'Por ejemplo, records.alder.example. También sirve el enlace completo.',
      code: 'Sirve una sola vez. No importan guiones, espacios ni mayúsculas.',
      name: 'Como lo elegiste en Ajustes, Distrito, en otro equipo.',
      password: 'Si la olvidaste, quien administra puede darte un código.',
      oneTimeCode:
        'Las seis cifras que muestra ahora la aplicación de tu teléfono, o un código de reserva.',
    },
    missing: {
      address: 'Escribe la dirección de tu distrito.',
      code: 'Escribe el código de tu invitación.',
      name: 'Escribe tu nombre de acceso.',
      password: 'Escribe tu contraseña.',
      oneTimeCode: 'Escribe el código.',
    },
    join: 'Unirme',
    asking: f => `Preguntando a ${f.address}`,
    key: 'Este equipo crea su propia llave; desde entonces nadie pide una contraseña.',
    clear: 'Nadie ve lo que escribiste hasta que lo envías.',
  },
  keys: 'Teclas 1 a 3',
})
