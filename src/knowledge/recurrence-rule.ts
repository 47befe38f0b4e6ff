/**
 * What is wrong with a recurrence rule of RFC 5545; undefined where nothing is. A meeting comes at most once a day, so that
 * its day tells which one is meant.
 */
export function ruleFault(rule: string): string | undefined {
  const parts = rule.split(';').map((part) => part.split('='))
  const names = parts.map(([name = '']) => name)
  return (
    parts.map(([name = '', ...value]) => partFault(name, value.join('='))).find((fault) => fault !== undefined) ??
    twice(names) ??
    (names.includes('FREQ') ? undefined : 'expected a part FREQ, like "FREQ=YEARLY"') ??
    (names.includes('COUNT') && names.includes('UNTIL') ? 'expected either COUNT or UNTIL' : undefined)
  )
}

function partFault(name: string, value: string): string | undefined {
  const part = rulePart[name]
  if (!part) return `expected parts like "FREQ=WEEKLY;BYDAY=MO" (allowed are ${Object.keys(rulePart).join(', ')})`
  return part.values.test(value) ? undefined : `expected ${name} to be ${part.inWords}`
}

function twice(names: readonly string[]): string | undefined {
  const again = names.find((name, index) => names.indexOf(name) < index)
  return again && `expected ${again} once`
}

/** Each number of a range in its plain form, with a minus where it may count from the end. */
function numbers(pattern: string, sign = '[+-]?'): RegExp {
  return new RegExp(`^${sign}(${pattern})(,${sign}(${pattern}))*$`)
}

const day = '(MO|TU|WE|TH|FR|SA|SU)'
const countedDay = `([+-]?([1-9]|[1-4]\\d|5[0-3]))?${day}`
const upTo366 = '[1-9]|[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6]'

const rulePart: Readonly<Record<string, { readonly values: RegExp; readonly inWords: string }>> = {
  FREQ: { values: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/, inWords: 'DAILY, WEEKLY, MONTHLY or YEARLY' },
  INTERVAL: { values: /^[1-9]\d{0,2}$/, inWords: 'a number from 1 to 999' },
  COUNT: { values: /^[1-9]\d{0,3}$/, inWords: 'a number from 1 to 9999' },
  UNTIL: {
    values: /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3])[0-5]\d[0-5]\dZ?)?$/,
    inWords: 'a day like 20271231 or a time like 20271231T220000Z',
  },
  BYDAY: { values: new RegExp(`^${countedDay}(,${countedDay})*$`), inWords: 'days like MO,WE or 1TU or -1FR' },
  BYMONTHDAY: { values: numbers('[1-9]|[12]\\d|3[01]'), inWords: 'days of the month, 1 to 31 or -1 to -31' },
  BYYEARDAY: { values: numbers(upTo366), inWords: 'days of the year, 1 to 366 or -1 to -366' },
  BYWEEKNO: { values: numbers('[1-9]|[1-4]\\d|5[0-3]'), inWords: 'weeks of the year, 1 to 53 or -1 to -53' },
  BYMONTH: { values: numbers('0?[1-9]|1[0-2]', ''), inWords: 'months, 1 to 12' },
  BYSETPOS: { values: numbers(upTo366), inWords: 'positions, 1 to 366 or -1 to -366' },
  WKST: { values: new RegExp(`^${day}$`), inWords: 'a day of the week like MO' },
}
