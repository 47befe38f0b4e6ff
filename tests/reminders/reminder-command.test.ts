import { describe, expect, test } from 'vitest'
import { echoLeads } from '../../src/reminders/echo-leads.ts'
import { type ReminderCommand, readReminderCommand } from '../../src/reminders/reminder-command.ts'
import { unclear } from '../../src/reminders/unclear.ts'

/** A Monday. */
const context = { now: Temporal.Instant.from('2027-03-08T08:00:00Z'), zone: 'Europe/Zurich' }

/** What was read on one line: `set MIDSA | P14D P1D | at 09:00 | me`, `asks whichMeeting`, `refuses 2027-03-10`. */
function readingOf(text: string): string {
  const command = readReminderCommand(text, context)
  return command ? line(command) : 'none'
}

function line(command: ReminderCommand): string {
  switch (command.kind) {
    case 'set':
      return `set ${command.targetText} | ${command.leads.join(' ')} | ${timed(command.at)}${placed(command.place)}`
    case 'digest':
      return `digest ${command.targetText} | ${command.weekday} ${command.at} | ${placed(command.place)}`
    case 'list':
    case 'quiet-off':
      return command.kind
    case 'stop':
      return `stop ${JSON.stringify(command.which)}`
    case 'snooze':
      return `snooze ${JSON.stringify(command.which)} for ${command.for}`
    case 'edit':
      return ['edit', command.which, ...(command.leads ?? []), ...(command.at ? [`at ${command.at}`] : [])].join(' ')
    case 'quiet':
      return `quiet ${command.from}-${command.to}`
    case 'unclear':
      return because(command.because.en)
  }
}

function timed(at: string | undefined): string {
  return at ? `at ${at} | ` : ''
}

function placed(place: Extract<ReminderCommand, { kind: 'set' }>['place']): string {
  return place.kind === 'channel' ? place.name : place.kind
}

/** The name of the words, or the part with the day that is told before a refusal. */
function because(english: string): string {
  const name = Object.entries(unclear).find(([, words]) => words.en === english)?.[0]
  return name ? `asks ${name}` : `refuses: ${english.slice(0, english.indexOf('.'))}`
}

type Row = readonly [text: string, expected: string, reason: string]

