import { Designs } from '../kit/index.ts'
import { single, second, systematic, tickets } from './draw/numbers.tsx'
import Patterns from './draw/patterns.tsx'
import SeedSearch from './draw/seeds.tsx'
import { frames, framesOfTwo, pps, rhc, sets } from './draw/units.tsx'
import VerifyStratified from './draw/verify-stratified.tsx'
import { verifying } from './draw/verifying.tsx'
import { type ViewProps } from './index.ts'

const of = (d: typeof single) => ({ id: d.id, title: d.title, view: verifying(d) })
const designs = [
  of(single), { id: 'seeds', title: 'Seed search', view: SeedSearch }, of(sets), of(frames), of(framesOfTwo), of(systematic),
  { id: 'stratified', title: 'Stratified', view: VerifyStratified }, of(pps), of(rhc), of(tickets), of(second), { id: 'patterns', title: 'Patterns', view: Patterns },
]

export default function Verify({ path }: ViewProps) {
  return <Designs view="verify" label="What is verified" path={path} designs={designs} />
}
