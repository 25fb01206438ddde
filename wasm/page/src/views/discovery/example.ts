/** A discovery sample of 50 claims, made up: $12,500.00 paid, $1,265.90 overpaid and $37.01 underpaid. */
export const EXAMPLE = `Claim,Paid,Correct,Documentation,Category,Reason
C-1001,226.26,226.26,complete,,
C-1038,320.84,320.84,complete,,
C-1075,290.27,290.27,complete,,
C-1112,118.01,84.97,complete,coding,Level 4 billed, level 3 documented
C-1149,127.35,127.35,complete,,
C-1186,182.38,182.38,complete,,
C-1223,174.24,174.24,complete,,
C-1260,310.44,310.44,complete,,
C-1297,442.98,442.98,complete,,
C-1334,188.10,146.72,complete,coding,Level 5 billed, level 4 documented
C-1371,103.00,103.00,complete,,
C-1408,133.94,133.94,complete,,
C-1445,339.09,339.09,complete,,
C-1482,288.73,288.73,complete,,
C-1519,163.05,,missing,documentation,Record not found
C-1556,370.48,370.48,complete,,
C-1593,180.24,180.24,complete,,
C-1630,258.36,0.00,complete,medical_necessity,Test not ordered by a physician
C-1667,692.43,692.43,complete,,
C-1704,156.02,156.02,complete,,
C-1741,332.89,332.89,complete,,
C-1778,372.95,372.95,complete,,
C-1815,200.20,200.20,complete,,
C-1852,144.73,79.60,insufficient,documentation,No signature of the treating provider
C-1889,493.77,493.77,complete,,
C-1926,461.12,461.12,complete,,
C-1963,433.42,433.42,complete,,
C-2000,316.10,316.10,complete,,
C-2037,255.87,255.87,complete,,
C-2074,420.74,269.27,complete,coding,Modifier 25 not supported
C-2111,198.79,198.79,complete,,
C-2148,119.17,119.17,complete,,
C-2185,193.00,193.00,complete,,
C-2222,172.87,172.87,complete,,
C-2259,123.61,123.61,complete,,
C-2296,134.15,134.15,complete,,
C-2333,410.52,0.00,complete,other,Paid twice
C-2370,192.46,192.46,complete,,
C-2407,87.08,87.08,complete,,
C-2444,184.87,184.87,complete,,
C-2481,168.84,168.84,complete,,
C-2518,308.42,345.43,complete,coding,Lower code billed than documented
C-2555,122.99,122.99,complete,,
C-2592,207.05,207.05,complete,,
C-2629,285.91,142.96,complete,coding,Units counted twice
C-2666,328.05,328.05,complete,,
C-2703,232.40,232.40,complete,,
C-2740,98.95,98.95,complete,,
C-2777,198.23,198.23,complete,,
C-2814,234.64,234.64,complete,,
`
