package main

import (
	"math"
	"slices"
)

// universe is the number of claims of every population of the study.
const universe = 10_000

// population is a finite population of paid claims, from the smallest payment up. Amounts are in cents.
type population struct {
	paid, overpaid           []int64
	totalPaid, totalOverpaid int64
}

// kind is a family of populations, one for each error rate.
type kind struct {
	name, title, text string
	// payment is the payment in dollars of the claim at the quantile p of 0 to 1.
	payment func(p float64) float64
	// share is the part of the payment of the j-th claim in error that was overpaid; nil for all of it.
	share func(j int) float64
}

// kinds are the populations a reviewer meets. Nothing in them is random: payments are quantiles of a distribution, and the
// claims in error are spread evenly over them, so that neither luck nor a seed decides whether the largest claim is one.
var kinds = []kind{
	{"equal", "One fee", "every claim paid $100.00, wholly overpaid or not",
		func(float64) float64 { return 100 }, nil},
	{"partial", "Partial errors", "lognormal payments, σ = 1; 10–60 % of a payment overpaid",
		lognormal(100, 1), func(j int) float64 { return 0.1 + float64(0.5*fraction(float64(float64(j+1)*math.Phi))) }},
	{"whole", "All or nothing", "lognormal payments, σ = 1; wholly overpaid or not",
		lognormal(100, 1), nil},
	{"skewed", "Heavy tail", "lognormal payments, σ = 2; wholly overpaid or not",
		lognormal(100, 2), nil},
	{"rare", "Rare big claims", "1 % of the claims some 50 times as large; wholly overpaid or not",
		func(p float64) float64 {
			const small = 0.99
			if p < small {
				return lognormal(100, 0.5)(p / small)
			}
			return lognormal(5000, 0.5)((p - small) / (1 - small))
		}, nil},
}

// lognormal is the quantile function of a lognormal distribution.
func lognormal(median, sigma float64) func(float64) float64 {
	return func(p float64) float64 {
		z := float64(math.Sqrt2 * math.Erfinv(float64(2*p)-1))
		return float64(median * math.Exp(float64(sigma*z)))
	}
}

func fraction(x float64) float64 { return x - math.Floor(x) }

// newPopulation builds the population of a kind with an error rate in percent. Claim i of N is in error where the whole part
// of i K/N + 1/2 rises, K of them in all.
func newPopulation(k kind, rate int) *population {
	const size = universe
	inError := size * rate / 100
	p := new(population)
	for i := range size {
		p.paid = append(p.paid, cents(k.payment((float64(i)+0.5)/float64(size))))
	}
	slices.Sort(p.paid)
	found := 0
	for i, paid := range p.paid {
		over := int64(0)
		if until := (2*(i+1)*inError + size) / (2 * size); until > found {
			over = paid
			if k.share != nil {
				over = int64(math.Round(float64(k.share(found) * float64(paid))))
			}
			found = until
		}
		p.overpaid = append(p.overpaid, over)
		p.totalPaid += paid
		p.totalOverpaid += over
	}
	return p
}

func cents(dollars float64) int64 { return int64(math.Round(float64(dollars * 100))) }
