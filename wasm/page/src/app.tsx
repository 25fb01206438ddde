// The shell: brand, views, light or dark, and the view that the route names.

import { type ComponentType } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { navigated, useRoute } from './router.ts'
import { setTheme, theme, type Theme } from './theme.ts'
import { HOME, views, type ViewProps } from './views/index.ts'

export function App() {
  const route = useRoute()
  const view = views.find(v => v.id === (route.view || HOME))
  const [Loaded, setLoaded] = useState<{ id: string; Component: ComponentType<ViewProps> }>()
  const [trouble, setTrouble] = useState(false)
  const [menu, setMenu] = useState(false)
  const h1 = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    document.title = `${view?.title ?? 'Not found'} – iromath`
    setMenu(false)
    setTrouble(false)
    let live = true
    view?.load().then(Component => { if (live) setLoaded({ id: view.id, Component }) }, () => { if (live) setTrouble(true) })
    // Whoever went here by a link hears where they are; whoever opened the page starts at its top.
    if (navigated()) {
      h1.current?.focus({ preventScroll: true })
      scrollTo(0, 0)
    }
    return () => { live = false }
  }, [view])

  return <>
    <a class="skip no-print" href="#main" onClick={e => { e.preventDefault(); h1.current?.focus() }}>Skip to the content</a>
    <header class="bar no-print">
      <a class="brand" href={`#/${HOME}`}><Mark />iromath <span>claims-review mathematics</span></a>
      <ThemeSwitch />
      <button type="button" class="menu" aria-expanded={menu} aria-controls="views" onClick={() => setMenu(!menu)}>
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 4h12M2 8h12M2 12h12" /></svg>Views</button>
    </header>
    <div class="frame">
      <nav id="views" class={'views no-print' + (menu ? ' open' : '')} aria-label="Views">
        <ul>{views.map(v => <li key={v.id} class={v.id === 'all' ? 'apart' : ''}>
          <a href={`#/${v.id}`} aria-current={v === view ? 'page' : undefined} onClick={() => setMenu(false)}>{v.title}</a></li>)}</ul>
        <p class="assurance">Nothing you enter leaves this browser.</p>
      </nav>
      <main id="main">
        <div class="view-head">
          <h1 ref={h1} tabIndex={-1}>{view?.title ?? 'There is no such view'}</h1>
          {view && <p class="about no-print">{view.about}</p>}
        </div>
        {!view && <p>Choose one of the list of views.</p>}
        {trouble && <p class="error" role="alert">The view could not be loaded. Reload the page when there is a connection.</p>}
        {view && Loaded?.id === view.id && <Loaded.Component path={route.path} key={view.id} />}
      </main>
    </div>
    <footer class="foot no-print"><p>iromath {VERSION}. Not legal advice, not a government program, not endorsed by OIG. <a href="#/about">About and privacy</a></p></footer>
  </>
}

function Mark() {
  return <svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path d="M3 12h18M3 8v8M21 8v8" /><circle cx="11" cy="12" r="3.5" /></svg>
}

const NAMES: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' }

function ThemeSwitch() {
  const [is, set] = useState(theme())
  return <label class="theme"><span>Colours</span>
    <select value={is} onChange={e => { const t = e.currentTarget.value as Theme; setTheme(t); set(t) }}>
      {(Object.keys(NAMES) as Theme[]).map(t => <option key={t} value={t}>{NAMES[t]}</option>)}
    </select>
  </label>
}
