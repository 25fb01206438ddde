//go:build peers

package errorrate

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/peerstest"
)

// TestLiveRate compares error rates with fractions of Python: sums, rate and threshold test are equal. Some thresholds are met
// exactly.
func TestLiveRate(t *testing.T) {
	r, cases := peerstest.Inputs(t)
	lines, results := make([]string, 2*cases), make([]Result, 2*cases)
	for i := range lines {
		percent, all := 1+r.Int64N(99), r.IntN(4) == 0 // every claim is overpaid by the threshold
		s := Sample{Threshold: decimal.New(percent, -2), Netting: []Netting{Netted, NotNetted}[r.IntN(2)]}
		var list []string
		for k := range 1 + r.IntN(120) {
			cents := 1 + r.Int64N(int64(100)<<(3*r.IntN(6)))
			correct, c := cents, Claim{ID: fmt.Sprint(k), Documentation: Complete}
			switch choice := r.IntN(8); {
			case all:
				cents *= 100
				correct = cents - cents/100*percent
			case choice == 0:
				correct = r.Int64N(cents + 1)
			case choice == 1:
				correct += r.Int64N(cents/2 + 1)
			case choice == 2:
				c.Documentation = Missing
			}
			text := ""
			if c.Documentation != Missing {
				amount := decimal.New(correct, -2)
				c.Correct, text = &amount, amount.String()
			}
			c.Paid = decimal.New(cents, -2)
			s.Claims = append(s.Claims, c)
			list = append(list, fmt.Sprintf(`("%s", "%s")`, c.Paid, text))
		}
		var err error
		if results[i], err = s.Rate(); err != nil {
			t.Fatal(err)
		}
		lines[i] = fmt.Sprintf(`error_rate([%s], "%s", "%s" == "netted")`, strings.Join(list, ", "), s.Threshold, s.Netting)
	}
	for i, answer := range peerstest.Python(t).Ask(t, lines, "../appraisal/variable/testdata/live", "testdata/live") {
		g := results[i]
		for k, got := range []decimal.Decimal{g.Paid, g.Overpaid, g.Underpaid, g.NetOverpayment, g.ErrorRate} {
			if want := decimal.RequireFromString(answer[k]); !got.Equal(want) {
				t.Errorf("%s: figure %d is %s, want %s", lines[i], k+1, got, want)
			}
		}
		if fmt.Sprint(g.ThresholdMet) != answer[5] {
			t.Errorf("%s: the threshold is met: %t", lines[i], g.ThresholdMet)
		}
	}
}
