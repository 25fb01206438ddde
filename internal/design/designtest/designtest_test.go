package designtest

import (
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSubsets(t *testing.T) {
	if diff := cmp.Diff([][]int{{0, 1}, {0, 2}, {1, 2}, {0, 3}, {1, 3}, {2, 3}}, Subsets(4, 2)); diff != "" {
		t.Error(diff)
	}
	if len(Subsets(3, 4)) != 0 || len(Subsets(6, 3)) != 20 {
		t.Error("wrong number of sets")
	}
}

// TestSamples: of two units, one of three items of which two are drawn, the other of two of which one is, either is
// drawn: three samples of probability 1/6, two of 1/4.
func TestSamples(t *testing.T) {
	p := Among(1, Of(2, 1, 2, 3), Of(1, 10, 20))
	all := p.Samples()
	if len(all) != 5 || all[0].Probability.Cmp(big.NewRat(1, 6)) != 0 || all[4].Probability.Cmp(big.NewRat(1, 4)) != 0 {
		t.Errorf("%+v", all)
	}
	if diff := cmp.Diff([]int64{20}, all[4].Units[0].Items); diff != "" {
		t.Error(diff)
	}
	if p.Total() != 36 || p.Size() != 5 || all[0].Size().Cmp(big.NewRat(6, 1)) != 0 {
		t.Error("total or size")
	}
	if _, err := all[4].Estimate(new(big.Rat)); err == nil {
		t.Error("a single unit out of two has a variance")
	}
	if len(Together([]Population{Of(1, 1, 2), Of(2, 1, 2, 3)})) != 6 {
		t.Error("combinations")
	}
}

// TestExpectation: 1 and 3 with probability 1/2 each have the mean 2 and the variance 1.
func TestExpectation(t *testing.T) {
	var e Expectation
	for _, s := range Of(1, 1, 3).Samples() {
		if e.Complete() {
			t.Error("complete before the end")
		}
		m := Moments(append(s.Items, s.Items...)) // twice the same: variance 0
		part, err := Sample{Universe: 2, Items: append(s.Items, s.Items...)}.Estimate(big.NewRat(1, 2))
		if err != nil || m.Variance.Sign() != 0 {
			t.Fatal(err, m)
		}
		part.Total.Quo(part.Total.Add(part.Total, big.NewRat(1, 1)), big.NewRat(2, 1)) // (2x - 2/2 + 1)/2 = x
		e.Add(s.Probability, part.Part)
	}
	if !e.Complete() || e.Mean().Cmp(big.NewRat(2, 1)) != 0 || e.Variance().Cmp(big.NewRat(1, 1)) != 0 ||
		e.MeanVariance().Sign() != 0 {
		t.Errorf("%s, %s, %s", e.Mean(), e.Variance(), e.MeanVariance())
	}
}