const english: readonly Row[] = [
  [
    'remind me 2 weeks before Colombo Process meetings',
    'set Colombo Process meetings | P14D | me',
    'the example of help',
  ],
  [
    'remind #channel 1 day and 1 hour before IDM workshops at 09:00',
    'set IDM workshops | P1D PT1H | at 09:00 | #channel',
    'two leads and a channel',
  ],
  ['remind <#C123|general> 1 day before MIDSA', 'set MIDSA | P1D | <#C123|general>', 'a channel as Slack writes it'],
  ['remind me in #general 2 days before MIDSA', 'set MIDSA | P2D | #general', 'a channel behind "me"'],
  ['remind me 2 days before MIDSA in #general', 'set MIDSA | P2D | #general', 'a channel at the end'],
  ['remind us 2 days before MIDSA', 'set MIDSA | P2D | here', 'all who are here'],
  ['remind this channel 2 days before MIDSA', 'set MIDSA | P2D | here', 'the channel without its name'],
  ['remind our team 2 days before MIDSA', 'set MIDSA | P2D | here', 'the team'],
  ['/focal remind me 1 day before all meetings', 'set all | P1D | me', 'a slash command, and all meetings'],
  [
    '<@U123> please remind me 1 day before events in Asia, thanks!',
    'set events in Asia | P1D | me',
    'a mention, and manners',
  ],
  ['<at>Focal Point</at> remind me 1 day before MIDSA', 'set MIDSA | P1D | me', 'a mention as Teams writes it'],
  ['REMIND ME 2 WEEKS BEFORE MIDSA', 'set MIDSA | P14D | me', 'capitals'],
  ['remind me a fortnight before MIDSA', 'set MIDSA | P14D | me', 'a fortnight'],
  ['remind me a couple of days before MIDSA', 'set MIDSA | P2D | me', 'a couple is two'],
  ['remind me twenty-one days before MIDSA', 'set MIDSA | P21D | me', 'a number of two words'],
  ['remind me one month before MIDSA', 'set MIDSA | P1M | me', 'a month'],
  ['remind me half an hour before MIDSA', 'set MIDSA | PT30M | me', 'half an hour'],
  ['remind me three quarters of an hour before MIDSA', 'set MIDSA | PT45M | me', 'quarters of an hour'],
  ['remind me an hour and a half before MIDSA', 'set MIDSA | PT1H30M | me', 'a half behind the hour'],
  ['remind me two and a half hours before MIDSA', 'set MIDSA | PT2H30M | me', 'a half before the hours'],
  ['remind me 2.5 hours before MIDSA', 'set MIDSA | PT2H30M | me', 'a decimal half'],
  ['remind me 2h30 before MIDSA', 'set MIDSA | PT2H30M | me', 'hours and minutes together'],
  ['remind me 24 hours before MIDSA', 'set MIDSA | PT24H | me', 'hours stay hours across a change of clocks'],
  ['remind me the day before MIDSA at noon', 'set MIDSA | P1D | at 12:00 | me', 'a lead with a name'],
  ['remind me the evening before MIDSA', 'set MIDSA | P1D | at 18:00 | me', 'a lead that tells the time'],
  ['remind me the week before MIDSA', 'set MIDSA | P7D | me', 'the week before'],
  ['remind me on the day of MIDSA', 'set MIDSA | P0D | at 09:00 | me', 'the same day'],
  ['remind me on the day of MIDSA at 7am', 'set MIDSA | P0D | at 07:00 | me', 'a time that is said wins'],
  ['remind me 2 weeks, 3 days and 1 hour before MIDSA', 'set MIDSA | P14D P3D PT1H | me', 'three leads in a row'],
  ['remind me 1 hour and 2 weeks before MIDSA', 'set MIDSA | P14D PT1H | me', 'leads are put in order'],
  ['remind me 1 week and 7 days before MIDSA', 'set MIDSA | P7D | me', 'the same lead twice is one'],
  ['remind me 2 weeks before and 1 day before MIDSA', 'set MIDSA | P14D P1D | me', 'before twice'],
  ['remind me 2 weeks before MIDSA and 1 day before', 'set MIDSA | P14D P1D | me', 'a second lead behind the name'],
  ['remind me of MIDSA 2 weeks before', 'set MIDSA | P14D | me', 'the name first'],
  [
    'remind me about MIDSA 2 weeks in advance at 9.30',
    'set MIDSA | P14D | at 09:30 | me',
    'in advance, and a dot in the time',
  ],
  ['remind me at 9am 2 weeks before MIDSA', 'set MIDSA | P14D | at 09:00 | me', 'the time first'],
  ['remind me 2 weeks before MIDSA at half past eight', 'set MIDSA | P14D | at 08:30 | me', 'half past'],
  [
    'remind me 2 weeks before MIDSA at quarter to nine in the evening',
    'set MIDSA | P14D | at 20:45 | me',
    'quarter to',
  ],
  ['remind me 2 weeks before MIDSA at 12 am', 'set MIDSA | P14D | at 00:00 | me', 'twelve at night'],
  ['remind me 2 weeks before MIDSA at 5 p.m.', 'set MIDSA | P14D | at 17:00 | me', 'dots in pm'],
  ['notify me 3 days before every meeting', 'set all | P3D | me', 'another verb, and every meeting'],
  ['set a reminder 3 days before MIDSA starts', 'set MIDSA | P3D | me', 'a noun, and a verb behind the name'],
  ['remind me 3 days before the start of MIDSA', 'set MIDSA | P3D | me', 'the start of it'],
  [
    'remind me 3 days before the meeting on 3 May 2027',
    'set meeting on 3 May 2027 | P3D | me',
    'the day tells which meeting',
  ],
  ['remind me of MIDSA', 'set MIDSA | P7D P1D | me', 'no lead: those of the default'],
  ['remind me before IDM 2027', 'set IDM 2027 | P7D P1D | me', 'a year belongs to the name'],
  ['every Monday at 9am', 'digest all | 1 09:00 | here', 'chrono takes one date'],
  ['every Monday at 9', 'digest all | 1 09:00 | here', 'a bare hour'],
  ['every Tuesday', 'digest all | 2 09:00 | here', 'the time of the default'],
  ['weekly digest on Friday at 08:30', 'digest all | 5 08:30 | here', 'called a digest'],
  ['remind me every Monday at 9', 'digest all | 1 09:00 | me', 'for one person'],
  [
    'remind #general every Monday at 9 of MIDSA meetings',
    'digest MIDSA meetings | 1 09:00 | #general',
    'about something',
  ],
  ['send us a weekly digest every Friday at noon', 'digest all | 5 12:00 | here', 'to be sent'],
  ['remind me on Mondays', 'digest all | 1 09:00 | me', 'the plural'],
]

