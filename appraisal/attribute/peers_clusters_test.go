package attribute

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// TestSurveyClusters compares with R's package survey (svyratio of api.stu to enroll in apiclus1): of the students enrolled in 15
// of 757 school districts, how many were tested. R divides the standard error by the estimated number of all students, RAT-STATS
// and this package by the known one; that of the quantity is the same.
func TestSurveyClusters(t *testing.T) {
	s := ClusterStratum{Universe: 757, Items: 3_811_472, Clusters: []Cluster{
		{Items: 6081, Count: 4895}, {Items: 1436, Count: 1184}, {Items: 680, Count: 532}, {Items: 6958, Count: 5935},
		{Items: 683, Count: 610}, {Items: 1641, Count: 1373}, {Items: 1668, Count: 1461}, {Items: 9025, Count: 7573},
		{Items: 2180, Count: 1877}, {Items: 15038, Count: 12618}, {Items: 14968, Count: 12292}, {Items: 25814, Count: 22452},
		{Items: 6777, Count: 6047}, {Items: 274, Count: 199}, {Items: 7375, Count: 6431},
	}}
	r := must(t, StratifiedCluster{Strata: []ClusterStratum{s}})
	students := big.NewRat(757*r.Reviewed, 15) // as R estimates them
	deviation := exact.Rat(r.StandardError)
	for _, c := range []struct{ got, want string }{
		{exact.String(r.Proportion.PointEstimate), "0.849708741724488"},
		{exact.String(exact.Round(deviation.Quo(deviation, students))), "0.00838629716939109"},
	} {
		want := exact.Rat(decimal.RequireFromString(c.want))
		off := exact.Rat(decimal.RequireFromString(c.got))
		off.Sub(off, want)
		if off.Quo(off.Abs(off), want).Cmp(exact.Rat(decimal.New(1, -12))) > 0 {
			t.Errorf("%s, R has %s", c.got, c.want)
		}
	}
}
