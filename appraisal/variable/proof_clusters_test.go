package variable

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/design/designtest"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/prooftest"
)

// The designs are proved in internal/design, in exact rationals. Here, for every sample of small populations, the appraisal
// states the rounded figures of the formulas as the manual prints them, written down once more.

// moments are the mean of values and the sum of their squared deviations from it.
func moments(values []decimal.Decimal) (mean, squares *big.Rat) {
	mean, squares = new(big.Rat), new(big.Rat)
	for _, v := range values {
		mean.Add(mean, exact.Rat(v))
	}
	mean.Quo(mean, exact.Int(int64(len(values))))
	for _, v := range values {
		d := new(big.Rat).Sub(exact.Rat(v), mean)
		squares.Add(squares, d.Mul(d, d))
	}
	return mean, squares
}

func at(values []decimal.Decimal, places []int) []decimal.Decimal {
	var list []decimal.Decimal
	for _, p := range places {
		list = append(list, values[p])
	}
	return list
}

var proofPopulations = [][2][]decimal.Decimal{
	{decs("0", "0", "12.50", "12.50", "100"), decs("7", "7", "0", "3")},
	{decs("-10", "25.01", "-10", "0"), decs("-1", "-2", "3.5", "8", "0")},
	{decs("4", "4", "4", "4"), decs("0", "0", "0", "1000000", "0.01")},
}

// TestClustersStateTheProof: Companion Manual 3-81.
func TestClustersStateTheProof(t *testing.T) {
	proof := prooftest.Count(t, "appraisal/variable")
	for _, p := range proofPopulations {
		for n1 := 2; n1 <= len(p[0]); n1++ {
			for n2 := 2; n2 <= len(p[1]); n2++ {
				proof.Population()
				for _, a := range designtest.Subsets(len(p[0]), n1) {
					for _, b := range designtest.Subsets(len(p[1]), n2) {
						proof.Sample()
						var d StratifiedCluster
						total, variance := new(big.Rat), new(big.Rat)
						for h, places := range [][]int{a, b} {
							N, n := int64(len(p[h])), int64(len(places))
							s := ClusterStratum{Universe: N}
							for _, v := range at(p[h], places) {
								s.Clusters = append(s.Clusters, Cluster{Items: n, Value: v})
							}
							d.Strata = append(d.Strata, s)
							mean, squares := moments(at(p[h], places))
							total.Add(total, mean.Mul(mean, exact.Int(N)))
							variance.Add(variance, squares.Mul(squares, big.NewRat(N*(N-n), n*(n-1))))
						}
						states(t, must(t, d).Estimate, design.Part{Total: total, Variance: variance})
					}
				}
			}
		}
	}
}

// TestPostStratificationStatesTheProof: Companion Manual 3-97, and no variance for a stratum that was drawn completely.
func TestPostStratificationStatesTheProof(t *testing.T) {
	proof := prooftest.Count(t, "appraisal/variable")
	for _, p := range proofPopulations {
		N1 := len(p[0])
		N := N1 + len(p[1])
		all := append(append([]decimal.Decimal(nil), p[0]...), p[1]...)
		for n := 4; n <= N; n++ {
			proof.Population()
			for _, sample := range designtest.Subsets(N, n) {
				var parts [2][]decimal.Decimal
				for _, place := range sample {
					h := 0
					if place >= N1 {
						h = 1
					}
					parts[h] = append(parts[h], all[place])
				}
				if len(parts[0]) < 2 || len(parts[1]) < 2 {
					continue
				}
				proof.Sample()
				var d PostStratified
				total, variance := new(big.Rat), new(big.Rat)
				for h, values := range parts {
					Ni, ni := int64(len(p[h])), int64(len(values))
					d.Strata = append(d.Strata, Stratum{Universe: Ni, Sample: Sample{Difference: values}})
					mean, squares := moments(values)
					total.Add(total, mean.Mul(mean, exact.Int(Ni)))
					if ni == Ni {
						continue
					}
					squares.Quo(squares, exact.Int(ni-1))
					weight := big.NewRat(int64(N-n)*Ni, int64(n))
					weight.Add(weight, big.NewRat(int64(N)*(int64(N)-Ni), int64(n*n)))
					variance.Add(variance, squares.Mul(squares, weight))
				}
				states(t, must(t, d).Estimate, design.Part{Total: total, Variance: variance})
			}
		}
	}
}

// TestUnknownUniverseStatesTheProof: Companion Manual 3-105.
func TestUnknownUniverseStatesTheProof(t *testing.T) {
	proof := prooftest.Count(t, "appraisal/variable")
	square := func(r *big.Rat) *big.Rat { return new(big.Rat).Mul(r, r) }
	for _, p := range []struct {
		counts, amounts []decimal.Decimal
		n1, n2          int
	}{
		{decs("1", "2", "2", "0", "3"), decs("0", "0", "5", "5", "12.5", "0", "100", "1"), 3, 3},
		{decs("2", "1", "1", "3"), decs("-10", "4", "0", "-2.5", "7", "7", "0.01"), 2, 2},
		{decs("4", "1", "1"), decs("-3", "3", "1", "-1", "0", "1"), 3, 3},
	} {
		proof.Population()
		for _, a := range designtest.Subsets(len(p.counts), p.n1) {
			for _, b := range designtest.Subsets(len(p.amounts), p.n2) {
				proof.Sample()
				counts, amounts := at(p.counts, a), at(p.amounts, b)
				N1, n1, n2 := int64(len(p.counts)), int64(p.n1), int64(p.n2)
				x1, s1 := moments(counts)
				x2, s2 := moments(amounts)
				items := new(big.Rat).Mul(x1, exact.Int(N1))
				se1 := s1.Mul(s1, big.NewRat(N1*(N1-n1), n1*(n1-1))) // squared
				se2 := new(big.Rat).Quo(exact.Int(n2), items)
				se2.Sub(exact.Int(1), se2).Mul(se2, s2).Mul(se2, big.NewRat(1, n2*(n2-1)))
				variance := new(big.Rat).Mul(square(x2), se1)
				variance.Add(variance, new(big.Rat).Mul(square(items), se2))
				variance.Sub(variance, new(big.Rat).Mul(se1, se2))
				r := must(t, UnknownUniverse{Universe: N1, Counts: Measured{Values: counts},
					Amounts: Measured{Values: amounts}})
				states(t, r.Estimate, design.Part{Total: new(big.Rat).Mul(items, x2), Variance: variance})
				if !r.EstimatedUniverse.Equal(exact.Round(items)) ||
					!r.EstimatedUniverseStandardError.Equal(exact.Sqrt(se1)) ||
					!r.MeanStandardError.Equal(exact.Sqrt(se2)) {
					t.Fatalf("%+v", r)
				}
			}
		}
	}
}
