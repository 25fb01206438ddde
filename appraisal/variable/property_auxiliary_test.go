package variable

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
)

// auxiliary generates samples of pairs in strata whose x are above zero and not all equal, each with its known total.
func auxiliary(most int) *rapid.Generator[Auxiliary] {
	return rapid.Custom(func(t *rapid.T) Auxiliary {
		a := Auxiliary{Options: Options{Levels: decs("0.9")},
			DegreesOfFreedom: rapid.SampledFrom([]DegreesOfFreedom{NormalDegrees, StrataDegrees,
				SatterthwaiteDegrees}).Draw(t, "df")}
		for range rapid.IntRange(1, most).Draw(t, "strata") {
			y := cents(3).Draw(t, "y")
			s := PairStratum{Universe: int64(len(y)) + rapid.Int64Range(1, 100_000).Draw(t, "not sampled"), Pairs: Pairs{Y: y}}
			for i := range y {
				s.X = append(s.X, decimal.New(rapid.Int64Range(1, 10_000_000).Draw(t, "x")+int64(i), -2))
			}
			s.X[0] = s.X[1].Add(dec("0.01"))
			total := decimal.New(rapid.Int64Range(1, 1_000_000_000_000).Draw(t, "total"), -2)
			s.TotalX = &total
			a.Strata = append(a.Strata, s)
		}
		return a
	})
}

// mustEstimate appraises one of the estimators and returns it without its warnings.
func mustEstimate(t interface{ Fatal(...any) }, appraise func() (AuxiliaryResult, error)) AuxiliaryResult {
	r, err := appraise()
	if err != nil {
		t.Fatal(err)
	}
	r.Warnings = nil
	return r
}

// TestSeparateIsCombinedForOneStratum: of a single stratum both are the same, digit for digit.
func TestSeparateIsCombinedForOneStratum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := auxiliary(1).Draw(t, "sample")
		sampleX := rapid.Bool().Draw(t, "sample's x")
		for _, pair := range [][2]AuxiliaryResult{
			{mustEstimate(t, Ratio{Auxiliary: a, SampleX: sampleX}.Appraise), mustEstimate(t, Ratio{Auxiliary: a,
				SampleX: sampleX, Combination: Separate}.Appraise)},
			{mustEstimate(t, Regression{Auxiliary: a}.Appraise), mustEstimate(t, Regression{Auxiliary: a,
				Combination: Separate}.Appraise)},
		} {
			pair[1].Combination = Combined
			if diff := cmp.Diff(pair[0], pair[1]); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}

// TestSlopeOneIsDifference: a regression with the slope 1 fixed beforehand is the difference estimator, one with 0 the
// stratified appraisal of y, limits included; a fixed slope is the same combined and separate.
func TestSlopeOneIsDifference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := auxiliary(3).Draw(t, "sample")
		difference := mustEstimate(t, DifferenceEstimator{a}.Appraise)
		for _, c := range []Combination{Combined, Separate} {
			one := mustEstimate(t, Regression{Auxiliary: a, Slope: pointer("1"), Combination: c}.Appraise)
			if encode(t, one.Estimate) != encode(t, difference.Estimate) {
				t.Fatalf("%+v, %+v", one, difference)
			}
		}
		zero := mustEstimate(t, Regression{Auxiliary: a, Slope: pointer("0")}.Appraise)
		d := Stratified{DegreesOfFreedom: a.DegreesOfFreedom, Options: a.Options}
		for _, s := range a.Strata {
			d.Strata = append(d.Strata, Stratum{Universe: s.Universe, Sample: Sample{Difference: s.Y}})
		}
		want := mustStratified(t, d)
		want.Warnings = nil
		if encode(t, zero.Estimate) != encode(t, want.Estimate) || !zero.EstimatedY.Equal(want.PointEstimate) {
			t.Fatalf("%+v, %+v", zero, want)
		}
	})
}

// TestRatioToOnes: with an x of 1 for every unit, whose total is the universe, the ratio estimate is the stratified
// appraisal, for one stratum the unrestricted one.
func TestRatioToOnes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := auxiliary(3).Draw(t, "sample")
		d := Stratified{DegreesOfFreedom: a.DegreesOfFreedom, Options: a.Options}
		for h := range a.Strata {
			s := &a.Strata[h]
			for i := range s.X {
				s.X[i] = decimal.NewFromInt(1)
			}
			universe := decimal.NewFromInt(s.Universe)
			s.TotalX = &universe
			d.Strata = append(d.Strata, Stratum{Universe: s.Universe, Sample: Sample{Difference: s.Y}})
		}
		want := mustStratified(t, d)
		want.Warnings = nil
		for _, sampleX := range []bool{false, true} {
			if got := mustEstimate(t, Ratio{Auxiliary: a, Combination: Separate, SampleX: sampleX}.Appraise); encode(t,
				got.Estimate) != encode(t, want.Estimate) {
				t.Fatalf("%+v, %+v", got, want)
			}
			// Combined, the mean of all strata is taken out of each: the total is the same, and so is the variance within
			// strata.
			if got := mustEstimate(t, Ratio{Auxiliary: a, SampleX: sampleX}.Appraise); encode(t, got.Estimate) != encode(t,
				want.Estimate) {
				t.Fatalf("%+v, %+v", got, want)
			}
		}
	})
}