const french: readonly Row[] = [
  [
    'rappelle-moi deux semaines avant les réunions du Processus de Colombo',
    'set réunions du Processus de Colombo | P14D | me',
    'the example of help',
  ],
  ['rappeler 2 semaines avant la MPD', 'set MPD | P14D | me', 'the name of the command'],
  ['Pouvez-vous me rappeler la MPD 3 jours avant ?', 'set MPD | P3D | me', 'asked politely'],
  ['rappelez-nous la veille de la MPD', 'set MPD | P1D | here', 'the day before, for all'],
  ['rappelle-moi l’avant-veille de la MPD', 'set MPD | P2D | me', 'two days before'],
  ['rappelle-moi la veille au soir de la MPD', 'set MPD | P1D | at 18:00 | me', 'a lead that tells the time'],
  ['rappelle-moi le matin même de la MPD', 'set MPD | P0D | at 09:00 | me', 'the same morning'],
  ['rappelle-moi une demi-heure avant la MPD', 'set MPD | PT30M | me', 'half an hour'],
  ['rappelle-moi une heure et demie avant la MPD', 'set MPD | PT1H30M | me', 'a half behind the hour'],
  ['rappelle-moi un quart d’heure avant la MPD', 'set MPD | PT15M | me', 'a quarter of an hour'],
  ['rappelle-moi vingt et un jours avant la MPD', 'set MPD | P21D | me', 'a number of three words'],
  ['rappelle-moi quatre-vingt-dix minutes avant la MPD', 'set MPD | PT1H30M | me', 'four times twenty and ten'],
  ['rappelle-moi dix-sept jours avant la MPD', 'set MPD | P17D | me', 'ten and seven'],
  ['rappelle-moi quinze jours avant la MPD', 'set MPD | P15D | me', 'fifteen, as it says'],
  [
    'rappelle-moi 1 semaine et 1 jour avant chaque réunion à 9 h 30',
    'set all | P7D P1D | at 09:30 | me',
    'every meeting',
  ],
  [
    'rappelle à #général 3 jours avant la MPD à midi',
    'set MPD | P3D | at 12:00 | #général',
    'a channel with an accent',
  ],
  ['rappelle-moi la MPD trois jours avant à 8 heures du soir', 'set MPD | P3D | at 20:00 | me', 'the name first'],
  ['préviens-moi 3 jours avant les réunions', 'set all | P3D | me', 'another verb'],
  ['programme un rappel 3 jours avant le Dialogue', 'set Dialogue | P3D | me', 'a noun'],
  ['rappelle-moi la MPD', 'set MPD | P7D P1D | me', 'no lead'],
  ['chaque lundi à 9h', 'digest all | 1 09:00 | here', 'chrono takes one date'],
  ['tous les vendredis à 8h30', 'digest all | 5 08:30 | here', 'the plural'],
  ['récapitulatif hebdomadaire le jeudi à 10 heures', 'digest all | 4 10:00 | here', 'called a digest'],
]

