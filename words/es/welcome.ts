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
    what: 'Con una dirección y un código de invitación de tu distrito.',
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
    address: 'Dirección del distrito',
    addressHint: 'Por ejemplo, records.alder.example. También sirve el enlace completo.',
    addressMissing: 'Escribe la dirección de tu invitación.',
    code: 'Código de invitación',
    codeHint: 'Sirve una sola vez. No importan guiones, espacios ni mayúsculas.',
    codeMissing: 'Escribe el código de tu invitación.',
    join: 'Unirme',
    asking: f => `Preguntando a ${f.address}`,
    key: 'Este equipo crea su propia llave. No hay contraseña.',
    clear: 'Nadie ve lo que escribiste hasta que lo envías.',
  },
  keys: 'Teclas 1 a 3',
})