// TestAuxiliaryOrderSumsAndScale: the order of pairs and of strata does not matter, merged sums are the same as values, y
// or x in other units of money change figures by powers of ten only, and y shifted along x moves the total along with the
// known total.
func TestAuxiliaryOrderSumsAndScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := auxiliary(3).Draw(t, "sample")
		c := rapid.SampledFrom([]Combination{Combined, Separate}).Draw(t, "combination")
		estimators := func(a Auxiliary) []func() (AuxiliaryResult, error) {
			return []func() (AuxiliaryResult, error){Ratio{Auxiliary: a, Combination: c, SampleX: true}.Appraise,
				Ratio{Auxiliary: a, Combination: c}.Appraise,
				Regression{Auxiliary: a, Combination: c}.Appraise, DifferenceEstimator{a}.Appraise}
		}
		changed := func(change func(*PairStratum)) Auxiliary {
			b := a
			b.Strata = nil
			for _, s := range a.Strata {
				s.Y, s.X = append([]decimal.Decimal(nil), s.Y...), append([]decimal.Decimal(nil), s.X...)
				change(&s)
				b.Strata = append(b.Strata, s)
			}
			return b
		}
		permuted := changed(func(s *PairStratum) {
			order := rapid.Permutation(indices(len(s.Y))).Draw(t, "order")
			y, x := s.Y, s.X
			s.Y, s.X = nil, nil
			for _, i := range order {
				s.Y, s.X = append(s.Y, y[i]), append(s.X, x[i])
			}
		})
		permuted.Strata = rapid.Permutation(permuted.Strata).Draw(t, "order of strata")
		summed := changed(func(s *PairStratum) {
			cut := rapid.IntRange(0, len(s.Y)).Draw(t, "cut")
			var left, right appraisal.PairSums
			if left.AddAll(s.Y[cut:], s.X[cut:]) != nil || right.AddAll(s.Y[:cut], s.X[:cut]) != nil {
				t.Fatal("sums")
			}
			left.Merge(right)
			s.Y, s.X, s.PairSums = nil, nil, &left
		})
		power := rapid.Int32Range(-4, 4).Draw(t, "power")
		scaled := changed(func(s *PairStratum) {
			for i := range s.Y {
				s.Y[i], s.X[i] = s.Y[i].Shift(power), s.X[i].Shift(power)
			}
			total := s.TotalX.Shift(power)
			s.TotalX = &total
		})
		slid := changed(func(s *PairStratum) { // y + 3x
			for i := range s.Y {
				s.Y[i] = s.Y[i].Add(s.X[i].Mul(dec("3")))
			}
		})
		for k, appraise := range estimators(a) {
			want := mustEstimate(t, appraise)
			if got := mustEstimate(t, estimators(permuted)[k]); encode(t, got.Estimate) != encode(t, want.Estimate) {
				t.Fatalf("%d permuted: %+v, %+v", k, got, want)
			}
			if got := mustEstimate(t, estimators(summed)[k]); encode(t, got) != encode(t, want) {
				t.Fatalf("%d of sums: %+v, %+v", k, got, want)
			}
			got := mustEstimate(t, estimators(scaled)[k])
			if !got.PointEstimate.Equal(want.PointEstimate.Shift(power)) ||
				!got.StandardError.Equal(want.StandardError.Shift(power)) {
				t.Fatalf("%d scaled by 10^%d: %s, %s, before %s, %s", k, power, got.PointEstimate, got.StandardError,
					want.PointEstimate, want.StandardError)
			}
			if k == 3 {
				continue // the difference estimator has its slope fixed: what is added along x has not
			}
			if got := mustEstimate(t, estimators(slid)[k]); !got.StandardError.Equal(want.StandardError) {
				t.Fatalf("%d with y + 3x: %s, before %s", k, got.StandardError, want.StandardError)
			}
		}
	})
}

func indices(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

// TestStrataAddUp: the squared standard errors of the strata are that of the total, and their totals, where they are
// stated, add up.
func TestStrataAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := auxiliary(4).Draw(t, "sample")
		for _, appraise := range []func() (AuxiliaryResult, error){Ratio{Auxiliary: a, SampleX: true}.Appraise,
			Ratio{Auxiliary: a, Combination: Separate}.Appraise,
			Regression{Auxiliary: a}.Appraise, Regression{Auxiliary: a, Combination: Separate}.Appraise,
			DifferenceEstimator{a}.Appraise} {
			r := mustEstimate(t, appraise)
			squares, points := exact.Int(0), exact.Int(0)
			for _, s := range r.Strata {
				e := exact.Rat(s.StandardError)
				squares.Add(squares, e.Mul(e, e))
				points.Add(points, exact.Rat(*s.PointEstimate))
			}
			e, p := exact.Rat(r.StandardError), exact.Rat(r.PointEstimate)
			squares.Sub(squares, e.Mul(e, e))
			points.Sub(points, p)
			// Each stated figure is rounded to 20 digits of its own size.
			largest := exact.Int(1)
			for _, s := range r.Strata {
				v := exact.Rat(*s.PointEstimate)
				if v.Abs(v); v.Cmp(largest) > 0 {
					largest = v
				}
			}
			if squares.Abs(squares).Cmp(e.Mul(e, exact.Rat(decimal.New(1, -18)))) > 0 ||
				points.Abs(points).Cmp(largest.Mul(largest, exact.Rat(decimal.New(1, -18)))) > 0 {
				t.Fatalf("%+v", r)
			}
		}
	})
}
