import { z } from 'zod'
import { timeFaults } from './event-time.ts'
import { parsePartialDate } from './partial-date.ts'
import { ruleFault } from './recurrence-rule.ts'
import { zoneFault } from './zone-name.ts'

/**
 * The only definition of what may stand in a knowledge folder. Types, checks and the JSON Schemas for editors all come
 * from here. One folder per kind; a file holds one entry or a list of entries.
 */

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case letters, digits and single hyphens, like "bali-process"')

const words = z.string().trim().min(1, 'expected some text')

/** Text in the three languages. A plain string holds in all of them (names, titles); English is always there. */
const text = z
  .union([words, z.strictObject({ en: words, fr: words.optional(), es: words.optional() })])
  .meta({ description: 'Text in English, optionally also in French and Spanish; a plain string holds in all three.' })

const citation = z
  .string()
  .regex(/^[a-z0-9-]+:.+$/i, 'expected "document:locator", like "004:528" (a source id and its lines)')
  .meta({ description: 'Where it stands: the id of a source, a colon, and the lines or the section.' })

const citations = z.union([citation, z.array(citation).min(1, 'expected at least one "document:locator"')])

/** `2017-08-04`, `2017-08`, `2017`, or `--09-25` for a day whose source prints no year. */
const partialDate = z
  .string()
  .regex(/^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?|--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))$/, {
    error: 'expected a quoted date: "2017-08-04", "2017-08", "2017", or "--09-25" when the source prints no year',
    abort: true,
  })
  .refine(isCalendarDay, 'expected a day of the calendar, like "2017-02-28" for the last one of that month')

const wholeDay = partialDate.refine((text) => /^\d{4}-\d\d-\d\d$/.test(text), 'expected a whole day, like "2027-03-10"')

