package variable

import (
	"fmt"
	"math/big"
	"math/bits"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/prooftest"
)

// claim is a claim of a small population: what was paid and what of it was too much.
type claim struct{ paid, over string }

// split puts the claims of a set into the sample and the others into the rest.
func split(population []claim, set uint) MinimumSum {
	var m MinimumSum
	for i, c := range population {
		if set>>i&1 == 1 {
			m.Examined = append(m.Examined, dec(c.paid))
			m.Difference = append(m.Difference, dec(c.over))
		} else {
			m.Unsampled = append(m.Unsampled, dec(c.paid))
		}
	}
	return m
}

// TestMinimumSumCoverage lists all samples of every size from populations with whole and partial overpayments, underpayments, ties
// and payments of zero. For every share c and level at least the share Level of the samples have a lower limit that the true
// total overpayment reaches, and the lower limit of the number of claims in error is reached by the true number as often.
func TestMinimumSumCoverage(t *testing.T) {
	proof := prooftest.Count(t, "appraisal/variable")
	levels := decs("0.05", "0.5", "0.8", "0.9", "0.95")
	for name, population := range map[string][]claim{
		"all or nothing": {{"100", "100"}, {"100", "0"}, {"80", "80"}, {"80", "80"}, {"60", "0"}, {"500", "500"}, {"20", "0"},
			{"20", "20"}},
		"all":  {{"10", "10"}, {"20", "20"}, {"30", "30"}, {"40", "40"}, {"50", "50"}, {"60", "60"}, {"70", "70"}},
		"none": {{"10", "0"}, {"20", "0"}, {"30", "-5"}, {"40", "0"}, {"50", "0"}, {"60", "0"}},
		"partial": {{"100", "50"}, {"100", "25"}, {"80", "79.99"}, {"60", "60"}, {"60", "-30"}, {"40", "10"}, {"0", "0"},
			{"12.50", "6.25"}},
		"large correct":  {{"9000", "0"}, {"8000", "0"}, {"1", "1"}, {"1", "1"}, {"1", "0.5"}, {"2", "2"}, {"3", "0"}, {"0", "0"}},
		"large in error": {{"9000", "9000"}, {"8000", "4000"}, {"1", "0"}, {"1", "0"}, {"1", "0"}, {"1", "0"}, {"2", "0"}, {"3", "0"}},
	} {
		for _, c := range []string{"1", "0.5", "0.25", "0.01"} {
			proof.Population()
			proof.Samples += 1<<len(population) - 1
			t.Run(name+" "+c, func(t *testing.T) { coverage(t, population, dec(c), levels) })
		}
	}
}

func coverage(t *testing.T, population []claim, c decimal.Decimal, levels []decimal.Decimal) {
	truth, inError := new(big.Rat), int64(0)
	for _, p := range population {
		paid, over := exact.Rat(dec(p.paid)), exact.Rat(dec(p.over))
		if over.Sign() > 0 {
			truth.Add(truth, over)
			if over.Cmp(paid.Mul(paid, exact.Rat(c))) >= 0 {
				inError++
			}
		}
	}
	samples := make([]int64, len(population)+1)
	type key struct{ n, level int }
	totals, counts := map[key]int64{}, map[key]int64{}
	for set := uint(1); set < 1<<len(population); set++ {
		m := split(population, set)
		m.ErrorShare, m.OneSidedLevels = c, levels
		r, err := m.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		n := bits.OnesCount(set)
		samples[n]++
		for l, limit := range r.Limits {
			if exact.Rat(limit.LowerLimit).Cmp(truth) <= 0 {
				totals[key{n, l}]++
			}
			if limit.CountLimit <= inError {
				counts[key{n, l}]++
			}
		}
		if r.SampleSize == r.Universe && exact.Rat(r.Limits[0].LowerLimit).Cmp(truth) != 0 {
			t.Errorf("everything was examined: %s", r.Limits[0].LowerLimit)
		}
	}
	for n := 1; n <= len(population); n++ {
		for l, level := range levels {
			for what, covered := range map[string]int64{"total": totals[key{n, l}], "count": counts[key{n, l}]} {
				if big.NewRat(covered, samples[n]).Cmp(exact.Rat(level)) < 0 {
					t.Errorf("n=%d level %s: the limit of the %s holds in %d of %d samples", n, level, what, covered, samples[n])
				}
			}
		}
	}
}

// TestMinimumSumTie: of 20 claims one was drawn and is in error. With one or two in error that has a probability of 1/20 or 1/10;
// at the level 0.9 two is a tie, which RAT-STATS' limits exclude and the paper's do not.
func TestMinimumSumTie(t *testing.T) {
	m := MinimumSum{Sample: Sample{Examined: decs("100"), Difference: decs("100")}}
	m.OneSidedLevels = decs("0.9", "0.8999", "0.9001", "0.05")
	for i := range 19 {
		m.Unsampled = append(m.Unsampled, dec(fmt.Sprint(10+i)))
	}
	r, err := m.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		count int64
		limit string
	}{{2, "110"}, {3, "121"}, {2, "110"}, {19, "433"}} { // 100 + 10, + 11, ... ; 0.05: P(X >= 1 | 19) = 0.95
		if l := r.Limits[i]; l.CountLimit != want.count || exact.String(l.LowerLimit) != want.limit {
			t.Errorf("%+v, want %v", l, want)
		}
	}
}