const spanish: readonly Row[] = [
  [
    'recuérdame una semana antes de las reuniones del Proceso de Colombo',
    'set reuniones del Proceso de Colombo | P7D | me',
    'the usual form',
  ],
  ['recordar 2 semanas antes de la MPD', 'set MPD | P14D | me', 'the name of the command'],
  ['recuérdanos la víspera de la MPD', 'set MPD | P1D | here', 'the day before, for all'],
  ['recuerdame el dia antes de la MPD', 'set MPD | P1D | me', 'no accents'],
  ['recuérdame media hora antes de la MPD', 'set MPD | PT30M | me', 'half an hour'],
  ['recuérdame hora y media antes de la MPD', 'set MPD | PT1H30M | me', 'an hour and a half'],
  ['recuérdame treinta y un días antes de la MPD', 'set MPD | P31D | me', 'a number of three words'],
  ['recuérdame once días antes de la MPD', 'set MPD | P11D | me', 'not the English "once"'],
  ['recuérdame 2 semanas, 3 días y 1 hora antes de la MPD', 'set MPD | P14D P3D PT1H | me', 'three leads'],
  [
    'recuérdame los talleres IDM dos días antes a las 9 de la mañana',
    'set talleres IDM | P2D | at 09:00 | me',
    'in the morning',
  ],
  [
    'recuérdame dos días antes de la MPD a las ocho y media de la tarde',
    'set MPD | P2D | at 20:30 | me',
    'in the evening',
  ],
  ['recuérdame dos días antes de la MPD al mediodía', 'set MPD | P2D | at 12:00 | me', 'noon'],
  ['recuérdame dos días antes de la MPD a la una de la tarde', 'set MPD | P2D | at 13:00 | me', 'one o’clock'],
  [
    'recuerda a #general 3 días antes de El Salvador',
    'set El Salvador | P3D | #general',
    'an article that belongs to the name',
  ],
  ['avísame con 3 días de antelación de cada reunión', 'set all | P3D | me', 'in advance of'],
  ['avísame 3 días antes de cada reunión', 'set all | P3D | me', 'another verb'],
  ['pon un recordatorio 3 días antes de que empiece la MPD', 'set MPD | P3D | me', 'before it begins'],
  ['todos los lunes a las 9', 'digest all | 1 09:00 | here', 'chrono takes one date'],
  ['cada miércoles a las 8:30', 'digest all | 3 08:30 | here', 'each Wednesday'],
  ['resumen semanal los viernes a las 17:00', 'digest all | 5 17:00 | here', 'called a digest'],
]

const managing: readonly Row[] = [
  ['reminders', 'list', 'the name of the command'],
  ['show me my reminders', 'list', 'asked for'],
  ['which reminders do I have?', 'list', 'as a question'],
  ['rappels', 'list', 'French'],
  ['mis recordatorios', 'list', 'Spanish'],
  ['reminders stop 2', 'stop 2', 'the command first'],
  ['stop reminder 2', 'stop 2', 'the verb first'],
  ['cancel reminder #2', 'stop 2', 'a number sign'],
  ['stop 2', 'stop 2', 'the number alone'],
  ['stop all reminders', 'stop "all"', 'all'],
  ['stop all', 'stop "all"', 'there is nothing else to stop'],
  ['reminders off', 'stop "all"', 'another word for it'],
  ['stop it on Monday', 'none', 'no name of a reminder'],
  ['move reminder 2 to 3 days before', 'edit 2 P3D', 'another word for changing it'],
  ['change quiet hours to 22:00 to 7:00', 'quiet 22:00-07:00', 'what is set may be changed'],
  ['remind me about "Colombo Process" 1 day before', 'set Colombo Process | P1D | me', 'quotes are not part of a name'],
  ['remind me 2 days before the Bali Process and 1 week before MIDSA', 'asks oneByOne', 'two leads with two names'],
  ['remind me never', 'asks whichMeeting', 'never is the name of no meeting'],
  ['stop MIDSA reminders', 'stop "MIDSA"', 'by what they remind of'],
  ['cancel my reminder for the Colombo Process', 'stop "the Colombo Process"', 'as written'],
  ['stop reminding me of MIDSA', 'stop "MIDSA"', 'another form'],
  ["don't remind me of MIDSA", 'stop "MIDSA"', 'never the contrary'],
  ['ne me rappelle plus la MPD', 'stop "MPD"', 'never the contrary in French'],
  ['no me recuerdes la MPD', 'stop "MPD"', 'never the contrary in Spanish'],
  ['arrêter le rappel 2', 'stop 2', 'French'],
  ['elimina el recordatorio dos', 'stop 2', 'Spanish, in words'],
  ['stop', 'asks whichReminder', 'which one?'],
  ['stop reminder', 'asks whichReminder', 'which one?'],
  ['stop reminders 1 and 2', 'asks whichReminder', 'one at a time'],
  ['snooze 1 for 3 days', 'snooze 1 for P3D', 'the example of help'],
  ['snooze all for a week', 'snooze "all" for P7D', 'all'],
  ['snooze MIDSA reminders for an hour', 'snooze "MIDSA" for PT1H', 'by name'],
  ['reminders snooze 2 2 days', 'snooze 2 for P2D', 'the command first'],
  ['snooze 1 until Friday', 'snooze 1 for P4D', 'to the next Friday'],
  ['snooze 1 until 12 March', 'snooze 1 for P4D', 'to a date without a year'],
  ['snooze 1 until 12 March 2028', 'snooze 1 for P370D', 'to a date with one'],
  ['snooze 1 until 03/04/2027', 'asks snoozeFor', 'April or March?'],
  ['snooze 1', 'asks snoozeFor', 'for how long?'],
  ['snooze for 3 days', 'asks whichReminder', 'which one?'],
  ['reporter le rappel 1 de 3 jours', 'snooze 1 for P3D', 'French'],
  ['posponer el recordatorio 1 por 3 días', 'snooze 1 for P3D', 'Spanish'],
  ['change reminder 2 to 3 days before at 10:00', 'edit 2 P3D at 10:00', 'leads and time'],
  ['edit reminder 2: 1 week and 1 day', 'edit 2 P7D P1D', 'leads alone'],
  ['change reminder 2 to 10am', 'edit 2 at 10:00', 'the time alone'],
  ['modifier le rappel 2 : 3 jours avant à 10h', 'edit 2 P3D at 10:00', 'French'],
  ['cambia el recordatorio 2 a 3 días antes a las 10', 'edit 2 P3D at 10:00', 'Spanish'],
  ['change reminder 2', 'asks changeTo', 'to what?'],
  ['change reminder to 3 days before', 'asks whichReminder', 'which one?'],
  ['quiet hours from 22:00 to 07:00', 'quiet 22:00-07:00', 'English'],
  ['quiet 10pm to 7am', 'quiet 22:00-07:00', 'halves of the day'],
  ['no reminders between 22 and 7', 'quiet 22:00-07:00', 'bare hours'],
  ['heures calmes de 22h à 7h', 'quiet 22:00-07:00', 'French'],
  ['horas de silencio de las 22 a las 7', 'quiet 22:00-07:00', 'Spanish'],
  ['quiet off', 'quiet-off', 'no longer'],
  ['heures calmes désactivées', 'quiet-off', 'no longer, in French'],
  ['silencio desactivado', 'quiet-off', 'no longer, in Spanish'],
  ['quiet hours', 'asks quietHours', 'from when to when?'],
  ['quiet hours from 22:00', 'asks quietHours', 'until when?'],
  ['quiet hours from 25:00 to 7:00', 'asks quietHours', 'no clock shows that'],
]

