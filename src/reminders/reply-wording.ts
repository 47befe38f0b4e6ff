import type { Words } from '../knowledge/language.ts'

/** What who asked for reminders is told when nothing gets to that conversation any more. */
export function endedText(reason: string): Words {
  return {
    en: `Your reminders in another conversation have ended, because nothing gets there any more: ${reason}.`,
    fr: `Vos rappels dans une autre conversation ont pris fin, car plus rien n’y parvient : ${reason}.`,
    es: `Sus recordatorios en otra conversación han terminado, porque ya no llega nada allí: ${reason}.`,
  }
}
