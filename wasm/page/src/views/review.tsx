import { Designs } from '../kit/index.ts'
import { type ViewProps } from './index.ts'
import ReplayReview from './review/replay.tsx'
import Review from './review/review.tsx'
import VerifyReview from './review/verify.tsx'

export default function ClaimsReview({ path }: ViewProps) {
  return <Designs view="review" label="Claims review" path={path} designs={[
    { id: '', title: 'Review', view: Review },
    { id: 'verify', title: 'Verify a reported review', view: VerifyReview },
    { id: 'replay', title: 'Replay a saved review', view: ReplayReview },
  ]} />
}
