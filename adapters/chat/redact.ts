import { cutText } from './cut-text.ts'

/** Enough to see what was asked. */
const longest = 300

const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,253}/gu
const address = /https?:\/\/\S{1,2000}/gi
/** Telephone, passport and file numbers: six digits and more, however they are grouped. */
const number = /(?<![\p{L}\p{N}])\+?\p{N}(?:[ ./()-]{0,2}\p{N}){5,30}/gu
const mention = /(?<![\p{L}\p{N}])@[\p{L}\p{N}._-]{1,80}/gu

/** A question as it may be kept: without addresses, long numbers and mentions, by which people could be told. */
export function redact(question: string): string {
  const without = question
    .replace(address, '[link]')
    .replace(email, '[email]')
    .replace(mention, '[name]')
    .replace(number, '[number]')
  return cutText(without.replace(/\s+/g, ' ').trim(), longest)
}
