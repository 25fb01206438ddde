export { default as Dollars } from '../dollars.tsx'
export { default as Counts } from '../counts.tsx'
