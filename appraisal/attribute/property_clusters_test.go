package attribute

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/internal/exact"
)

// drawCounts generates a stratum of clusters, all of one size where size is above 0.
func drawCounts(t *rapid.T, size int64) ClusterStratum {
	var s ClusterStratum
	for range rapid.IntRange(2, 12).Draw(t, "clusters") {
		c := Cluster{Items: size}
		if size == 0 {
			c.Items = rapid.Int64Range(1, 30).Draw(t, "items")
		}
		c.Count = rapid.Int64Range(0, c.Items).Draw(t, "count")
		s.Items += c.Items
		s.Clusters = append(s.Clusters, c)
	}
	more := rapid.OneOf(rapid.Int64Range(0, 2), rapid.Int64Range(0, 10_000)).Draw(t, "not sampled")
	s.Universe = int64(len(s.Clusters)) + more
	if size == 0 {
		size = rapid.Int64Range(1, 30).Draw(t, "items of others")
	}
	s.Items += more * size
	return s
}

func appraiseClusters(t *rapid.T, strata ...ClusterStratum) StratifiedClusterResult {
	t.Helper()
	r, err := StratifiedCluster{Strata: strata}.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// inside fails unless limits of a higher level lie outside of those of a lower one.
func inside(t *rapid.T, e appraisal.Estimate) {
	t.Helper()
	for i := 1; i < len(e.Intervals); i++ {
		in, out := e.Intervals[i-1], e.Intervals[i]
		if in.LowerLimit.Cmp(out.LowerLimit) < 0 || in.UpperLimit.Cmp(out.UpperLimit) > 0 {
			t.Fatalf("%+v, %+v", in, out)
		}
	}
}

// TestClusterProperties: a stratum alone is that stratum among others; order does not matter; the items without the
// characteristic are the rest, with the same error; a census has no error and counts; limits nest.
func TestClusterProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var strata, others, census []ClusterStratum
		var count int64
		for range rapid.IntRange(1, 4).Draw(t, "strata") {
			s := drawCounts(t, 0)
			strata = append(strata, s)
			rest := s
			rest.Clusters = nil
			for _, c := range s.Clusters {
				rest.Clusters = append(rest.Clusters, Cluster{Items: c.Items, Count: c.Items - c.Count})
				count += c.Count
			}
			others = append(others, rest)
			all := s
			all.Universe, all.Items = int64(len(s.Clusters)), 0
			for _, c := range s.Clusters {
				all.Items += c.Items
			}
			census = append(census, all)
		}
		r := appraiseClusters(t, strata...)
		inside(t, r.Estimate)
		inside(t, r.Proportion)
		for i, s := range strata {
			one := appraiseClusters(t, s)
			sameFigures(t, "a stratum alone", one.Estimate, r.Strata[i].Estimate)
			sameFigures(t, "its proportion alone", one.Proportion, r.Strata[i].Proportion)
		}
		shuffled := append([]ClusterStratum(nil), strata...)
		for i, s := range shuffled {
			shuffled[i].Clusters = rapid.Permutation(s.Clusters).Draw(t, "clusters")
		}
		sameFigures(t, "permuted", appraiseClusters(t, rapid.Permutation(shuffled).Draw(t, "strata")...).Estimate, r.Estimate)
		rest := appraiseClusters(t, others...)
		if !rest.StandardError.Equal(r.StandardError) || !rest.Proportion.StandardError.Equal(r.Proportion.StandardError) {
			t.Fatalf("the rest: %s, %s", rest.StandardError, r.StandardError)
		}
		// Both proportions are rounded: in exact rationals they add up to 1.
		share := new(big.Rat)
		for _, s := range strata {
			var items, with int64
			for _, c := range s.Clusters {
				items, with = items+c.Items, with+c.Count
			}
			part := big.NewRat(with, items)
			share.Add(share, part.Mul(part, exact.Int(s.Items)))
		}
		share.Quo(share, exact.Int(r.Items))
		if !r.Proportion.PointEstimate.Equal(exact.Round(share)) ||
			!rest.Proportion.PointEstimate.Equal(exact.Round(share.Sub(exact.Int(1), share))) {
			t.Fatalf("%s and %s", r.Proportion.PointEstimate, rest.Proportion.PointEstimate)
		}
		all := appraiseClusters(t, census...)
		if !all.StandardError.IsZero() || !all.PointEstimate.Equal(decimal.NewFromInt(count)) {
			t.Fatalf("census: %s with %s, not %d", all.PointEstimate, all.StandardError, count)
		}
	})
}

