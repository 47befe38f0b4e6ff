/** Days from one to another, `YYYY-MM-DD`, both included. */
export type DaySpan = { readonly from: string; readonly to: string }

/** The days that folded words name by their distance from today: "next week", "ce mois", "los próximos tres días". */
export function relativeDays(words: readonly string[], today: string): DaySpan | undefined {
  const text = ` ${words.join(' ')} `
  const day = Temporal.PlainDate.from(today)
  return countedDays(text, day) ?? namedDays(text, day)
}

type Named = {
  readonly said: RegExp
  readonly span: (today: Temporal.PlainDate) => [Temporal.PlainDate, Temporal.PlainDate]
}

/** What is over of this week and this month is left out. */
const named: readonly Named[] = [
  {
    said: / (day after tomorrow|apres demain|pasado manana) /,
    span: (today) => [today.add({ days: 2 }), today.add({ days: 2 })],
  },
  { said: / (today|tonight|aujourd ?hui|hoy) /, span: (today) => [today, today] },
  { said: / (tomorrow|demain|(?<! la )manana) /, span: (today) => [today.add({ days: 1 }), today.add({ days: 1 })] },
  { said: / (this week|cette semaine|esta semana) /, span: (today) => [today, endOfWeek(today)] },
  {
    said: / ((next|coming|following) week|semaine (prochaine|suivante|qui vient)|prochaine semaine|(proxima|siguiente) semana|semana (proxima|siguiente|que viene|entrante)) /,
    span: (today) => [endOfWeek(today).add({ days: 1 }), endOfWeek(today).add({ weeks: 1 })],
  },
  { said: / (this month|ce mois|este mes) /, span: (today) => [today, endOfMonth(today)] },
  {
    said: / ((next|coming|following) month|mois (prochain|suivant|qui vient)|prochain mois|(proximo|siguiente) mes|mes (proximo|siguiente|que viene|entrante)) /,
    span: (today) => [endOfMonth(today).add({ days: 1 }), endOfMonth(endOfMonth(today).add({ days: 1 }))],
  },
]

function namedDays(text: string, today: Temporal.PlainDate): DaySpan | undefined {
  const found = named.find(({ said }) => said.test(text))
  return found && spanOf(...found.span(today))
}

const counts = new Map<string, number>([
  ...'two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, at) => [word, at + 2] as const),
  ...'deux trois quatre cinq six sept huit neuf dix onze douze'.split(' ').map((word, at) => [word, at + 2] as const),
  ...'dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' ').map((word, at) => [word, at + 2] as const),
])
const count = `(\\d{1,3}|${[...counts.keys()].join('|')})`
const units = new Map([
  ...'day days jour jours dia dias'.split(' ').map((word) => [word, 'days'] as const),
  ...'week weeks semaine semaines semana semanas'.split(' ').map((word) => [word, 'weeks'] as const),
  ...'month months mois mes meses'.split(' ').map((word) => [word, 'months'] as const),
])
const unit = `(${[...units.keys()].join('|')})`
const coming = '(?:next|coming|following|prochaine?s|proxim[oa]s|siguientes)'

/** "The next two weeks", "les 3 prochains mois", "las dos próximas semanas", "les deux semaines à venir". */
const counted = [
  new RegExp(` ${coming} ${count} ${unit} `),
  new RegExp(` ${count} ${coming} ${unit} `),
  new RegExp(` ${count} ${unit} (?:a venir|qui viennent|que vienen) `),
  new RegExp(` (?:within|dans les|en) ${count} ${unit} `),
]
/** How many are meant where no number is said. */
const few = new RegExp(` (?:coming|prochaine?s|proxim[oa]s|next) ${unit} `)
const fewOf = { days: 7, weeks: 4, months: 3 } as const

function countedDays(text: string, today: Temporal.PlainDate): DaySpan | undefined {
  const match = counted.map((pattern) => pattern.exec(text)).find((found) => found !== null)
  const number = match?.[1] ?? ''
  const length = units.get(match?.[2] ?? '')
  if (length) return spanOf(today, today.add({ [length]: counts.get(number) ?? Number(number) }))
  const said = few.exec(text)?.[1] ?? ''
  const some = /s$/.test(said) && said !== 'mois' && said !== 'mes' ? units.get(said) : undefined
  return some && spanOf(today, today.add({ [some]: fewOf[some] }))
}

function spanOf(from: Temporal.PlainDate, to: Temporal.PlainDate): DaySpan {
  return { from: from.toString(), to: to.toString() }
}

/** Weeks end on Sunday. */
function endOfWeek(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.add({ days: 7 - day.dayOfWeek })
}

function endOfMonth(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.with({ day: day.daysInMonth })
}