const askedBack: readonly Row[] = [
  ['remind me', 'asks whichMeeting', 'of what?'],
  ['remind me 3 days before', 'asks whichMeeting', 'before what?'],
  ['remind me -5 days before MIDSA', 'asks length', 'that would be afterwards'],
  ['remind me 3 days before the meeting', 'asks whichMeeting', 'which meeting?'],
  ['3 days before the meeting', 'asks wanted', 'chrono takes it for three days ago'],
  ['una semana antes', 'asks wanted', 'chrono takes it for next week'],
  ['remind me 2 hours and 30 minutes before MIDSA', 'asks oneOrTwo', 'one reminder or two'],
  ['remind me 1 day 2 hours before MIDSA', 'asks oneOrTwo', 'one reminder or two'],
  ['rappelle-moi à 9 h 30 3 jours avant la MPD', 'asks oneOrTwo', 'figures that run together'],
  ['remind me 0 days before MIDSA', 'asks length', 'no time at all'],
  ['remind me 5 years before MIDSA', 'asks notBefore', 'years are no lead'],
  ['remind me 900 days before MIDSA', 'asks length', 'beyond a year'],
  ['remind me a week and a half before MIDSA', 'asks notBefore', 'half a week is three days, or four'],
  ['remind me a few days before MIDSA', 'asks notBefore', 'how many?'],
  ['remind me 2 days before MIDSA at 25:00', 'asks time', 'no clock shows that'],
  ['remind me 2 days before MIDSA at 13 am', 'asks time', 'no clock shows that'],
  ['remind me at 9 2 days before MIDSA at 10', 'asks time', 'two times'],
  ['remind me 1 hour before MIDSA at 09:00', 'asks whose', 'the time of the meeting, surely?'],
  ['remind me 2 days before the meeting on 3 May at 10:00', 'asks whose', 'whose time is it?'],
  ['remind me 2 days before the meeting at 10:00 in Geneva', 'asks time', 'whose time is it?'],
  ['remind me when MIDSA starts', 'asks howLong', 'how long before?'],
  ['remind me every day', 'asks onlyWeekly', 'no digest each day'],
  ['remind me monthly', 'asks onlyWeekly', 'no digest each month'],
  ['remind me quarterly', 'asks onlyWeekly', 'chrono finds nothing'],
  ['remind me weekly', 'asks whichDay', 'chrono finds nothing'],
  ['weekly digest', 'asks whichDay', 'on which day?'],
  ['every Monday and Thursday at 9', 'asks onlyWeekly', 'one day a week'],
  ['every other Monday at 9', 'none', 'not a digest, and no request'],
  ['remind me every other Monday at 9', 'asks onlyWeekly', 'each week or not at all'],
  ['remind me every two weeks', 'asks onlyWeekly', 'not a lead of two weeks'],
  ['rappelle-moi toutes les deux semaines', 'asks onlyWeekly', 'not a lead of two weeks'],
  ['recuérdame cada dos semanas', 'asks onlyWeekly', 'not a lead of two weeks'],
  ['rappelle-moi le lundi à 9h', 'asks whichDay', 'each Monday, or the next?'],
  ['remind me every Monday 2 days before MIDSA', 'asks onlyWeekly', 'two things in one'],
  ['remind Anna 2 days before MIDSA', 'asks whom', 'somebody else'],
  ['remind <@U999> 2 days before MIDSA', 'asks whom', 'somebody else by mention'],
]

