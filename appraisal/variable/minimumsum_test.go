package variable

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
)

func TestMinimumSumRefuses(t *testing.T) {
	good := func(change func(*MinimumSum)) MinimumSum {
		m := MinimumSum{Sample: Sample{Examined: decs("10", "20"), Audited: decs("10", "0")}, Unsampled: decs("5", "6")}
		change(&m)
		return m
	}
	sums := appraisal.Sums{}
	for _, c := range []struct {
		change func(*MinimumSum)
		want   error
		text   string
	}{
		{func(m *MinimumSum) { m.Sample = Sample{} }, ErrSample, "two kinds"},
		{func(m *MinimumSum) { m.Audited = nil }, ErrSample, "two kinds"},
		{func(m *MinimumSum) { m.Difference = decs("0", "20") }, ErrSample, "two kinds"},
		{func(m *MinimumSum) { m.DifferenceSums = &sums }, ErrSample, "no sums"},
		{func(m *MinimumSum) { m.Audited = decs("1") }, ErrSample, "2 and 1"},
		{func(m *MinimumSum) { m.Examined, m.Audited = []decimal.Decimal{}, []decimal.Decimal{} }, ErrSample, "no items"},
		{func(m *MinimumSum) { m.Examined = decs("10", "-20") }, ErrSample, "item 2: a payment of -20"},
		{func(m *MinimumSum) { m.Audited = decs("-1", "0") }, ErrSample, "item 1: an audited amount of -1"},
		{func(m *MinimumSum) { m.Audited = decs("1e400", "0") }, ErrSample, "item 1"},
		{func(m *MinimumSum) { m.Unsampled = decs("5", "-0.01") }, ErrUniverse, "payment 2 of those not drawn is -0.01"},
		{func(m *MinimumSum) { m.Unsampled = decs("1e400") }, ErrUniverse, "payment 1"},
		{func(m *MinimumSum) { m.ErrorShare = dec("1.01") }, ErrShare, "1.01"},
		{func(m *MinimumSum) { m.ErrorShare = dec("-0.5") }, ErrShare, "-0.5"},
		{func(m *MinimumSum) { m.ErrorShare = dec("1e-400") }, ErrShare, ""},
		{func(m *MinimumSum) { m.OneSidedLevels = decs("1") }, appraisal.ErrLevel, "1"},
		{func(m *MinimumSum) { m.OneSidedLevels = decs("0.9", "0.9") }, appraisal.ErrLevel, "twice"},
		{func(m *MinimumSum) { m.OneSidedLevels = decs("0." + strings.Repeat("9", 31)) }, appraisal.ErrLevel, "tail"},
	} {
		m := good(c.change)
		if _, err := m.Appraise(); !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.text) {
			t.Errorf("%+v: %v", m, err)
		}
	}
}

// TestMinimumSumByHand: 3 of 5 claims were overpaid, one of them by a tenth only, one was underpaid; of 8 claims the limit of
// level 0.5 has 2, 3 or 4 in error.
func TestMinimumSumByHand(t *testing.T) {
	m := MinimumSum{
		Sample:         Sample{Examined: decs("100", "50", "40", "30", "20"), Audited: decs("90", "0", "20", "35", "20")},
		Unsampled:      decs("70", "12.50", "8"),
		OneSidedLevels: decs("0.5"),
	}
	for _, c := range []struct {
		share, overpayment, inErrorSum, smallest, limit string
		inError, count                                  int64
	}{
		// P(X >= 1 | 1) = 5/8: 1 in error and no more needed. c = 1/2: P(X >= 2 | 2) = 10/28, P(X >= 2 | 3) = 40/56.
		{"0", "80", "50", "0", "80", 1, 1},
		{"1", "80", "50", "0", "80", 1, 1},
		{"0.5", "80", "70", "8", "84", 2, 3},
		// P(X >= 3 | 3) = 10/56, P(X >= 3 | 4) = 28/56, the tail itself.
		{"0.1", "80", "80", "8", "80.8", 3, 4},
	} {
		m.ErrorShare = dec(c.share)
		r, err := m.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		l := r.Limits[0]
		got := fmt.Sprint(exact.String(r.Overpayment), exact.String(r.OverpaymentInError), exact.String(l.SmallestPayments),
			exact.String(l.LowerLimit), r.InError, l.CountLimit)
		if r.Universe != 8 || r.SampleSize != 5 {
			t.Errorf("%d of %d claims", r.SampleSize, r.Universe)
		}
		if want := fmt.Sprint(c.overpayment, c.inErrorSum, c.smallest, c.limit, c.inError, c.count); got != want {
			t.Errorf("share %s: %s, want %s", c.share, got, want)
		}
		codes := ""
		for _, w := range r.Warnings {
			codes += w.Code + " "
		}
		want := "underpayments partial_overpayments "
		if c.share == "0.1" {
			want = "underpayments "
		}
		if codes != want {
			t.Errorf("share %s: %s", c.share, codes)
		}
		roundTrip(t, r)
	}
	roundTrip(t, m)
	m.OneSidedLevels = nil
	if r, err := m.Appraise(); err != nil || len(r.Limits) != 1 || exact.String(r.Limits[0].Level) != "0.9" {
		t.Errorf("%+v, %v", r, err)
	}
}

// BenchmarkMinimumSum takes 400 claims drawn from a million.
func BenchmarkMinimumSum(b *testing.B) {
	m := MinimumSum{Sample: Sample{Examined: make([]decimal.Decimal, 400), Audited: make([]decimal.Decimal, 400)}}
	for i := range m.Examined {
		m.Examined[i] = decimal.New(int64(i*7919%100_003), -2)
		if i%3 > 0 {
			m.Audited[i] = m.Examined[i]
		}
	}
	for i := range int64(999_600) {
		m.Unsampled = append(m.Unsampled, decimal.New(i*7919%1_000_003, -2))
	}
	for b.Loop() {
		if _, err := m.Appraise(); err != nil {
			b.Fatal(err)
		}
	}
}
