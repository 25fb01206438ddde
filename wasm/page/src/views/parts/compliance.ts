export { default as Reportable } from '../reportable.tsx'
export { default as Training } from '../training.tsx'
