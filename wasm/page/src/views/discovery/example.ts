/** A discovery sample of 50 claims, made up: $12,500.00 paid, $1,265.90 overpaid and $37.01 underpaid. */
const PAID = `
226.26 320.84 290.27 118.01 127.35 182.38 174.24 310.44 442.98 188.10
103.00 133.94 339.09 288.73 163.05 370.48 180.24 258.36 692.43 156.02
332.89 372.95 200.20 144.73 493.77 461.12 433.42 316.10 255.87 420.74
198.79 119.17 193.00 172.87 123.61 134.15 410.52 192.46 87.08 184.87
168.84 308.42 122.99 207.05 285.91 328.05 232.40 98.95 198.23 234.64
`
const WRONG: Record<string, string> = {
  'C-1112': '84.97,complete,coding,Level 4 billed, level 3 documented',
  'C-1334': '146.72,complete,coding,Level 5 billed, level 4 documented',
  'C-1519': ',missing,documentation,Record not found',
  'C-1630': '0.00,complete,medical_necessity,Test not ordered by a physician',
  'C-1852': '79.60,insufficient,documentation,No signature of the treating provider',
  'C-2074': '269.27,complete,coding,Modifier 25 not supported',
  'C-2333': '0.00,complete,other,Paid twice',
  'C-2518': '345.43,complete,coding,Lower code billed than documented',
  'C-2629': '142.96,complete,coding,Units counted twice',
}

export const EXAMPLE = 'Claim,Paid,Correct,Documentation,Category,Reason\n' + PAID.trim().split(/\s/).map((paid, i) => {
  const id = `C-${1001 + 37 * i}`
  return `${id},${paid},${WRONG[id] ?? `${paid},complete,,`}\n`
}).join('')
