// Starts the part of the library that the first view needs, since it takes longest, then draws the page.

import './theme.ts'
import { warm } from './client.ts'
import { render } from 'preact'
import { App } from './app.tsx'
// Every view is made of it: so it comes with the page, not after the view has asked for it.
import './kit/index.ts'
import { parse } from './router.ts'
import { HOME, views } from './views/index.ts'

const first = views.find(v => v.id === (parse(location.hash).view || HOME))
if (first?.warm) warm(first.warm)
render(<App />, document.getElementById('app')!)

if (location.protocol.startsWith('http') && 'serviceWorker' in navigator) {
  // After the first result: what it keeps for offline use is not to stand in its way.
  addEventListener('load', () => setTimeout(() => void navigator.serviceWorker.register('sw.js').catch(() => {}), 2000))
}
