/** What the chat page says around answers. @type {import('../words.js').Words} */
export const chatWords = {
  welcomeTitle: {
    en: 'Ask about migration dialogues',
    fr: 'Interrogez-moi sur les dialogues migratoires',
    es: 'Pregunte sobre los diálogos migratorios',
  },
  welcomeText: {
    en: 'Who runs them, whom to write to, when they meet. Every answer names its source and its date.',
    fr: 'Qui les anime, à qui écrire, quand ils se réunissent. Chaque réponse cite sa source et sa date.',
    es: 'Quién los dirige, a quién escribir, cuándo se reúnen. Cada respuesta indica su fuente y su fecha.',
  },
  conversation: { en: 'Conversation', fr: 'Conversation', es: 'Conversación' },
  yourQuestion: { en: 'Your question', fr: 'Votre question', es: 'Su pregunta' },
  askHint: { en: 'Ask a question', fr: 'Posez une question', es: 'Haga una pregunta' },
  answerLanguage: { en: 'Language of the answer', fr: 'Langue de la réponse', es: 'Idioma de la respuesta' },
  asAsked: { en: 'as asked', fr: 'celle de la question', es: 'el de la pregunta' },
  ask: { en: 'Ask', fr: 'Demander', es: 'Preguntar' },
  keys: {
    en: 'Enter asks, the up arrow brings back what you asked, Esc empties the field.',
    fr: 'Entrée envoie, la flèche vers le haut rappelle vos questions, Échap vide le champ.',
    es: 'Intro envía, la flecha arriba recupera sus preguntas, Esc vacía el campo.',
  },
  you: { en: 'You asked', fr: 'Vous avez demandé', es: 'Ha preguntado' },
  looking: { en: 'Looking it up …', fr: 'Je cherche …', es: 'Buscando …' },

  clarify: { en: 'Asks back', fr: 'Demande une précision', es: 'Pide una aclaración' },
  unknown: { en: 'Not in the sources', fr: 'Absent des sources', es: 'No está en las fuentes' },
  related: {
    en: 'Related, but not what you asked:',
    fr: 'Proche du sujet, sans y répondre :',
    es: 'Relacionado, pero no es lo que pregunta:',
  },
  note: { en: 'Note', fr: 'À noter', es: 'Nota' },
  more: { en: 'Show {count} more', fr: 'Afficher {count} de plus', es: 'Mostrar {count} más' },
  source: { en: 'Source', fr: 'Source', es: 'Fuente' },
  sources: { en: 'Sources', fr: 'Sources', es: 'Fuentes' },
  asOf: { en: 'as of {date}', fr: 'à jour en {date}', es: 'a fecha de {date}' },
  alsoAsk: { en: 'You can also ask', fr: 'Vous pouvez aussi demander', es: 'También puede preguntar' },
  copyLink: { en: 'Copy link', fr: 'Copier le lien', es: 'Copiar enlace' },
  askAgain: { en: 'Ask again', fr: 'Redemander', es: 'Volver a preguntar' },

  tooMany: {
    en: 'Too many questions at once. Please wait a moment and ask again.',
    fr: 'Trop de questions à la fois. Patientez un instant avant de redemander.',
    es: 'Demasiadas preguntas a la vez. Espere un momento y vuelva a preguntar.',
  },
  tooLong: {
    en: 'This question is too long. Please shorten it.',
    fr: 'Cette question est trop longue. Veuillez la raccourcir.',
    es: 'Esta pregunta es demasiado larga. Acórtela, por favor.',
  },
  unavailable: {
    en: 'I cannot answer right now. Please ask again in a minute.',
    fr: 'Je ne peux pas répondre pour le moment. Reposez la question dans une minute.',
    es: 'Ahora mismo no puedo responder. Vuelva a preguntar en un minuto.',
  },
}
