export { default as Random } from '../random.tsx'
export { default as Verify } from '../verify.tsx'
