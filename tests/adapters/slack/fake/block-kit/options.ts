import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { anyText, linkUrl, plainText, words } from './texts.ts'

/** Asks before an action is sent. */
export const confirmDialog = z.strictObject({
  title: plainText(100).optional(),
  text: anyText(300),
  confirm: plainText(30).optional(),
  deny: plainText(30).optional(),
  style: z.enum(['primary', 'danger']).optional(),
})

const option = <Text extends z.ZodType>(text: Text) =>
  z.strictObject({ text, value: words(150), description: plainText(75).optional() })

/** An option of a menu. */
export const menuOption = option(plainText(75))

/** An option of check boxes and radio buttons, which may be marked up. */
export const markedOption = option(anyText(75))

/** An option of an overflow menu, which may lead somewhere. */
export const overflowOption = menuOption.extend({ url: linkUrl.optional() })

const optionGroup = z.strictObject({ label: plainText(75), options: z.array(menuOption).min(1).max(100) })

/** Where a menu takes its options from; exactly one of both. */
export const menuOptions = {
  options: z.array(menuOption).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
}

type WithOptions = {
  options?: unknown[] | undefined
  option_groups?: { options: unknown[] }[] | undefined
  initial_option?: unknown
  initial_options?: unknown[] | undefined
}

/** A menu has either `options` or `option_groups`. */
export function hasOneKindOfOptions({ value, issues }: z.core.ParsePayload<WithOptions>): void {
  if ((value.options === undefined) === (value.option_groups === undefined)) {
    issues.push({ code: 'custom', input: value, message: 'needs either options or option_groups' })
  }
}

/** What is chosen at first must be among the options, exactly as written there. */
export function choosesFromOptions({ value, issues }: z.core.ParsePayload<WithOptions>): void {
  const all = [...(value.options ?? []), ...(value.option_groups ?? []).flatMap(({ options }) => options)]
  const chosen = value.initial_options ?? (value.initial_option === undefined ? [] : [value.initial_option])
  if (!chosen.every((one) => all.some((other) => isDeepStrictEqual(one, other)))) {
    issues.push({ code: 'custom', input: value, message: 'the initial option is not among the options' })
  }
}
