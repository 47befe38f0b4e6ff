import { type Component, textProperty } from './icalendar-text.ts'

/** What has a calendar tell of a meeting so long before it begins; `trigger` is a negative duration of RFC 5545. */
export function alarmComponent(trigger: string, title: string): Component {
  return [
    'valarm',
    [['action', {}, 'text', 'DISPLAY'], ['trigger', {}, 'duration', trigger], textProperty('description', title)],
    [],
  ]
}
