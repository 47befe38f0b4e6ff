/** A page of the playground: its content, style and script are the files of its name in the folder of its name. */
export type Page = { readonly path: string; readonly name: string; readonly title: string }

/** The whole HTML of a page: what all pages share, around its own content. Texts are English until its script runs. */
export function pageHtml(page: Page, content: string, all: readonly Page[]): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${page.title} – Focal Point</title>
    <link rel="icon" href="/playground/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/playground/style.css" />
    <link rel="stylesheet" href="/playground/${page.name}/${page.name}.css" />
    <script src="/playground/shell.js" type="module"></script>
    <script src="/playground/${page.name}/${page.name}.js" type="module"></script>
  </head>
  <body>
    <a class="skip" href="#main" data-word="skip">Skip to the content</a>
    <header class="top">
      <a class="brand" href="/"><img src="/playground/icon.svg" alt="" width="28" height="28" />Focal Point</a>
      <nav aria-label="Pages" data-label="pages">
        <ul>
          ${all.map((other) => link(other, page)).join('\n          ')}
        </ul>
      </nav>
      <label class="unseen" for="page-language" data-word="pageLanguage">Language of this page</label>
      <select id="page-language">
        <option value="en" lang="en">English</option>
        <option value="fr" lang="fr">Français</option>
        <option value="es" lang="es">Español</option>
      </select>
    </header>
    <main id="main" tabindex="-1" data-page="${page.name}">
${content.trimEnd()}
      <noscript><p class="note">This page needs JavaScript.</p></noscript>
    </main>
    <footer class="bottom">
      <a href="/calendar.ics" data-word="calendar">All meetings as a calendar</a>
    </footer>
  </body>
</html>
`
}

function link({ path, name, title }: Page, current: Page): string {
  const mark = name === current.name ? ' aria-current="page"' : ''
  return `<li><a href="${path}"${mark} data-word="page-${name}">${title}</a></li>`
}
