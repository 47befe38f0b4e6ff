import type { Language, Words } from '../../src/knowledge/language.ts'

/** Every text that chat platforms show alike; what answers say is worded in `src/answers`. */
export const words = {
  asked: { en: 'Question', fr: 'Question', es: 'Pregunta' },
  shared: { en: ' shared this answer', fr: ' a partagé cette réponse', es: ' ha compartido esta respuesta' },
  sharedTo: { en: ' shared this answer to', fr: ' a partagé cette réponse à', es: ' ha compartido esta respuesta a' },
  more: { en: 'More', fr: 'Suite', es: 'Más' },
  back: { en: 'Back', fr: 'Retour', es: 'Atrás' },
  share: { en: 'Share in channel', fr: 'Partager dans le canal', es: 'Compartir en el canal' },
  helpful: { en: 'Helpful', fr: 'Utile', es: 'Útil' },
  notHelpful: { en: 'Not helpful', fr: 'Pas utile', es: 'No es útil' },
  addToCalendar: { en: 'Add to calendar', fr: 'Ajouter à l’agenda', es: 'Añadir al calendario' },
  alsoAsk: { en: 'You can also ask', fr: 'Vous pouvez aussi demander', es: 'También puede preguntar' },
  couldAsk: { en: 'These I can answer', fr: 'Voici ce que je sais', es: 'Esto sí lo sé' },

  homeTitle: { en: 'Focal Point', fr: 'Focal Point', es: 'Focal Point' },
  homeAbout: {
    en: 'I answer questions about migration dialogues: processes, secretariats, contacts, events and publications. I answer only from my sources, with their date, and say so when they do not hold the answer.',
    fr: 'Je réponds aux questions sur les dialogues migratoires : processus, secrétariats, contacts, événements et publications. Je réponds uniquement à partir de mes sources, avec leur date, et je le dis quand elles ne contiennent pas la réponse.',
    es: 'Respondo a preguntas sobre los diálogos migratorios: procesos, secretarías, contactos, eventos y publicaciones. Respondo solo a partir de mis fuentes, con su fecha, y lo digo cuando no contienen la respuesta.',
  },
  tryThese: { en: 'Try one of these', fr: 'Essayez par exemple', es: 'Pruebe con una de estas' },
  ask: { en: 'Ask', fr: 'Demander', es: 'Preguntar' },
  upcoming: { en: 'Upcoming meetings', fr: 'Réunions à venir', es: 'Próximas reuniones' },
  andMore: {
    en: 'There are more: ask me for “events next”.',
    fr: 'Il y en a d’autres : demandez-moi « events next ».',
    es: 'Hay más: pregúnteme «events next».',
  },
  myReminders: { en: 'My reminders', fr: 'Mes rappels', es: 'Mis recordatorios' },
  noReminders: {
    en: 'None yet. Write to me, for example: “remind me of all meetings 1 week before”.',
    fr: 'Aucun pour l’instant. Écrivez-moi par exemple : « rappelle-moi toutes les réunions 1 semaine avant ».',
    es: 'Ninguno todavía. Escríbame, por ejemplo: «recuérdame todas las reuniones 1 semana antes».',
  },
  timeZone: { en: 'Your time zone', fr: 'Votre fuseau horaire', es: 'Su zona horaria' },
  knowledgeRead: { en: 'Knowledge read', fr: 'Connaissances lues', es: 'Conocimientos leídos' },

  answerTitle: { en: 'Answer', fr: 'Réponse', es: 'Respuesta' },
  close: { en: 'Close', fr: 'Fermer', es: 'Cerrar' },
  loading: { en: 'Looking it up …', fr: 'Je cherche …', es: 'Buscando …' },
  reasonTitle: { en: 'What went wrong?', fr: 'Que faut-il corriger ?', es: '¿Qué ha fallado?' },
  reasonLabel: {
    en: 'What is wrong or missing?',
    fr: 'Qu’est-ce qui est faux ou manque ?',
    es: '¿Qué es incorrecto o falta?',
  },
  reasonHint: {
    en: 'Those who look after my knowledge read this. Please leave out personal data.',
    fr: 'Lu par les personnes qui tiennent mes connaissances à jour. N’y mettez pas de données personnelles.',
    es: 'Lo leen quienes mantienen mis conocimientos. No incluya datos personales, por favor.',
  },
  reasonMissing: {
    en: 'Please write a few words, or close this window.',
    fr: 'Écrivez quelques mots, ou fermez cette fenêtre.',
    es: 'Escriba unas palabras o cierre esta ventana.',
  },
  send: { en: 'Send', fr: 'Envoyer', es: 'Enviar' },
  cancel: { en: 'Cancel', fr: 'Annuler', es: 'Cancelar' },

  help: {
    en: 'Ask me about migration dialogues, in plain words. For example:',
    fr: 'Posez-moi une question sur les dialogues migratoires. Par exemple :',
    es: 'Pregúnteme sobre los diálogos migratorios. Por ejemplo:',
  },
} as const satisfies Record<string, Words>

