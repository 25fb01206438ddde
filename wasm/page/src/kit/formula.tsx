// Formulas, written on one line and drawn as MathML: bar{x}_h = frac{1}{n_h} sum x_hi. Letters are variables; longer words and what
// stands in quotation marks are text; bar, hat, sqrt and frac take groups in braces, _ and ^ the next part.

import { h, type ComponentChild } from 'preact'
import { Scroll } from './parts.tsx'

const SIGNS: Record<string, string> = { '-': '−', '*': '⋅', '<=': '≤', '>=': '≥', sum: '∑', '+-': '±' }
const GREEK: Record<string, string> = { alpha: 'α' }

/** A formula within a sentence. */
export const Inline = ({ of }: { of: string }) => <math>{read(of)}</math>

/** Formulas below each other, with labels where they have any. */
export function Formula({ lines }: { lines: readonly (readonly [label: string, notation: string])[] }) {
  const labelled = lines.some(([label]) => label)
  return <Scroll label="Formula"><math display="block"><mtable displaystyle={true}>
    {lines.map(([label, notation]) => <mtr key={label}>{labelled && <mtd><mtext>{label}</mtext></mtd>}<mtd>{read(notation)}</mtd></mtr>)}
  </mtable></math></Scroll>
}

function read(notation: string): ComponentChild[] {
  const tokens = notation.match(/"[^"]*"|<=|>=|\+-|\d+(?:\.\d+)?|[A-Za-z]+|\S/g) ?? []
  let at = 0
  const group = (): ComponentChild => {
    if (tokens[at] !== '{') return part()
    at++
    const inner = all('}')
    at++
    return h('mrow', null, inner)
  }
  const part = (): ComponentChild => {
    const t = tokens[at++] ?? ''
    if (t === 'sqrt') return h('msqrt', null, group())
    if (t === 'frac') return h('mfrac', null, group(), group())
    if (t === 'bar' || t === 'hat') return h('mover', null, group(), h('mo', null, t === 'bar' ? '¯' : '^'))
    // Parentheses are one part, so that they grow with what is in them and a power belongs to all of it.
    if (t === '(') {
      const inner = all(')')
      at++
      return h('mrow', null, h('mo', null, '('), inner, h('mo', null, ')'))
    }
    if (t.startsWith('"')) return h('mtext', null, t.slice(1, -1))
    if (/^\d/.test(t)) return h('mn', null, t)
    if (SIGNS[t]) return h('mo', null, SIGNS[t])
    if (GREEK[t]) return h('mi', null, GREEK[t])
    // An index such as hi is two variables.
    if (/^[A-Za-z]{1,2}$/.test(t)) return t.length === 1 ? h('mi', null, t) : h('mrow', null, [...t].map(c => h('mi', null, c)))
    return /^[A-Za-z]/.test(t) ? h('mtext', null, t) : h('mo', null, t)
  }
  const all = (end: string): ComponentChild[] => {
    const out: ComponentChild[] = []
    while (at < tokens.length && tokens[at] !== end) {
      const base = part()
      let below: ComponentChild, above: ComponentChild
      for (; tokens[at] === '_' || tokens[at] === '^'; ) {
        if (tokens[at++] === '_') below = group()
        else above = group()
      }
      out.push(below && above ? h('msubsup', null, base, below, above) : below ? h('msub', null, base, below) : above ? h('msup', null, base, above) : base)
    }
    return out
  }
  return all('')
}
