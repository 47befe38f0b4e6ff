import type { Words } from '../knowledge/language.ts'

const example: Words = {
  en: 'For example: “remind me 2 weeks before Colombo Process meetings”.',
  fr: 'Par exemple : « rappelle-moi 2 semaines avant les réunions du Processus de Colombo ».',
  es: 'Por ejemplo: «recuérdame 2 semanas antes de las reuniones del Proceso de Colombo».',
}

function withExample(words: Words): Words {
  return { en: `${words.en} ${example.en}`, fr: `${words.fr} ${example.fr}`, es: `${words.es} ${example.es}` }
}

/** Why a message about reminders is not carried out: a question back or a refusal, with what would be understood. */
export const unclear = {
  whichMeeting: withExample({
    en: 'Of which meetings shall I remind?',
    fr: 'De quelles réunions faut-il faire le rappel ?',
    es: '¿De qué reuniones debo hacer el recordatorio?',
  }),
  wanted: withExample({
    en: 'Do you want a reminder? Then begin with “remind me”.',
    fr: 'Voulez-vous un rappel ? Commencez alors par « rappelle-moi ».',
    es: '¿Quiere un recordatorio? Empiece entonces con «recuérdame».',
  }),
  howLong: withExample({
    en: 'How long before the meetings do you want the reminder?',
    fr: 'Combien de temps avant les réunions voulez-vous le rappel ?',
    es: '¿Cuánto tiempo antes de las reuniones quiere el recordatorio?',
  }),
  notBefore: withExample({
    en: 'I can only remind of meetings, so long before they begin, not of other things, on a given day or afterwards.',
    fr: 'Je ne peux rappeler que des réunions, un certain temps avant leur début, et non d’autres choses, un jour donné ou après coup.',
    es: 'Solo puedo recordar reuniones, cierto tiempo antes de que empiecen, y no otras cosas, en un día dado o después.',
  }),
  oneOrTwo: {
    en: 'Is that one reminder or two? Write “2h30 before” for one, “2 hours before and 30 minutes before” for two.',
    fr: 'Est-ce un rappel ou deux ? Écrivez « 2h30 avant » pour un seul, « 2 heures avant et 30 minutes avant » pour deux.',
    es: '¿Es un recordatorio o dos? Escriba «2h30 antes» para uno, «2 horas antes y 30 minutos antes» para dos.',
  },
  oneByOne: {
    en: 'Those are two reminders. Please ask for one at a time.',
    fr: 'Ce sont deux rappels. Demandez-les l’un après l’autre.',
    es: 'Son dos recordatorios. Pídalos uno por uno.',
  },
  length: {
    en: 'I cannot read how long before that is. I take minutes, hours, days, weeks and months, up to a year: “3 days before”.',
    fr: 'Je ne comprends pas ce délai. J’accepte des minutes, heures, jours, semaines et mois, jusqu’à un an : « 3 jours avant ».',
    es: 'No entiendo ese plazo. Acepto minutos, horas, días, semanas y meses, hasta un año: «3 días antes».',
  },
  time: {
    en: 'I cannot read one time of day there. Write it as “at 09:00”, once; it holds for reminders days before.',
    fr: 'Je n’y lis pas une heure unique. Écrivez-la ainsi, une fois : « à 09:00 » ; elle vaut pour les rappels des jours d’avant.',
    es: 'No leo ahí una sola hora. Escríbala así, una vez: «a las 09:00»; vale para los recordatorios de días antes.',
  },
  whose: {
    en: 'Is that the time of the meeting or of the reminder? Leave out the day of the meeting, or the time.',
    fr: 'Est-ce l’heure de la réunion ou celle du rappel ? Omettez le jour de la réunion, ou l’heure.',
    es: '¿Es la hora de la reunión o la del recordatorio? Omita el día de la reunión, o la hora.',
  },
  whichDay: {
    en: 'A digest comes once a week: on which day? For example: “every Monday at 9”.',
    fr: 'Un récapitulatif vient une fois par semaine : quel jour ? Par exemple : « chaque lundi à 9 h ».',
    es: 'El resumen llega una vez por semana: ¿qué día? Por ejemplo: «todos los lunes a las 9».',
  },
  onlyWeekly: {
    en: 'I can only repeat something once a week, as a digest: “every Monday at 9”; else I remind before each meeting: “remind me 1 day before all meetings”.',
    fr: 'Je ne peux répéter qu’une fois par semaine, en récapitulatif : « chaque lundi à 9 h » ; sinon je rappelle avant chaque réunion : « rappelle-moi 1 jour avant toutes les réunions ».',
    es: 'Solo puedo repetir una vez por semana, como resumen: «todos los lunes a las 9»; si no, recuerdo antes de cada reunión: «recuérdame 1 día antes de todas las reuniones».',
  },
  whichReminder: {
    en: 'Which reminder? “reminders” lists them with their numbers; then for example “stop reminder 2”, “snooze 2 for 3 days”.',
    fr: 'Quel rappel ? « rappels » les donne avec leurs numéros ; ensuite par exemple « arrêter le rappel 2 », « reporter le rappel 2 de 3 jours ».',
    es: '¿Qué recordatorio? «recordatorios» los muestra con sus números; después, por ejemplo, «parar el recordatorio 2», «posponer el recordatorio 2 por 3 días».',
  },
  snoozeFor: {
    en: 'For how long? For example: “snooze 1 for 3 days”.',
    fr: 'Pendant combien de temps ? Par exemple : « reporter le rappel 1 de 3 jours ».',
    es: '¿Por cuánto tiempo? Por ejemplo: «posponer el recordatorio 1 por 3 días».',
  },
  changeTo: {
    en: 'Change it to what? For example: “change reminder 2 to 3 days before at 10:00”.',
    fr: 'Le changer en quoi ? Par exemple : « modifier le rappel 2 : 3 jours avant à 10:00 ».',
    es: '¿A qué lo cambio? Por ejemplo: «cambiar el recordatorio 2 a 3 días antes a las 10:00».',
  },
  quietHours: {
    en: 'From when to when shall it be quiet? For example: “quiet hours from 22:00 to 07:00”, or “quiet off”.',
    fr: 'De quelle heure à quelle heure ? Par exemple : « heures calmes de 22:00 à 07:00 », ou « heures calmes désactivées ».',
    es: '¿De qué hora a qué hora? Por ejemplo: «horas de silencio de 22:00 a 07:00», o «silencio desactivado».',
  },
  whom: {
    en: 'I can only remind you (“remind me”), this conversation (“remind us”) or a channel (“remind #channel”), not other people.',
    fr: 'Je ne peux envoyer de rappel qu’à vous (« rappelle-moi »), à cette conversation (« rappelle-nous ») ou à un canal (« rappelle à #canal »), pas à d’autres personnes.',
    es: 'Solo puedo enviar recordatorios a usted («recuérdame»), a esta conversación («recuérdanos») o a un canal («recuerda a #canal»), no a otras personas.',
  },
  tooLong: withExample({
    en: 'That is too long for a reminder.',
    fr: 'C’est trop long pour un rappel.',
    es: 'Es demasiado largo para un recordatorio.',
  }),
} as const satisfies Readonly<Record<string, Words>>