/** Whether the calendar has the day; 29 February is one where no year is known. */
function isCalendarDay(text: string): boolean {
  const { year = 2000, month, day } = parsePartialDate(text)
  return month === undefined || day === undefined || day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Whether a span can end when it does: both with a year or both without, and the end no earlier, as far as is known. */
function endsInOrder({ starts, ends }: { starts?: string; ends?: string }): boolean {
  if (starts === undefined || ends === undefined) return true
  if (starts.startsWith('--') || ends.startsWith('--')) return starts.startsWith('--') && ends.startsWith('--')
  // Of "2017" and "2017-08-04" only what both say can be compared.
  const shared = Math.min(starts.length, ends.length)
  return starts.slice(0, shared) <= ends.slice(0, shared)
}

/** The time of a clock, `09:30`. */
const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a quoted time of 24 hours, like "09:30"')
  .meta({ description: 'The time on the clocks of the place, like "09:30".' })

const zone = z.string().superRefine(addFault(zoneFault)).meta({
  description:
    'The time zone by its IANA name, like "Asia/Bangkok". Left out: that of the place, where it has only one.',
})

const rule = z.string().superRefine(addFault(ruleFault)).meta({
  description: 'When it comes again, as RFC 5545 writes it: "FREQ=MONTHLY;BYDAY=1TU". Counts from "starts".',
})

/** Complains as a check does that knows better than a pattern what is allowed. */
function addFault(faultOf: (text: string) => string | undefined) {
  return (text: string, context: z.RefinementCtx): void => {
    const message = faultOf(text)
    if (message) context.addIssue({ code: 'custom', message })
  }
}

const asOf = z.union([partialDate, z.literal('undated')])

const fact = z
  .strictObject({
    about: z
      .union([slug, z.array(slug).min(1)])
      .meta({ description: 'The intents (ids in intents/) that this fact answers.' }),
    absent: z.boolean().optional().meta({ description: 'true: it says that the sources do not hold this.' }),
    text: text.meta({ description: 'One sentence in our own words, complete without the question.' }),
    source: citations.optional().meta({ description: 'Default: the source of the entry.' }),
  })
  .meta({ description: 'Something the source says about the entry, and the questions it answers.' })

const aliases = z
  .array(words)
  .optional()
  .meta({ description: 'Other names, in any language; case, accents, dashes and plurals do not matter.' })

const named = {
  id: slug,
  name: text,
  aliases,
  heads: z
    .array(words)
    .optional()
    .meta({ description: 'Weak names, which count where nothing stronger is named: "Bali", "Rabat", "we" for IOM.' }),
  fullName: text
    .optional()
    .meta({ description: 'What an abbreviation stands for, if the source says it. Left out: the sources do not.' }),
  facts: z.array(fact).optional(),
  notes: z
    .array(text)
    .optional()
    .meta({ description: 'Conflicts between sources, gaps, warnings: shown under every answer about the entry.' }),
  source: citations,
}

export const sourceSchema = z.strictObject({
  id: slug,
  title: text,
  file: words.optional().meta({ description: 'The file name of the document the lines are counted in.' }),
  asOf,
  asOfNote: text.optional().meta({ description: 'How the date is known, when the document prints none.' }),
  parts: z
    .array(z.strictObject({ lines: z.string().regex(/^\d+-\d+$/), title: text, asOf, asOfNote: text.optional() }))
    .optional()
    .meta({ description: 'Lines of the document that are of another date than the rest.' }),
})

export const roleSchema = z.strictObject({
  ...named,
  group: z.enum(['participation', 'secretariat', 'hosting']),
  sentence: text.meta({ description: 'What IOM is or does in this role: "IOM is an observer".' }),
})

const processRole = z.strictObject({
  role: slug.meta({ description: 'The id of a role.' }),
  of: text.optional().meta({ description: 'The part of the process it holds for, when not the whole.' }),
  since: text.optional(),
  partners: z
    .strictObject({
      how: z.enum(['together-with', 'in-consultation-with', 'through']),
      who: z.array(slug).min(1),
    })
    .array()
    .min(1)
    .optional(),
  source: citations,
})

export const processSchema = z.strictObject({
  ...named,
  scope: z.enum(['global', 'inter-regional', 'regional', 'not stated']),
  summary: text.optional(),
  roles: z.array(processRole).min(1),
})

export const organisationSchema = z.strictObject({ ...named, country: z.string().length(2).optional() })

export const regionSchema = z.strictObject({
  id: slug,
  name: text,
  aliases,
  countries: z.array(z.string().length(2)).optional().meta({ description: 'ISO 3166 codes.' }),
})

const organiser = z.strictObject({
  organisation: slug,
  as: z.enum(['anchor', 'partner', 'technical focal point', 'host', 'in collaboration', 'supporter', 'opener']),
})

export const eventSchema = z
  .strictObject({
    ...named,
    title: text.optional().meta({ description: 'The title as printed, when it is not the name.' }),
    series: slug.optional().meta({ description: 'The process or term it belongs to.' }),
    year: z.number().int().optional().meta({ description: 'The year of an event of which no day is known.' }),
    starts: partialDate.optional(),
    ends: partialDate.optional(),
    time: clockTime.optional(),
    endTime: clockTime.optional(),
    zone: zone.optional(),
    recurs: z
      .enum(['yearly'])
      .optional()
      .meta({ description: 'With a day: each year on that day. Without: each year, on days that are not known.' }),
    rrule: rule.optional(),
    except: z
      .array(wholeDay)
      .min(1)
      .optional()
      .meta({ description: 'Days of "rrule" on which it does not take place.' }),
    replaces: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*@\d{4}-\d\d-\d\d$/, 'expected an event and a day, like "briefing@2027-04-06"')
      .optional()
      .meta({ description: 'The occurrence that it takes the place of, a day of "except" of an event with "rrule".' }),
    status: z.enum(['cancelled']).optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .optional()
      .meta({ description: 'Its page, or where to join it.' }),
    announced: z
      .boolean()
      .optional()
      .meta({ description: 'The source looks ahead; that it took place is not stated.' }),
    place: z.strictObject({ city: text, aliases, country: z.string().length(2), venue: text.optional() }).optional(),
    region: slug.optional(),
    organisers: z.array(organiser).optional(),
    contacts: z.array(slug).optional(),
  })
  .refine(endsInOrder, {
    path: ['ends'],
    error: 'expected a date no earlier than "starts", with a year if that has one',
  })
  .superRefine((event, context) => {
    for (const { path, message } of timeFaults(event)) context.addIssue({ code: 'custom', path: [path], message })
  })

export const dialogueSchema = z.strictObject({
  id: slug,
  series: slug.meta({ description: 'The process whose year this is.' }),
  year: z.number().int(),
  theme: words.optional().meta({ description: 'As printed. Left out: the source prints none.' }),
  items: z
    .array(
      z.strictObject({
        kind: z.enum(['workshop', 'conference', 'seminar', 'report', 'council session', 'event']),
        title: words,
        event: slug.optional().meta({ description: 'The entry in events/ with its date and place.' }),
      }),
    )
    .min(1),
  facts: z.array(fact).optional(),
  notes: z.array(text).optional(),
  source: citations,
})

