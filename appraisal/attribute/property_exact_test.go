package attribute

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/exact"
)

// drawUnrestricted draws a universe, small or large, with a sample from it.
func drawUnrestricted(t *rapid.T) Unrestricted {
	most := rapid.SampledFrom([]int64{8, 60, 2000, 1_000_000, MaxExactUniverse}).Draw(t, "most")
	N := rapid.Int64Range(1, most).Draw(t, "universe")
	n := rapid.Int64Range(1, min(N, 400)).Draw(t, "sample")
	x := rapid.Int64Range(0, n).Draw(t, "count")
	return Unrestricted{Universe: N, Sample: Sample{n, x}, Options: Options{OneSidedLevels: decs("0.1", "0.5", "0.8", "0.9", "0.975")}}
}

func mustCount(t rapid.TB, u Unrestricted) UnrestrictedResult {
	t.Helper()
	r, err := u.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestPropertySymmetry: what holds for items with the characteristic holds for those without, the other way round:
// k1(N,n,x) = N - k2(N,n,n-x).
func TestPropertySymmetry(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := drawUnrestricted(t)
		mirror := u
		mirror.Count = u.SampleSize - u.Count
		r, m := mustCount(t, u), mustCount(t, mirror)
		for l, i := range append(r.Intervals, r.OneSided...) {
			j := append(m.Intervals, m.OneSided...)[l]
			if i.LowerLimit != u.Universe-j.UpperLimit || i.UpperLimit != u.Universe-j.LowerLimit {
				t.Fatalf("%+v, %+v", i, j)
			}
		}
		if r.StandardError != nil && !r.StandardError.Equal(*m.StandardError) {
			t.Fatalf("standard errors %s, %s", r.StandardError, m.StandardError)
		}
		if sum := exact.Rat(r.PointEstimate.Add(m.PointEstimate)); exact.String(exact.RoundTo(sum, 15)) != exact.String(exact.RoundTo(exact.Int(u.Universe), 15)) {
			t.Fatalf("point estimates %s, %s", r.PointEstimate, m.PointEstimate)
		}
	})
}

// TestPropertyLimits: limits lie within what the sample leaves possible, around the point estimate, and within those of every
// higher level; they rise with the number found.
func TestPropertyLimits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := drawUnrestricted(t)
		r := mustCount(t, u)
		estimate := exact.Rat(r.PointEstimate)
		below, above := exact.Int(u.Count), exact.Int(u.Universe-u.SampleSize+u.Count)
		last := CountInterval{LowerLimit: u.Universe}
		for l, i := range r.Intervals {
			low, up := exact.Int(i.LowerLimit), exact.Int(i.UpperLimit)
			if low.Cmp(below) < 0 || up.Cmp(above) > 0 {
				t.Fatalf("level %s: %d to %d", i.Level, i.LowerLimit, i.UpperLimit)
			}
			if low.Sub(low, estimate).Cmp(exact.Int(1)) >= 0 || estimate.Cmp(up.Add(up, exact.Int(1))) >= 0 {
				t.Fatalf("level %s: %d to %d around %s", i.Level, i.LowerLimit, i.UpperLimit, r.PointEstimate)
			}
			if l > 0 && (i.LowerLimit > last.LowerLimit || i.UpperLimit < last.UpperLimit) {
				t.Fatalf("%+v does not hold %+v", i, last)
			}
			last = i
		}
		// A two-sided interval is a pair of one-sided limits: 0.95 and 0.975.
		if one := r.OneSided[4]; one.LowerLimit != last.LowerLimit || one.UpperLimit != last.UpperLimit {
			t.Fatalf("%+v, %+v", one, last)
		}
		if u.Count < u.SampleSize {
			u.Count++
			for l, i := range mustCount(t, u).OneSided {
				if before := r.OneSided[l]; i.LowerLimit < before.LowerLimit || i.UpperLimit < before.UpperLimit {
					t.Fatalf("%d found: %+v, one less: %+v", u.Count, i, before)
				}
			}
		}
	})
}

// TestPropertyCensus: nothing is uncertain where every item was examined.
func TestPropertyCensus(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		N := rapid.Int64Range(1, 3000).Draw(t, "universe")
		x := rapid.Int64Range(0, N).Draw(t, "count")
		r := mustCount(t, Unrestricted{Universe: N, Sample: Sample{N, x}})
		if !r.StandardError.IsZero() || !r.PointEstimate.Equal(exact.Round(exact.Int(x))) || r.Warnings != nil {
			t.Fatalf("%+v", r)
		}
		for _, i := range r.Intervals {
			if i.LowerLimit != x || i.UpperLimit != x {
				t.Fatalf("%+v", i)
			}
		}
	})
}

// TestPropertyOneSided: RAT-STATS' one-sided interval is the one-sided limit of the same level.
func TestPropertyOneSided(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := drawUnrestricted(t)
		u.Count = rapid.SampledFrom([]int64{0, u.SampleSize}).Draw(t, "end")
		u.OneSided, u.OneSidedLevels = true, decs("0.8", "0.9", "0.95")
		r := mustCount(t, u)
		for l, i := range r.Intervals {
			o := r.OneSided[l]
			if u.Count == 0 && (r.Side != UpperSide || i.LowerLimit != 0 || i.UpperLimit != o.UpperLimit) ||
				u.Count > 0 && (r.Side != LowerSide || i.UpperLimit != u.Universe || i.LowerLimit != o.LowerLimit) {
				t.Fatalf("%s: %+v, %+v", r.Side, i, o)
			}
		}
	})
}

// TestPropertyBinomial: limits mirror each other, enclose the share found and each other, and are what those of a universe tend to.
func TestPropertyBinomial(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(1, 200).Draw(t, "sample")
		b := Binomial{Sample: Sample{n, rapid.Int64Range(0, n).Draw(t, "count")}}
		r, err := b.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		b.Count = n - b.Count
		mirror, err := b.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		u := mustCount(t, Unrestricted{Universe: MaxExactUniverse, Sample: r.Sample})
		near := decimaltest.Dec("0.000001")
		for l, i := range r.Intervals {
			if sum := i.LowerLimit.Add(mirror.Intervals[l].UpperLimit).Sub(certain); sum.Abs().Cmp(decimaltest.Dec("1e-19")) > 0 {
				t.Fatalf("%+v, %+v", i, mirror.Intervals[l])
			}
			if i.LowerLimit.Cmp(r.PointEstimate) > 0 || i.UpperLimit.Cmp(r.PointEstimate) < 0 {
				t.Fatalf("%+v around %s", i, r.PointEstimate)
			}
			if l > 0 && (i.LowerLimit.Cmp(r.Intervals[l-1].LowerLimit) > 0 || i.UpperLimit.Cmp(r.Intervals[l-1].UpperLimit) < 0) {
				t.Fatalf("%+v does not hold %+v", i, r.Intervals[l-1])
			}
			finite := u.Intervals[l]
			if finite.LowerProportion.Sub(i.LowerLimit).Abs().Cmp(near) > 0 || finite.UpperProportion.Sub(i.UpperLimit).Abs().Cmp(near) > 0 {
				t.Fatalf("%+v, in a large universe %+v", i, finite)
			}
		}
	})
}
