import type { Language, Words } from '../knowledge/language.ts'

type Phrase<Values> = Readonly<Record<Language, (values: Values) => string>>

/** Where a reminder goes, as the reply says it. */
export type Whereto = 'you' | 'here' | { readonly channel: string }

/** "I will remind you of the Bali Process: 1 week and 1 day before." */
export const setText: Phrase<{ readonly to: Whereto; readonly what: string; readonly when: string }> = {
  en: ({ to, what, when }) => `I will remind ${byPlace(to, 'you', 'this conversation', '')} of ${what}: ${when}.`,
  fr: ({ to, what, when }) =>
    `Je ${byPlace(to, 'vous ferai', 'ferai ici', 'ferai dans ')} un rappel pour ${what} : ${when}.`,
  es: ({ to, what, when }) => `${byPlace(to, 'Le haré', 'Haré aquí', 'Haré en ')} un recordatorio de ${what}: ${when}.`,
}

/** "I will send you the meetings to come and what has changed, every Monday at 09:00: Bali Process." */
export const digestText: Phrase<{ readonly to: Whereto; readonly what: string; readonly when: string }> = {
  en: ({ to, what, when }) =>
    `I will ${byPlace(to, 'send you', 'post here', 'post in ')} the meetings to come and what has changed, ${when}: ${what}.`,
  fr: ({ to, what, when }) =>
    `Je ${byPlace(to, 'vous enverrai', 'publierai ici', 'publierai dans ')} les réunions à venir et les changements, ${when} : ${what}.`,
  es: ({ to, what, when }) =>
    `${byPlace(to, 'Le enviaré', 'Publicaré aquí', 'Publicaré en ')} las próximas reuniones y los cambios, ${when}: ${what}.`,
}

/** "every Monday at 09:00". */
export const everyWeek: Phrase<{ readonly day: string; readonly at: string }> = {
  en: ({ day, at }) => `every ${day} at ${at}`,
  fr: ({ day, at }) => `chaque ${day} à ${at}`,
  es: ({ day, at }) => `cada ${day} a las ${at}`,
}

/** "The next one comes on Tuesday 9 March 2027, 14:00 (Europe/Zurich, UTC+1), for Workshop." */
export const nextText: Phrase<{ readonly when: string; readonly what?: string | undefined }> = {
  en: ({ when, what }) => `Next: ${when}${what === undefined ? '' : `, for ${what}`}`,
  fr: ({ when, what }) => `Prochain : ${when}${what === undefined ? '' : `, pour ${what}`}`,
  es: ({ when, what }) => `Próximo: ${when}${what === undefined ? '' : `, para ${what}`}`,
}

export const nextMeetingText: Phrase<{ readonly what: string; readonly when: string }> = {
  en: ({ what, when }) => `Before the next meeting, ${what}, no reminder is left: ${when}`,
  fr: ({ what, when }) => `Avant la prochaine réunion, ${what}, il ne reste aucun rappel : ${when}`,
  es: ({ what, when }) => `Antes de la próxima reunión, ${what}, no queda ningún recordatorio: ${when}`,
}

export const noMeetingYet: Phrase<{ readonly what: string }> = {
  en: ({ what }) => `No meeting to come is known yet (${what}). I will remind of it as soon as one is.`,
  fr: ({ what }) => `Aucune réunion à venir n’est encore connue (${what}). Je ferai le rappel dès qu’il y en aura une.`,
  es: ({ what }) => `Todavía no se conoce ninguna reunión próxima (${what}). Haré el recordatorio en cuanto haya una.`,
}

export const replacesText: Phrase<{ readonly when: string }> = {
  en: ({ when }) => `This replaces what was set before: ${when}.`,
  fr: ({ when }) => `Cela remplace ce qui était programmé : ${when}.`,
  es: ({ when }) => `Esto sustituye lo que estaba programado: ${when}.`,
}

export const notKnown: Phrase<{ readonly said: string }> = {
  en: ({ said }) => `I know no meeting, process or region called “${said}”, so I have set nothing.`,
  fr: ({ said }) => `Je ne connais ni réunion, ni processus, ni région du nom de « ${said} » ; rien n’est programmé.`,
  es: ({ said }) =>
    `No conozco ninguna reunión, proceso o región con el nombre «${said}», así que no he programado nada.`,
}

export const isOver: Phrase<{ readonly what: string }> = {
  en: ({ what }) => `${what} is over, or cancelled, or its day is not known, so there is nothing to remind of.`,
  fr: ({ what }) => `${what} : la réunion est passée, annulée ou sans date connue ; il n’y a rien à rappeler.`,
  es: ({ what }) => `${what}: la reunión ya pasó, está cancelada o no se conoce su fecha; no hay nada que recordar.`,
}

