export { default as All } from '../all.tsx'
export { default as About } from '../about.tsx'
