import { Designs } from '../kit/index.ts'
import { drawing } from './draw/drawing.tsx'
import { single, second, stratified, systematic, tickets } from './draw/numbers.tsx'
import { frames, framesOfTwo, pps, rhc, sets } from './draw/units.tsx'
import { type ViewProps } from './index.ts'

const designs = [single, sets, frames, framesOfTwo, systematic, stratified, pps, rhc, tickets, second].map(d => ({ id: d.id, title: d.title, view: drawing(d) }))

export default function Random({ path }: ViewProps) {
  return <Designs view="random" label="Design of the sample" path={path} designs={designs} />
}
