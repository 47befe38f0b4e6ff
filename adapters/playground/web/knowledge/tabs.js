import { byId } from '../element.js'

const tabs = [...byId('tabs', HTMLElement).querySelectorAll('button')]

/** Shows one view at a time. Arrow keys go from tab to tab.
 * @param {(panel: string) => void} onShown */
export function startTabs(onShown) {
  for (const [i, tab] of tabs.entries()) {
    tab.addEventListener('click', () => showTab(panelOf(tab), onShown))
    tab.addEventListener('keydown', ({ key }) => {
      const to = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: -1 }[key]
      if (to === undefined) return
      const next = tabs.at(to % tabs.length)
      next?.focus()
      next?.click()
    })
  }
  showTab('entries', onShown)
}

/** @param {string} panel
 * @param {(panel: string) => void} [onShown] */
export function showTab(panel, onShown) {
  for (const tab of tabs) {
    const isChosen = panelOf(tab) === panel
    tab.setAttribute('aria-selected', String(isChosen))
    tab.tabIndex = isChosen ? 0 : -1
    byId(panelOf(tab), HTMLElement).hidden = !isChosen
  }
  onShown?.(panel)
}

/** @param {HTMLElement} tab */
function panelOf(tab) {
  return tab.getAttribute('aria-controls') ?? ''
}
