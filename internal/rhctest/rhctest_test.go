package rhctest

import (
	"math/big"
	"testing"
)

func TestCounts(t *testing.T) {
	// 5!/(1!2!2!) groupings, each unit in the group of one equally often.
	all := Groupings(5, []int{1, 2, 2})
	alone := map[int]int{}
	for _, g := range all {
		alone[g[0][0]]++
	}
	if len(all) != 30 || alone[0] != 6 || alone[4] != 6 {
		t.Errorf("%d groupings, %v", len(all), alone)
	}
	if n := len(Subsets(6, 3)); n != 20 {
		t.Errorf("%d subsets", n)
	}
	if n := len(Product([]int{2, 3, 1})); n != 6 {
		t.Errorf("%d products", n)
	}
}

// TestMoments: of the sizes 1 and 3 in one group the second is drawn three times of four.
func TestMoments(t *testing.T) {
	m := NewMoments()
	Draws([]int64{1, 3}, []int{2}, func(p *big.Rat, drawn []Drawn) {
		if drawn[0].GroupSize != 4 || drawn[0].GroupUnits != 2 {
			t.Errorf("%+v", drawn)
		}
		m.Add(p, big.NewRat(int64(drawn[0].Unit), 1), big.NewRat(1, 2))
	})
	for i, c := range [][2]*big.Rat{{m.Probability, big.NewRat(1, 1)}, {m.Mean, big.NewRat(3, 4)}, {m.True(), big.NewRat(3, 16)},
		{m.Variance, big.NewRat(1, 2)}} {
		if c[0].Cmp(c[1]) != 0 {
			t.Errorf("%d: %s, want %s", i, c[0], c[1])
		}
	}
}
