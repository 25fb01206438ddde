package variable

import (
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/exact"
)

// drawClusters generates strata of clusters.
func drawClusters(t *rapid.T) StratifiedCluster {
	var d StratifiedCluster
	for range rapid.IntRange(1, 4).Draw(t, "strata") {
		var s ClusterStratum
		for _, v := range cents(2).Draw(t, "values") {
			s.Clusters = append(s.Clusters, Cluster{Items: rapid.Int64Range(0, 50).Draw(t, "items"), Value: v})
		}
		s.Universe = drawUniverse(t, len(s.Clusters))
		d.Strata = append(d.Strata, s)
	}
	return d
}

// values of the clusters of a stratum.
func (s ClusterStratum) values() []decimal.Decimal {
	var list []decimal.Decimal
	for _, c := range s.Clusters {
		list = append(list, c.Value)
	}
	return list
}

// scaled fails unless b states the figures of a times a power of ten.
func scaled(t *rapid.T, a, b appraisal.Estimate, power int32) {
	t.Helper()
	moved := a
	moved.PointEstimate, moved.StandardError = a.PointEstimate.Shift(power), a.StandardError.Shift(power)
	sameFigures(t, "scaled", moved, b)
	for i, in := range a.Intervals {
		if !in.LowerLimit.Shift(power).Equal(b.Intervals[i].LowerLimit) ||
			!in.PrecisionPercent.Equal(b.Intervals[i].PrecisionPercent) {
			t.Fatalf("scaled: %+v, %+v", in, b.Intervals[i])
		}
	}
}

// nested fails unless limits of a higher level lie outside of those of a lower one.
func nested(t *rapid.T, e appraisal.Estimate) {
	t.Helper()
	for i := 1; i < len(e.Intervals); i++ {
		in, out := e.Intervals[i-1], e.Intervals[i]
		if in.LowerLimit.Cmp(out.LowerLimit) < 0 || in.UpperLimit.Cmp(out.UpperLimit) > 0 ||
			in.LowerLimit.Cmp(e.PointEstimate) > 0 ||
			in.UpperLimit.Cmp(e.PointEstimate) < 0 {
			t.Fatalf("%+v, %+v", in, out)
		}
	}
}

