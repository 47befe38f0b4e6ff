import { byId, element } from '../element.js'
import { fetchJson, Refusal } from '../fetch-json.js'
import { addWords, word } from '../words.js'
import { browseEntries, openEntry } from './browse-entries.js'
import { showCoverage } from './coverage.js'
import { showDialogues } from './dialogue-years.js'
import { examine, showInstall } from './install.js'
import { installWords } from './install-words.js'
import { locale } from './knowledge-texts.js'
import { knowledgeWords } from './knowledge-words.js'
import { showMonth } from './month-grid.js'
import { showProcesses } from './process-table.js'
import { showTab, startTabs } from './tabs.js'
import { showTimeline } from './timeline.js'

/** @typedef {import('./knowledge-texts.js').KnowledgeView} KnowledgeView */

addWords(knowledgeWords)
addWords(installWords)

/** @type {KnowledgeView | undefined} */
let view
let hasExamined = false

startTabs((panel) => {
  if (panel !== 'install' || hasExamined) return
  hasExamined = true
  examine()
})
document.addEventListener('languagechosen', show)
addEventListener('hashchange', openLinked)
await load()
openLinked()
const changes = new EventSource('/api/knowledge/changes')
changes.addEventListener('knowledge', load)
// What changed while the service could not be reached was not told.
changes.addEventListener('open', load)

/** Shows the knowledge as it is now; filters and what is open stay, and so does the place on the page. */
async function load() {
  try {
    /** @type {KnowledgeView} */
    const read = await fetchJson('/api/knowledge')
    const isSame = view?.readAt === read.readAt && view.problems.join() === read.problems.join()
    view = read
    if (!isSame) show()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    byId('state', HTMLElement).textContent = word('failed', { reason: error.message })
  }
}

function show() {
  if (!view) return
  const { scrollX, scrollY } = window
  const focused = document.activeElement?.closest('details[id]')?.id
  showProblems(view.problems)
  const time = new Date(view.readAt).toLocaleString(locale(), {
    dateStyle: 'long',
    timeStyle: 'short',
  })
  byId('state', HTMLElement).textContent = word('state', { count: view.entries.length, time })
  for (const part of [browseEntries, showProcesses, showMonth, showTimeline, showDialogues, showCoverage, showInstall])
    part(view)
  if (focused) document.getElementById(focused)?.querySelector('summary')?.focus({ preventScroll: true })
  window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' })
}

/** @param {readonly string[]} problems */
function showProblems(problems) {
  const lines = problems.map((problem) => element('li', {}, element('code', {}, problem)))
  const banner = element(
    'div',
    { class: 'error stack' },
    element('strong', {}, word('problems')),
    element('ul', {}, ...lines),
  )
  byId('problems', HTMLElement).replaceChildren(...(problems.length > 0 ? [banner] : []))
}

/** `#bali-process` opens that entry. */
function openLinked() {
  const id = decodeURIComponent(location.hash.slice(1))
  if (!id || !view?.entries.some((entry) => entry.id === id)) return
  showTab('entries')
  openEntry(id)
}