export const setByOther: Phrase<{ readonly what: string; readonly when: string }> = {
  en: ({ what, when }) => `Somebody else has set this here already (${what}: ${when}). Only they can change it.`,
  fr: ({ what, when }) =>
    `Quelqu’un d’autre l’a déjà programmé ici (${what} : ${when}). Seule cette personne peut le modifier.`,
  es: ({ what, when }) => `Otra persona ya lo ha programado aquí (${what}: ${when}). Solo esa persona puede cambiarlo.`,
}

export const stoppedText: Phrase<{ readonly titles: readonly string[] }> = {
  en: ({ titles }) => (titles.length === 1 ? `Stopped: ${titles[0]}` : `Stopped ${titles.length} reminders.`),
  fr: ({ titles }) => (titles.length === 1 ? `Rappel arrêté : ${titles[0]}` : `${titles.length} rappels arrêtés.`),
  es: ({ titles }) =>
    titles.length === 1 ? `Recordatorio detenido: ${titles[0]}` : `${titles.length} recordatorios detenidos.`,
}

export const snoozedText: Phrase<{ readonly titles: readonly string[]; readonly when: string }> = {
  en: ({ titles, when }) => `Nothing comes before ${when}: ${titles.join('; ')}`,
  fr: ({ titles, when }) => `Pas de rappel avant le ${when} : ${titles.join(' ; ')}`,
  es: ({ titles, when }) => `Sin recordatorios antes del ${when}: ${titles.join('; ')}`,
}

export const changedText: Phrase<{ readonly title: string }> = {
  en: ({ title }) => `Changed: ${title}`,
  fr: ({ title }) => `Modifié : ${title}`,
  es: ({ title }) => `Cambiado: ${title}`,
}

export const quietText: Phrase<{ readonly from: string; readonly to: string; readonly zone: string }> = {
  en: ({ from, to, zone }) =>
    `I send nothing from ${from} to ${to} (${zone}); what falls into that time comes after it.`,
  fr: ({ from, to, zone }) =>
    `Je n’envoie rien de ${from} à ${to} (${zone}) ; ce qui tombe dans ces heures arrive ensuite.`,
  es: ({ from, to, zone }) => `No envío nada de ${from} a ${to} (${zone}); lo que cae en esas horas llega después.`,
}

export const againText: Phrase<{ readonly when: string; readonly what: string }> = {
  en: ({ when, what }) => `I will remind again: ${when}, of ${what}`,
  fr: ({ when, what }) => `Nouveau rappel : ${when}, pour ${what}`,
  es: ({ when, what }) => `Nuevo recordatorio: ${when}, para ${what}`,
}

/** "2 reminders". */
export const remindersCounted: Phrase<number> = {
  en: (count) => `${count} reminder${count === 1 ? '' : 's'}`,
  fr: (count) => `${count} rappel${count > 1 ? 's' : ''}`,
  es: (count) => `${count} recordatorio${count === 1 ? '' : 's'}`,
}

/** What who asked for reminders is told when nothing gets to that conversation any more. */
export function endedText(reason: string): Words {
  return {
    en: `Your reminders in another conversation have ended, because nothing gets there any more (${reason}).`,
    fr: `Vos rappels dans une autre conversation ont pris fin, car plus rien n’y parvient (${reason}).`,
    es: `Sus recordatorios en otra conversación han terminado, porque ya no llega nada allí (${reason}).`,
  }
}