// TestClusterProperties: one stratum is an unrestricted sample of cluster totals; the items of clusters do not matter, nor
// does the order of clusters and strata; sums stand for clusters; what is added to every cluster moves the total only;
// dollars scale; strata of which every cluster was sampled have no error.
func TestClusterProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawClusters(t)
		r := must(t, d)
		nested(t, r.Estimate)
		for i, s := range d.Strata {
			u := mustAppraise(t, Unrestricted{Universe: s.Universe, Sample: Sample{Difference: s.values()}})
			sameFigures(t, "stratum", r.Strata[i].Estimate, u.Estimate)
			one := d
			one.Strata = []ClusterStratum{s}
			sameFigures(t, "one stratum", must(t, one).Estimate, u.Estimate)
		}
		var multistage StratifiedMultistage
		other, census, sums, shuffled := d, d, d, d
		other.Strata, census.Strata, sums.Strata = nil, nil, nil
		shuffled.Strata = rapid.Permutation(d.Strata).Draw(t, "strata")
		total, moved := new(big.Rat), new(big.Rat)
		shift := decimal.New(rapid.Int64Range(-10_000, 10_000).Draw(t, "shift"), -2)
		shifted := d
		shifted.Strata = nil
		for i, s := range d.Strata {
			o := s
			o.Clusters = nil
			up := o
			for _, c := range s.Clusters {
				total.Add(total, exact.Rat(c.Value))
				up.Clusters = append(up.Clusters, Cluster{Items: c.Items, Value: c.Value.Add(shift)})
				c.Items = 1
				o.Clusters = append(o.Clusters, c)
			}
			o.Clusters = rapid.Permutation(o.Clusters).Draw(t, "clusters")
			other.Strata, shifted.Strata = append(other.Strata, o), append(shifted.Strata, up)
			s.Universe = int64(len(s.Clusters))
			census.Strata = append(census.Strata, s)
			part := new(big.Rat).Mul(exact.Rat(shift), exact.Int(d.Strata[i].Universe))
			moved.Add(moved, part)
			sums.Strata = append(sums.Strata, ClusterStratum{Universe: d.Strata[i].Universe, Sums: sumsOf(t, s.values())})
			multistage.Strata = append(multistage.Strata, StratumTotal{PointEstimate: r.Strata[i].PointEstimate,
				StandardError: r.Strata[i].StandardError})
		}
		for what, e := range map[string]appraisal.Estimate{"items of 1, clusters permuted": must(t, other).Estimate,
			"strata permuted": must(t, shuffled).Estimate, "sums": must(t, sums).Estimate} {
			if diff := cmp.Diff(encode(t, r.Intervals), encode(t, e.Intervals)); diff != "" {
				t.Fatalf("%s: %s", what, diff)
			}
			sameFigures(t, what, r.Estimate, e)
		}
		up := must(t, shifted)
		if !up.StandardError.Equal(r.StandardError) {
			t.Fatalf("shifted: %s, %s", up.StandardError, r.StandardError)
		}
		sum := new(big.Rat) // the exact total, since the stated one is rounded
		for i, s := range r.Strata {
			sum.Add(sum, new(big.Rat).Mul(s.Sums.Mean(), exact.Int(d.Strata[i].Universe)))
		}
		if !up.PointEstimate.Equal(exact.Round(sum.Add(sum, moved))) {
			t.Fatalf("shifted: %s, %s", up.PointEstimate, sum)
		}
		all := must(t, census)
		if !all.StandardError.IsZero() || !all.PointEstimate.Equal(exact.Round(total)) {
			t.Fatalf("census: %s with %s, not %s", all.PointEstimate, all.StandardError, total)
		}
		power := rapid.Int32Range(-5, 5).Draw(t, "power")
		for i := range d.Strata {
			d.Strata[i].Clusters = slices.Clone(d.Strata[i].Clusters)
			for k, c := range d.Strata[i].Clusters {
				d.Strata[i].Clusters[k].Value = c.Value.Shift(power)
			}
		}
		scaled(t, r.Estimate, must(t, d).Estimate, power)
		for _, s := range multistage.Strata {
			sameFigures(t, "multistage of one", must(t, StratifiedMultistage{Strata: []StratumTotal{s}}).Estimate,
				appraisal.Estimate{PointEstimate: s.PointEstimate, StandardError: s.StandardError})
		}
		m := must(t, multistage)
		nested(t, m.Estimate)
		multistage.Strata = rapid.Permutation(multistage.Strata).Draw(t, "parts")
		sameFigures(t, "multistage permuted", m.Estimate, must(t, multistage).Estimate)
		for i, s := range multistage.Strata {
			multistage.Strata[i] = StratumTotal{PointEstimate: s.PointEstimate.Shift(power),
				StandardError: s.StandardError.Shift(power)}
		}
		scaled(t, m.Estimate, must(t, multistage).Estimate, power)
	})
}

// TestMultistageOfStrata: strata that were appraised one by one add up to the stratified appraisal, where their figures are
// finite: 3-4-5 triangles of standard errors.
func TestMultistageOfStrata(t *testing.T) {
	r := must(t, StratifiedMultistage{Strata: []StratumTotal{{PointEstimate: dec("100.25"), StandardError: dec("3")},
		{PointEstimate: dec("-0.25"), StandardError: dec("4")}, {PointEstimate: dec("1000"), StandardError: dec("12")}}})
	if got := exact.String(r.PointEstimate) + " " + exact.String(r.StandardError); got != "1100 13" {
		t.Error(got)
	}
}

// drawPost generates a post-stratified sample.
func drawPost(t *rapid.T, strata int) PostStratified {
	var d PostStratified
	for range strata {
		values := cents(2).Draw(t, "values")
		d.Strata = append(d.Strata, Stratum{Universe: drawUniverse(t, len(values)), Sample: Sample{Difference: values}})
	}
	return d
}

