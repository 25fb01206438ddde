export { default as Discovery } from '../discovery.tsx'
export { default as ClaimsReview } from '../review.tsx'
