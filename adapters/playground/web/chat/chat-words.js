/** What the chat page says. @type {import('../words.js').Words} */
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
  asAsked: { en: 'as asked', fr: 'comme demandé', es: 'como se pregunte' },
  ask: { en: 'Ask', fr: 'Demander', es: 'Preguntar' },
}
