// Light or dark: what the system says, or what was chosen here.

export type Theme = 'system' | 'light' | 'dark'
const KEY = 'iromath theme'

export function theme(): Theme {
  try {
    const t = localStorage.getItem(KEY)
    return t === 'light' || t === 'dark' ? t : 'system'
  } catch {
    return 'system'
  }
}

export function setTheme(t: Theme): void {
  show(t)
  try {
    if (t === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, t)
  } catch { /* no storage: the choice lasts as long as the page */ }
}

function show(t: Theme): void {
  if (t === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = t
}

show(theme())
