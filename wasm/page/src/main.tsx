// Starts the library in its worker first, since it takes longest, then draws the page.

import './theme.ts'
import { client } from './client.ts'
import { render } from 'preact'
import { App } from './app.tsx'

client().catch(() => { /* the first calculation says why */ })
render(<App />, document.getElementById('app')!)

if (location.protocol.startsWith('http') && 'serviceWorker' in navigator) {
  // After the first result: what it keeps for offline use is not to stand in its way.
  addEventListener('load', () => setTimeout(() => void navigator.serviceWorker.register('sw.js').catch(() => {}), 2000))
}
