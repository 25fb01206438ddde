// Package variable holds the appraisals of dollars: what a sample of amounts says about the total of the universe. One
// type a design, each with one method Appraise.
//
// Figures follow RAT-STATS' "Variable Appraisals". Examined, audited and difference values are its words: what was paid,
// what should have been paid, and examined minus audited, so that an overpayment is a positive difference.
package variable