const refused: readonly Row[] = [
  ['remind me après-demain matin', 'refuses: That is Wednesday, 10 March 2027', 'chrono takes tomorrow'],
  ['rappelle-moi après-demain matin', 'refuses: That is Wednesday, 10 March 2027', 'chrono takes tomorrow'],
  [
    'recuérdame pasado mañana a las 8 de la tarde',
    'refuses: That is Wednesday, 10 March 2027',
    'chrono takes tomorrow',
  ],
  ['remind me half past eight tonight', 'refuses: That is Monday, 8 March 2027', 'chrono takes ten o’clock'],
  ['recuérdame del 18 al 19 de abril', 'asks notBefore', 'chrono loses the 18th'],
  ['remind me 18-19 April 2027', 'asks notBefore', 'two days'],
  ['remind me Q2 2027', 'asks notBefore', 'chrono finds nothing'],
  [
    'remind me on 03/04/2027',
    'refuses: That may be Saturday, 3 April 2027 or Thursday, 4 March 2027',
    'chrono takes the American order',
  ],
  ['remind me on 13/04/2027', 'refuses: That is Tuesday, 13 April 2027', 'only one order is possible'],
  ['remind me on 3 May 2027 at 10', 'refuses: That is Monday, 3 May 2027', 'reminders come before meetings'],
  ['rappelle-moi le 1er mai', 'refuses: That is Saturday, 1 May 2027', 'the year is the next'],
  ['recuérdame el 3 de enero', 'refuses: That is Monday, 3 January 2028', 'this January is over'],
  ['remind me on 29 February 2027', 'asks notBefore', 'there is no such day'],
  ['remind me next Monday at 10am', 'asks notBefore', 'this week or the next?'],
  ['rappelle-moi lundi prochain à 10h30', 'asks notBefore', 'this week or the next?'],
  ['remind me on Thursday', 'refuses: That is Thursday, 11 March 2027', 'one day, not each'],
  ['recuérdame mañana', 'refuses: That is Tuesday, 9 March 2027', 'tomorrow'],
  ['recuérdame dentro de dos semanas', 'asks notBefore', 'from now, not before a meeting'],
  ['remind me in 3 days', 'asks notBefore', 'from now, not before a meeting'],
  ['rappelle-moi dans 3 jours', 'asks notBefore', 'from now, not before a meeting'],
  ['remind me 2 days after MIDSA', 'asks notBefore', 'afterwards'],
  ['remind me to call Anna', 'asks notBefore', 'no meeting'],
  ['remind me that MIDSA was moved', 'asks notBefore', 'no meeting'],
  ['remind me of MIDSA on 3 May 2027', 'refuses: That is Monday, 3 May 2027', 'whose day is it?'],
]

