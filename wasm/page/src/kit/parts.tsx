// Small parts that stand everywhere: a disclosure that prints open, a scrolling region, a button that says it is done.

import { type ComponentChildren } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'

/** A heading that opens what is below it. What is closed is hidden on the screen only: paper shows it. */
export function Disclosure({ title, children, open = false, class: name = '', onOpen, screenOnly }: {
  title: string; children: ComponentChildren; open?: boolean; class?: string; onOpen?: () => void; screenOnly?: boolean
}) {
  const [is, set] = useState(open)
  const id = useId()
  useEffect(() => { if (open) set(true) }, [open])
  useEffect(() => { if (is) onOpen?.() }, [is])
  return <div class={`disclosure ${name} ${screenOnly ? 'no-print' : ''}`}>
    <button type="button" class="disclose" aria-expanded={is} aria-controls={id} onClick={() => set(!is)}>
      <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M4 2l4 4-4 4" /></svg>{title}
    </button>
    <h3 class="print-only">{title}</h3>
    <div id={id} class={is ? 'disclosed' : 'disclosed closed'}>{children}</div>
  </div>
}

/** A region that scrolls sideways; where it does, the keyboard can reach it. */
export function Scroll({ label, children }: { label: string; children: ComponentChildren }) {
  const ref = useRef<HTMLDivElement>(null)
  const [overflows, set] = useState(false)
  useLayoutEffect(() => {
    const el = ref.current!
    const look = () => set(el.scrollWidth > el.clientWidth + 1 || el.scrollHeight > el.clientHeight + 1)
    look()
    const observer = new ResizeObserver(look)
    observer.observe(el)
    for (const child of el.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])
  return <div ref={ref} class="scroll" {...(overflows ? { tabIndex: 0, role: 'region', 'aria-label': label } : {})}>{children}</div>
}

/** A button whose words say for a moment that it is done. */
export function DoneButton({ children, done, onClick, class: name }: { children: ComponentChildren; done: string; onClick: () => unknown; class?: string }) {
  const [said, say] = useState('')
  const timer = useRef(0)
  useEffect(() => () => clearTimeout(timer.current), [])
  const click = async () => {
    let text = done
    try {
      await onClick()
    } catch (e) {
      text = e instanceof Error ? e.message : String(e)
    }
    say(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => say(''), 2500) as unknown as number
  }
  return <>
    <button type="button" class={name} onClick={click}>{children}</button>
    <span class="said" role="status">{said}</span>
  </>
}
