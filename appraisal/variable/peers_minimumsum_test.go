package variable

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// TestMinimumSumOfR compares with R 4.2.2: L is the smallest K with phyper(x-1, K, N-K, n, lower.tail = FALSE) >= 1-level, the limit
//
//	sum(p[1:n][inError]) + sum(sort(p[(n+1):N])[seq_len(L-x)])
//
// for payments p[i] = (i*7919) %% 1003 + 1 in whole dollars, the first n of which are taken for the sample; every m-th of these is
// completely in error, the others are correct.
func TestMinimumSumOfR(t *testing.T) {
	for _, c := range []struct {
		universe, sample, every int
		level                   string
		inError, count          int64
		limit                   string
	}{
		{1000, 30, 2, "0.95", 15, 341, "63531"},
		{1000, 30, 3, "0.9", 10, 220, "27926"},
		{6194, 200, 7, "0.9", 28, 678, "49289"},
		{10000, 100, 10, "0.9", 10, 633, "27428"},
		{400, 100, 9, "0.95", 11, 28, "4328"},
		{50, 20, 4, "0.8", 5, 9, "3034"},
		{2000, 50, 51, "0.9", 0, 0, "0"},
	} {
		m := MinimumSum{OneSidedLevels: decs(c.level)}
		for i := 1; i <= c.universe; i++ {
			paid := decimal.NewFromInt(int64(i*7919%1003 + 1))
			switch {
			case i > c.sample:
				m.Unsampled = append(m.Unsampled, paid)
				continue
			case i%c.every == 0:
				m.Audited = append(m.Audited, decimal.Decimal{})
			default:
				m.Audited = append(m.Audited, paid)
			}
			m.Examined = append(m.Examined, paid)
		}
		r, err := m.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		if l := r.Limits[0]; r.InError != c.inError || l.CountLimit != c.count || exact.String(l.LowerLimit) != c.limit {
			t.Errorf("%+v: %d in error, %+v", c, r.InError, l)
		}
	}
}