export const publicationSchema = z.strictObject({
  ...named,
  series: slug.optional().meta({ description: 'The term that names its series.' }),
  number: z.number().int().optional(),
  year: z.number().int().optional(),
  title: words,
})

export const unitSchema = z.strictObject({
  ...named,
  parent: text.optional(),
  established: partialDate.optional(),
  head: slug.optional().meta({ description: 'The contact who heads it.' }),
  contacts: z.array(slug).optional(),
})

export const contactSchema = z.strictObject({
  id: slug,
  person: words.optional().meta({ description: 'Left out: the address stands without a name.' }),
  title: text.optional(),
  for: z.array(slug).optional().meta({ description: 'The entries it is the contact of.' }),
  general: z
    .boolean()
    .optional()
    .meta({ description: 'true: the one to write to where nothing better is known. At most one contact is it.' }),
  email: z.email().optional(),
  phone: z
    .string()
    .regex(/^\+[\d ]+$/)
    .optional(),
  address: text.optional(),
  website: z.url().optional(),
  aliases,
  facts: z.array(fact).optional(),
  notes: z.array(text).optional(),
  source: citations,
})

export const termSchema = z.strictObject({ ...named, definition: text })

export const documentSchema = z.strictObject({
  ...named,
  symbol: words.optional().meta({ description: 'Its number, like "A/71/L.58".' }),
  adopted: partialDate.optional(),
})

export const citySchema = z.strictObject({
  id: slug,
  name: text,
  aliases,
  country: z.string().length(2).meta({ description: 'An ISO 3166 code.' }),
  zone,
})

export const figureSchema = z.strictObject({
  ...named,
  statement: text.meta({ description: 'The figure in a full sentence.' }),
})

const phrasings = z.array(words)

export const intentSchema = z.strictObject({
  id: slug,
  asks: text.meta({
    description: 'What is asked for, with its article: "the chair". Used in "the sources do not give …".',
  }),
  about: z
    .array(
      z.enum([
        'process',
        'event',
        'dialogue',
        'publication',
        'unit',
        'contact',
        'term',
        'document',
        'figure',
        'organisation',
        'role',
        'place',
        'date',
      ]),
    )
    .optional()
    .meta({ description: 'The kinds of entry it is asked of; left out: it needs none.' }),
  orElse: z
    .array(slug)
    .optional()
    .meta({ description: 'Intents that answer it too, where an entry has nothing for this one: purpose → content.' }),
  alone: z
    .boolean()
    .optional()
    .meta({ description: 'true: it can be asked without naming an entry ("list all processes").' }),
  held: z
    .boolean()
    .default(true)
    .meta({ description: 'false: a question people ask to which no source has an answer.' }),
  phrasings: z.strictObject({ en: phrasings, fr: phrasings.optional(), es: phrasings.optional() }),
})

export const lexiconSchema = z.strictObject({
  id: slug,
  use: z.enum(['asks', 'event-kind', 'filler']).optional().meta({
    description:
      'asks: such a word alone is a question ("email?"); event-kind: it names a kind of event; filler: it says nothing.',
  }),
  words: z.strictObject({ en: phrasings, fr: phrasings.optional(), es: phrasings.optional() }),
})

export const topicSchema = z.strictObject({
  id: slug.or(z.string().regex(/^[\w-]+$/)),
  title: words,
  questions: z.array(words).min(1, 'expected at least one phrasing'),
  answer: words,
  source: words.optional(),
})

/** Folder name → what its files may hold. */
export const kinds = {
  sources: sourceSchema,
  roles: roleSchema,
  regions: regionSchema,
  organisations: organisationSchema,
  processes: processSchema,
  events: eventSchema,
  dialogues: dialogueSchema,
  publications: publicationSchema,
  units: unitSchema,
  contacts: contactSchema,
  terms: termSchema,
  documents: documentSchema,
  figures: figureSchema,
  cities: citySchema,
  intents: intentSchema,
  lexicon: lexiconSchema,
  topics: topicSchema,
} as const

export const outOfScopeSchema = z.strictObject({ en: phrasings, fr: phrasings.optional(), es: phrasings.optional() })