const questions: readonly Row[] = [
  ['remind me who runs MIDSA', 'none', 'a question'],
  ['Could you remind me of the partner organisation in that process?', 'none', 'a question for a fact'],
  ['remind me of the date of MIDSA', 'none', 'a question for a fact'],
  ['remind me when is MIDSA', 'none', 'a question'],
  ['rappelle-moi qui dirige la MPD', 'none', 'French'],
  ['rappelle-moi la date de la MPD', 'none', 'French, for a fact'],
  ['recuérdame quién dirige la MPD', 'none', 'Spanish'],
  ['who runs the secretariat of the Almaty Process?', 'none', 'no reminding at all'],
  ['events next week', 'none', 'a command of its own'],
  ['Q2 2027', 'none', 'a time alone asks for meetings'],
  ['03/04/2027', 'none', 'a day alone asks for meetings'],
  ['del 18 al 19 de abril', 'none', 'days alone ask for meetings'],
  ['pasado mañana a las 8 de la tarde', 'none', 'a time alone'],
  ['après-demain matin', 'none', 'a time alone'],
  ['half past eight tonight', 'none', 'a time alone'],
  ['what was decided 2 days before the Council?', 'none', 'a question with a lead in it'],
  ['tell me about MIDSA', 'none', 'telling is no reminding'],
  ['send me the report', 'none', 'sending is no reminding'],
  ['cancel', 'none', 'may mean anything'],
  ['postpone the meeting', 'none', 'meetings are not ours to move'],
  ['a summary please', 'none', 'a question for a summary'],
  ['', 'none', 'nothing'],
]

describe.each([
  ['in English', english],
  ['in French', french],
  ['in Spanish', spanish],
  ['about reminders there are', managing],
  ['that is doubtful and asked back', askedBack],
  ['that cannot be done and is refused', refused],
  ['that is a question', questions],
] as const)('a message %s', (_kind, rows) => {
  test.each(rows)('"%s" is read as "%s": %s', (text, expected, _reason) => {
    expect(readingOf(text)).toBe(expected)
  })
})

test('refusals name the day in three languages', () => {
  const command = readReminderCommand('rappelle-moi le 3 mai', context)
  expect(command).toMatchObject({
    because: {
      fr: expect.stringContaining('lundi 3 mai 2027'),
      es: expect.stringContaining('lunes, 3 de mayo de 2027'),
    },
  })
})

test('days are those of the zone of who asks', () => {
  const late = { now: Temporal.Instant.from('2027-03-08T22:00:00Z'), zone: 'Asia/Manila' }
  const command = readReminderCommand('remind me tomorrow', late)
  expect(command).toMatchObject({ because: { en: expect.stringContaining('Wednesday, 10 March') } })
})

test('a request that goes on for ever is refused, whatever its beginning says', () => {
  const text = `remind me 2 days before MIDSA ${'and so on '.repeat(200)}`
  expect(readingOf(text)).toBe('asks tooLong')
})

test.each([
  '1 d ',
  'remind me 1 h and ',
  'the ',
  ' ',
  '<at>',
  '1',
  '2 weeks, ',
  'stop x reminders ',
  '日',
  '#',
  'é',
  'une heure et ',
])('reads 100,000 characters of "%s" at once', (piece) => {
  const texts = ['', 'remind me ', 'snooze 1 until ', 'stop '].map(
    (lead) => lead + piece.repeat(100_000 / piece.length),
  )
  for (const text of texts) readReminderCommand(text, context)
  const begun = performance.now()
  for (const text of texts) readReminderCommand(text, context)
  expect(performance.now() - begun).toBeLessThan(50 * texts.length)
})

test.each([
  [
    ['P14D', 'P1D'],
    '09:00',
    '2 weeks and 1 day before, at 09:00',
    '2 semaines et 1 jour avant, à 09:00',
    '2 semanas y 1 día antes, a las 09:00',
  ],
  [
    ['P1D', 'PT1H'],
    '09:00',
    '1 day before, at 09:00, and 1 hour before',
    '1 jour avant, à 09:00, et 1 heure avant',
    '1 día antes, a las 09:00, y 1 hora antes',
  ],
  [['P1D', 'PT1H'], undefined, '1 day and 1 hour before', '1 jour et 1 heure avant', '1 día y 1 hora antes'],
  [['PT1H30M'], '09:00', '1 hour 30 minutes before', '1 heure 30 minutes avant', '1 hora 30 minutos antes'],
  [
    ['P1M', 'P3D', 'P0D'],
    '08:00',
    '1 month and 3 days before and on the day itself, at 08:00',
    '1 mois et 3 jours avant et le jour même, à 08:00',
    '1 mes y 3 días antes y el mismo día, a las 08:00',
  ],
] as const)('says leads of %j at %s back', (leads, at, en, fr, es) => {
  expect([echoLeads(leads, at, 'en'), echoLeads(leads, at, 'fr'), echoLeads(leads, at, 'es')]).toEqual([en, fr, es])
})
