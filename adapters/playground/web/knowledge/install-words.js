/** How the assistant gets to people. @type {import('../words.js').Words} */
export const installWords = {
  calendars: {
    en: 'Calendars to subscribe to',
    fr: 'Agendas auxquels s’abonner',
    es: 'Calendarios a los que suscribirse',
  },
  calendarsText: {
    en: 'Copy an address into your calendar program. It follows when meetings change.',
    fr: 'Copiez une adresse dans votre programme d’agenda. Il suit les changements des réunions.',
    es: 'Copie una dirección en su programa de calendario. Sigue los cambios de las reuniones.',
  },
  allMeetings: { en: 'All meetings', fr: 'Toutes les réunions', es: 'Todas las reuniones' },
  doctor: { en: 'Does it work?', fr: 'Est-ce que cela fonctionne ?', es: '¿Funciona?' },
  doctorText: {
    en: 'What “npm run doctor” says at this moment, in its own words.',
    fr: 'Ce que dit « npm run doctor » en ce moment, dans ses propres mots.',
    es: 'Lo que dice «npm run doctor» en este momento, con sus propias palabras.',
  },
  doctorElsewhere: {
    en: 'This is told only on the machine of the service.',
    fr: 'Cela n’est indiqué que sur la machine du service.',
    es: 'Esto solo se indica en la máquina del servicio.',
  },
  examine: { en: 'Look again', fr: 'Vérifier à nouveau', es: 'Comprobar de nuevo' },
  examining: { en: 'Looking …', fr: 'Vérification …', es: 'Comprobando …' },
  'finding-ok': { en: 'ok', fr: 'bon', es: 'bien' },
  'finding-note': { en: 'note', fr: 'note', es: 'nota' },
  'finding-wrong': { en: 'wrong', fr: 'erreur', es: 'error' },
  Slack: { en: 'Slack', fr: 'Slack', es: 'Slack' },
  Teams: { en: 'Teams', fr: 'Teams', es: 'Teams' },
  'slack-1': {
    en: 'On api.slack.com/apps choose “Create New App”, “From a manifest”, and paste manifest.json.',
    fr: 'Sur api.slack.com/apps, choisissez « Create New App », « From a manifest », et collez manifest.json.',
    es: 'En api.slack.com/apps elija «Create New App», «From a manifest», y pegue manifest.json.',
  },
  'slack-2': {
    en: 'Get two tokens: an app-level token with connections:write (xapp-…), and the bot token of “Install App” (xoxb-…).',
    fr: 'Obtenez deux jetons : un jeton d’application avec connections:write (xapp-…), et celui du bot sous « Install App » (xoxb-…).',
    es: 'Obtenga dos tokens: uno de aplicación con connections:write (xapp-…) y el del bot en «Install App» (xoxb-…).',
  },
  'slack-3': {
    en: 'Write them into .env as SLACK_APP_TOKEN and SLACK_BOT_TOKEN.',
    fr: 'Écrivez-les dans .env comme SLACK_APP_TOKEN et SLACK_BOT_TOKEN.',
    es: 'Escríbalos en .env como SLACK_APP_TOKEN y SLACK_BOT_TOKEN.',
  },
  'slack-4': {
    en: 'Start again with npm start, and look here whether all is well.',
    fr: 'Redémarrez avec npm start, et regardez ici si tout va bien.',
    es: 'Vuelva a iniciar con npm start y compruebe aquí si todo va bien.',
  },
  'slack-5': {
    en: 'In a channel, write “/invite @Focal Point”, then ask.',
    fr: 'Dans un canal, écrivez « /invite @Focal Point », puis posez votre question.',
    es: 'En un canal, escriba «/invite @Focal Point» y pregunte.',
  },
  'teams-1': {
    en: 'In the Azure portal create an “Azure Bot”: Single Tenant, with a new Microsoft App ID.',
    fr: 'Dans le portail Azure, créez un « Azure Bot » : Single Tenant, avec un nouveau Microsoft App ID.',
    es: 'En el portal de Azure cree un «Azure Bot»: Single Tenant, con un nuevo Microsoft App ID.',
  },
  'teams-2': {
    en: 'Write MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId into .env.',
    fr: 'Écrivez MicrosoftAppId, MicrosoftAppPassword et MicrosoftAppTenantId dans .env.',
    es: 'Escriba MicrosoftAppId, MicrosoftAppPassword y MicrosoftAppTenantId en .env.',
  },
  'teams-3': {
    en: 'As its messaging endpoint set your public address with /api/messages; add the channel Microsoft Teams.',
    fr: 'Comme point de terminaison, indiquez votre adresse publique suivie de /api/messages ; ajoutez le canal Microsoft Teams.',
    es: 'Como punto de conexión indique su dirección pública con /api/messages; añada el canal Microsoft Teams.',
  },
  'teams-4': {
    en: 'Start again with npm start, and look here whether all is well.',
    fr: 'Redémarrez avec npm start, et regardez ici si tout va bien.',
    es: 'Vuelva a iniciar con npm start y compruebe aquí si todo va bien.',
  },
  'teams-5': {
    en: 'Make the app package with npm run teams:package.',
    fr: 'Créez le paquet de l’application avec npm run teams:package.',
    es: 'Cree el paquete de la aplicación con npm run teams:package.',
  },
  'teams-6': {
    en: 'In Teams choose “Apps”, “Manage your apps”, “Upload an app”, then ask in the chat that opens.',
    fr: 'Dans Teams, choisissez « Apps », « Manage your apps », « Upload an app », puis posez votre question dans la discussion.',
    es: 'En Teams elija «Apps», «Manage your apps», «Upload an app» y pregunte en el chat que se abre.',
  },
}