export const replyWords = {
  allMeetings: { en: 'all meetings', fr: 'toutes les réunions', es: 'todas las reuniones' },
  which: { en: 'Which do you mean?', fr: 'Lequel voulez-vous dire ?', es: '¿Cuál quiere decir?' },
  whole: {
    en: 'I can only remind of all these meetings. Shall I?',
    fr: 'Je ne peux rappeler que toutes ces réunions. Voulez-vous cela ?',
    es: 'Solo puedo recordar todas estas reuniones. ¿Es eso lo que quiere?',
  },
  utc: {
    en: 'I do not know your time zone, so times are in UTC.',
    fr: 'Je ne connais pas votre fuseau horaire ; les heures sont en UTC.',
    es: 'No conozco su zona horaria; las horas están en UTC.',
  },
  noPersonal: {
    en: 'I cannot write to you directly yet. Please write to me once in a direct conversation, and ask again.',
    fr: 'Je ne peux pas encore vous écrire directement. Écrivez-moi une fois en privé, puis redemandez.',
    es: 'Todavía no puedo escribirle directamente. Escríbame una vez en privado y vuelva a pedirlo.',
  },
  unknownChannel: {
    en: 'I cannot find that channel. Please ask for it in the channel itself: “remind us …”.',
    fr: 'Je ne trouve pas ce canal. Demandez-le dans le canal lui-même : « rappelle-nous … ».',
    es: 'No encuentro ese canal. Pídalo en el propio canal: «recuérdanos …».',
  },
  appNotThere: {
    en: 'I am not in that channel. Please add me there first.',
    fr: 'Je ne suis pas dans ce canal. Ajoutez-m’y d’abord.',
    es: 'No estoy en ese canal. Añádame antes, por favor.',
  },
  personNotThere: {
    en: 'Only who is in that channel can set a reminder there.',
    fr: 'Seules les personnes présentes dans ce canal peuvent y programmer un rappel.',
    es: 'Solo quien está en ese canal puede programar un recordatorio allí.',
  },
  tooMany: {
    en: 'There are already as many reminders as one conversation can have. Please stop one first.',
    fr: 'Cette conversation a déjà autant de rappels qu’elle peut en avoir. Arrêtez-en un d’abord.',
    es: 'Esta conversación ya tiene tantos recordatorios como puede tener. Pare uno antes, por favor.',
  },
  none: {
    en: 'No reminders are set. For example: “remind me 2 weeks before Colombo Process meetings”, or “every Monday at 9” for a weekly digest.',
    fr: 'Aucun rappel n’est programmé. Par exemple : « rappelle-moi 2 semaines avant les réunions du Processus de Colombo », ou « chaque lundi à 9 h » pour un récapitulatif.',
    es: 'No hay recordatorios programados. Por ejemplo: «recuérdame 2 semanas antes de las reuniones del Proceso de Colombo», o «todos los lunes a las 9» para un resumen semanal.',
  },
  noSuch: {
    en: 'There is no such reminder. These there are:',
    fr: 'Ce rappel n’existe pas. Voici ceux qui existent :',
    es: 'No existe ese recordatorio. Estos son los que hay:',
  },
  gone: {
    en: 'This reminder is no longer there.',
    fr: 'Ce rappel n’existe plus.',
    es: 'Este recordatorio ya no existe.',
  },
  notYours: {
    en: 'Only who set this reminder can change it.',
    fr: 'Seule la personne qui a programmé ce rappel peut le modifier.',
    es: 'Solo quien programó este recordatorio puede cambiarlo.',
  },
  begunByThen: {
    en: 'The meeting will have begun by then.',
    fr: 'La réunion aura déjà commencé à ce moment-là.',
    es: 'Para entonces la reunión ya habrá empezado.',
  },
  noQuiet: {
    en: 'I now send reminders at any time of day.',
    fr: 'J’envoie maintenant les rappels à toute heure.',
    es: 'Ahora envío los recordatorios a cualquier hora.',
  },
  atOnlyForDays: {
    en: 'A time of day holds only for reminders that come days before.',
    fr: 'L’heure ne vaut que pour les rappels qui arrivent des jours avant.',
    es: 'La hora vale solo para los recordatorios que llegan días antes.',
  },
  howToChange: {
    en: '“stop reminder 1”, “snooze 1 for 3 days” and “change reminder 1 to 2 days before” change them.',
    fr: '« arrêter le rappel 1 », « reporter le rappel 1 de 3 jours » et « modifier le rappel 1 : 2 jours avant » les modifient.',
    es: '«parar el recordatorio 1», «posponer el recordatorio 1 por 3 días» y «cambiar el recordatorio 1 a 2 días antes» los cambian.',
  },
  toYou: { en: 'to you alone', fr: 'à vous seul', es: 'solo a usted' },
  elsewhere: { en: 'in another conversation', fr: 'dans une autre conversation', es: 'en otra conversación' },
  snoozedUntil: { en: 'Snoozed until', fr: 'Reporté jusqu’à', es: 'Pospuesto hasta' },
  quiet: { en: 'Quiet', fr: 'Silence', es: 'Silencio' },
  nothingToCome: {
    en: 'No meeting to come is known.',
    fr: 'Aucune réunion à venir connue.',
    es: 'No se conocen próximas reuniones.',
  },
  sent: { en: 'Last sent', fr: 'Dernier envoi', es: 'Último envío' },
  failed: { en: 'Last failed', fr: 'Dernier échec', es: 'Último fallo' },
  uncertain: { en: 'Last, not confirmed', fr: 'Dernier, non confirmé', es: 'Último, sin confirmar' },
  late: { en: 'Last came too late', fr: 'Dernier, trop tard', es: 'Último, demasiado tarde' },
  ended: {
    en: 'Ended, because nothing gets there any more.',
    fr: 'Terminé, car plus rien n’y parvient.',
    es: 'Terminado, porque ya no llega nada allí.',
  },
} as const satisfies Readonly<Record<string, Words>>

/** A channel's name follows what is said of it. */
function byPlace(to: Whereto, you: string, here: string, channel: string): string {
  if (typeof to === 'object') return `${channel}${to.channel}`
  return to === 'you' ? you : here
}
