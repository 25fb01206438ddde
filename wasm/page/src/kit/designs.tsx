// A view with several calculators, one for each design: a list of links, and the one that the route names.

import { type ComponentType } from 'preact'

export interface Design { id: string; title: string; /** Gets what follows its id in the route: a design may have designs itself. */ view: ComponentType<{ path: string[] }> }

export function Designs({ view, label, designs, path }: { view: string; label: string; designs: readonly Design[]; path: string[] }) {
  const chosen = designs.find(d => d.id === path[0]) ?? designs[0]!
  const View = chosen.view
  return <>
    {designs.length > 1 && <nav class="designs no-print" aria-label={label}><ul>{designs.map(d =>
      <li key={d.id}><a href={`#/${view}/${d.id}`} aria-current={d === chosen ? 'page' : undefined}>{d.title}</a></li>)}</ul></nav>}
    <View key={chosen.id} path={path.slice(1)} />
  </>
}