/** One sentence for what can happen besides an answer. */
export const notices = {
  unknownControl: {
    en: 'I do not know this button or command; it may come from an earlier version. Please ask me again.',
    fr: 'Je ne connais pas ce bouton ou cette commande ; c’est peut-être une version antérieure. Posez à nouveau votre question.',
    es: 'No conozco este botón o comando; puede ser de una versión anterior. Vuelva a preguntarme, por favor.',
  },
  answerGone: {
    en: 'I no longer keep this answer. Please ask the question again.',
    fr: 'Je n’ai plus cette réponse. Posez à nouveau la question.',
    es: 'Ya no guardo esta respuesta. Vuelva a hacer la pregunta, por favor.',
  },
  clickAgain: {
    en: 'That took too long. Please click again.',
    fr: 'Cela a pris trop de temps. Veuillez cliquer à nouveau.',
    es: 'Ha tardado demasiado. Vuelva a hacer clic, por favor.',
  },
  stopping: {
    en: 'I am just being started again. Please try once more in a moment.',
    fr: 'Je suis en cours de redémarrage. Réessayez dans un instant.',
    es: 'Me están reiniciando. Inténtelo de nuevo en un momento.',
  },
  wait: {
    en: 'One moment, I am looking it up.',
    fr: 'Un instant, je cherche.',
    es: 'Un momento, lo estoy buscando.',
  },
  noText: {
    en: 'There is no text in this message that I could look up.',
    fr: 'Ce message ne contient pas de texte que je puisse rechercher.',
    es: 'Este mensaje no contiene texto que pueda buscar.',
  },
  failed: {
    en: 'Something went wrong on my side. Please try again in a moment.',
    fr: 'Un problème est survenu de mon côté. Réessayez dans un instant.',
    es: 'Algo ha fallado por mi parte. Inténtelo de nuevo en un momento.',
  },
  unavailable: {
    en: 'I cannot answer right now. Please ask again in a minute.',
    fr: 'Je ne peux pas répondre pour le moment. Reposez la question dans une minute.',
    es: 'Ahora mismo no puedo responder. Vuelva a preguntar en un minuto.',
  },
  shared: {
    en: 'Shared in the channel.',
    fr: 'Partagé dans le canal.',
    es: 'Compartido en el canal.',
  },
  shareFailed: {
    en: 'I could not share this answer here. I may have to be added to this channel first.',
    fr: 'Je n’ai pas pu partager cette réponse ici. Il faut peut-être d’abord m’ajouter à ce canal.',
    es: 'No he podido compartir esta respuesta aquí. Quizá haya que añadirme antes a este canal.',
  },
  thanks: {
    en: 'Thank you, I have noted that.',
    fr: 'Merci, c’est noté.',
    es: 'Gracias, queda anotado.',
  },
} as const satisfies Record<string, Words>

/** "Page 2 of 5". */
export const pageOf: Readonly<Record<Language, (page: number, pages: number) => string>> = {
  en: (page, pages) => `Page ${page} of ${pages}`,
  fr: (page, pages) => `Page ${page} sur ${pages}`,
  es: (page, pages) => `Página ${page} de ${pages}`,
}

type DocumentsText = Readonly<Record<Language, (documents: number, asOf: string | undefined) => string>>

/** "6 documents, the newest as of 2021". */
export const documentsKnown: DocumentsText = {
  en: (count, asOf) => `${count} document${count === 1 ? '' : 's'}${asOf ? `, the newest as of ${asOf}` : ''}`,
  fr: (count, asOf) => `${count} document${count < 2 ? '' : 's'}${asOf ? `, le plus récent à jour en ${asOf}` : ''}`,
  es: (count, asOf) =>
    `${count} documento${count === 1 ? '' : 's'}${asOf ? `, el más reciente a fecha de ${asOf}` : ''}`,
}

/** Stands in for the source of an answer that has none: "Looked in 6 documents, the newest as of 2021". */
export const lookedIn: DocumentsText = {
  en: (count, asOf) => `Looked in ${documentsKnown.en(count, asOf)}`,
  fr: (count, asOf) => `Cherché dans ${documentsKnown.fr(count, asOf)}`,
  es: (count, asOf) => `Se ha buscado en ${documentsKnown.es(count, asOf)}`,
}
