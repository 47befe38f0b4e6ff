/** Whether the reader prefers dark colours. */
export function isDark() {
  return matchMedia('(prefers-color-scheme: dark)').matches
}