// TestClustersOfOneSizeAreDollars: where all clusters have as many items, a count is a dollar a marked item: the ratio and
// the expansion are the same.
func TestClustersOfOneSizeAreDollars(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var strata []ClusterStratum
		var dollars variable.StratifiedCluster
		for range rapid.IntRange(1, 3).Draw(t, "strata") {
			s := drawCounts(t, rapid.Int64Range(1, 9).Draw(t, "size"))
			strata = append(strata, s)
			v := variable.ClusterStratum{Universe: s.Universe}
			for _, c := range s.Clusters {
				v.Clusters = append(v.Clusters, variable.Cluster{Items: c.Items, Value: decimal.NewFromInt(c.Count)})
			}
			dollars.Strata = append(dollars.Strata, v)
		}
		v, err := dollars.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		sameFigures(t, "dollars and counts", v.Estimate, appraiseClusters(t, strata...).Estimate)
	})
}

// TestMultistageProperties: one stratum keeps its proportion; order does not matter; proportions of the universes are the
// dollars of the variable module; a stratum cut in two parts of the same proportion keeps the total.
func TestMultistageProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var d StratifiedMultistage
		var dollars variable.StratifiedMultistage
		for range rapid.IntRange(1, 5).Draw(t, "strata") {
			s := StratumProportion{Proportion: decimal.New(rapid.Int64Range(0, 10_000).Draw(t, "proportion"), -4),
				StandardError: decimal.New(rapid.Int64Range(0, 2_000).Draw(t, "deviation"),
					-4), Universe: rapid.Int64Range(1, 1_000_000).Draw(t, "universe")}
			d.Strata = append(d.Strata, s)
			share := decimal.NewFromInt(s.Universe)
			dollars.Strata = append(dollars.Strata, variable.StratumTotal{PointEstimate: s.Proportion.Mul(share),
				StandardError: s.StandardError.Mul(share)})
		}
		appraise := func(d StratifiedMultistage) StratifiedMultistageResult {
			r, err := d.Appraise()
			if err != nil {
				t.Fatal(err)
			}
			return r
		}
		r := appraise(d)
		inside(t, r.Estimate)
		inside(t, r.Proportion)
		one := appraise(StratifiedMultistage{Strata: d.Strata[:1]})
		if p := one.Proportion; !p.PointEstimate.Equal(d.Strata[0].Proportion) ||
			!p.StandardError.Equal(d.Strata[0].StandardError) {
			t.Fatalf("one stratum: %+v", p)
		}
		v, err := dollars.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		sameFigures(t, "dollars", r.Estimate, v.Estimate)
		sameFigures(t, "permuted", r.Proportion,
			appraise(StratifiedMultistage{Strata: rapid.Permutation(d.Strata).Draw(t, "order")}).Proportion)
		cut := append([]StratumProportion{d.Strata[0]}, d.Strata...)
		cut[0].Universe, cut[1].Universe = 1, d.Strata[0].Universe-1
		if cut[1].Universe > 0 {
			if got := appraise(StratifiedMultistage{Strata: cut}); !got.PointEstimate.Equal(r.PointEstimate) {
				t.Fatalf("%s, %s", got.PointEstimate, r.PointEstimate)
			}
		}
	})
}