// TestPostStratifiedProperties: one stratum is an unrestricted sample; order does not matter; what is added to all items of
// a stratum moves the total only, by different amounts in different strata as well; dollars scale; a census has no error.
func TestPostStratifiedProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		one := drawPost(t, 1)
		u := mustAppraise(t, Unrestricted{Universe: one.Strata[0].Universe, Sample: one.Strata[0].Sample})
		sameFigures(t, "one stratum", u.Estimate, must(t, one).Estimate)

		d := drawPost(t, rapid.IntRange(2, 4).Draw(t, "strata"))
		r := must(t, d)
		nested(t, r.Estimate)
		other, shifted, census, moved := d, d, d, d
		other.Strata, shifted.Strata, census.Strata, moved.Strata = rapid.Permutation(d.Strata).Draw(t,
			"order"), nil, nil, nil
		power := rapid.Int32Range(-5, 5).Draw(t, "power")
		for i, s := range d.Strata {
			if !r.Strata[i].PointEstimate.Equal(mustAppraise(t, Unrestricted{Universe: s.Universe,
				Sample: s.Sample}).PointEstimate) {
				t.Fatalf("stratum %d: %s", i+1, r.Strata[i].PointEstimate)
			}
			shift := decimal.New(rapid.Int64Range(-10_000, 10_000).Draw(t, "shift"), -2)
			up, by := s, s
			up.Difference, by.Difference = nil, nil
			for _, v := range s.Difference {
				up.Difference, by.Difference = append(up.Difference, v.Add(shift)), append(by.Difference, v.Shift(power))
			}
			shifted.Strata, moved.Strata = append(shifted.Strata, up), append(moved.Strata, by)
			s.Universe = int64(len(s.Difference))
			census.Strata = append(census.Strata, s)
		}
		sameFigures(t, "permuted", r.Estimate, must(t, other).Estimate)
		scaled(t, r.Estimate, must(t, moved).Estimate, power)
		if up := must(t, shifted); !up.StandardError.Equal(r.StandardError) {
			t.Fatalf("shifted: %s, %s", up.StandardError, r.StandardError)
		}
		if all := must(t, census); !all.StandardError.IsZero() ||
			!all.PointEstimate.Equal(exact.Round(exact.Rat(all.Total))) {
			t.Fatalf("census: %s with %s", all.PointEstimate, all.StandardError)
		}
	})
}

// TestUnknownUniverseProperties: sums, values and finite figures typed in give the same; dollars scale; and with a census of
// the units that hold the items it is the unrestricted appraisal of the items.
func TestUnknownUniverseProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amounts := cents(2).Draw(t, "amounts")
		counts := rapid.SliceOfN(rapid.Map(rapid.Int64Range(20, 60), decimal.NewFromInt), 2, 20).Draw(t, "counts")
		u := UnknownUniverse{Universe: drawUniverse(t, len(counts)), Counts: Measured{Values: counts},
			Amounts: Measured{Values: amounts}}
		r := must(t, u)
		nested(t, r.Estimate)
		sums := u
		sums.Counts, sums.Amounts = Measured{Sums: sumsOf(t, counts)}, Measured{Sums: sumsOf(t, amounts)}
		if diff := cmp.Diff(encode(t, r), encode(t, must(t, sums))); diff != "" {
			t.Fatal(diff)
		}
		power := rapid.Int32Range(-5, 5).Draw(t, "power")
		moved := u
		moved.Amounts.Values = nil
		for _, v := range amounts {
			moved.Amounts.Values = append(moved.Amounts.Values, v.Shift(power))
		}
		scaled(t, r.Estimate, must(t, moved).Estimate, power)
		u.Universe = int64(len(counts))
		r = must(t, u)
		items := int64(0)
		for _, c := range counts {
			items += c.IntPart()
		}
		sameFigures(t, "census of units", r.Estimate, mustAppraise(t, Unrestricted{Universe: items,
			Sample: Sample{Difference: amounts}}).Estimate)
		if !r.EstimatedUniverse.Equal(decimal.NewFromInt(items)) || !r.EstimatedUniverseStandardError.IsZero() {
			t.Fatalf("%s with %s", r.EstimatedUniverse, r.EstimatedUniverseStandardError)
		}
	})
	typed := must(t, UnknownUniverse{Universe: 6, Counts: Measured{SampleSize: 2, Mean: dec("4"),
		StandardDeviation: dec("0")},
		Amounts: Measured{SampleSize: 3, Mean: dec("2"), StandardDeviation: dec("1")}})
	values := must(t, UnknownUniverse{Universe: 6, Counts: Measured{Values: decs("4", "4")},
		Amounts: Measured{Values: decs("1", "2", "3")}})
	if diff := cmp.Diff(encode(t, typed), encode(t, values)); diff != "" {
		t.Error(diff)
	}
	decimaltest.RoundTrip(t, typed)
}
