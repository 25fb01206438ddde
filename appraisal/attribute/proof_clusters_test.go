package attribute

import (
	"math/big"
	"testing"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/prooftest"
)

// TestClustersStateTheProof: the ratio and its bias are proved in internal/design, in exact rationals. Here, for every
// sample of small populations, the appraisal states the rounded figures of the formulas as Companion Manual 2-66 and 2-67
// have them, written down once more.
func TestClustersStateTheProof(t *testing.T) {
	proof := prooftest.Count(t, "appraisal/attribute")
	for _, population := range [][2][]Cluster{
		{{{Items: 8, Count: 2}, {Items: 2, Count: 2}, {Items: 12, Count: 3}, {Items: 4}, {Items: 1, Count: 1}},
			{{Items: 3, Count: 3}, {Items: 3}, {Items: 7, Count: 1}}},
		{{{Items: 3, Count: 1}, {}, {Items: 3, Count: 3}, {Items: 7, Count: 7}}, {{Items: 10, Count: 10}, {Items: 1},
			{Items: 1}, {Items: 2, Count: 1}}},
		{{{Items: 4}, {Items: 5}, {Items: 6}}, {{Items: 4, Count: 1}, {Items: 4, Count: 1}, {Items: 4, Count: 4},
			{Items: 4}}},
	} {
		proof.Population()
		for first := range 1 << len(population[0]) {
			for second := range 1 << len(population[1]) {
				var d StratifiedCluster
				all, total, variance := new(big.Rat), new(big.Rat), new(big.Rat)
				usable := true
				for h, set := range []int{first, second} {
					s := ClusterStratum{Universe: int64(len(population[h]))}
					var items, count int64
					for i, c := range population[h] {
						s.Items += c.Items
						if set>>i&1 == 1 {
							s.Clusters = append(s.Clusters, c)
							items, count = items+c.Items, count+c.Count
						}
					}
					if len(s.Clusters) < 2 || items == 0 {
						usable = false
						break
					}
					d.Strata = append(d.Strata, s)
					p := big.NewRat(count, items)
					all.Add(all, exact.Int(s.Items))
					total.Add(total, new(big.Rat).Mul(p, exact.Int(s.Items)))
					v := new(big.Rat)
					for _, c := range s.Clusters {
						r := new(big.Rat).Mul(p, exact.Int(c.Items))
						r.Sub(exact.Int(c.Count), r)
						v.Add(v, r.Mul(r, r))
					}
					n := int64(len(s.Clusters))
					variance.Add(variance, v.Mul(v, big.NewRat(s.Universe*(s.Universe-n), n*(n-1))))
				}
				if !usable {
					continue
				}
				proof.Sample()
				r, err := d.Appraise()
				if err != nil {
					t.Fatal(err)
				}
				share := new(big.Rat).Quo(variance, new(big.Rat).Mul(all, all))
				if !r.PointEstimate.Equal(exact.Round(total)) || !r.StandardError.Equal(exact.Sqrt(variance)) ||
					!r.Proportion.PointEstimate.Equal(exact.Round(total.Quo(total, all))) ||
					!r.Proportion.StandardError.Equal(exact.Sqrt(share)) {
					t.Fatalf("%+v: %+v", d, r.Projection)
				}
			}
		}
	}
}
