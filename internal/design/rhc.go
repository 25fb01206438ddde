package design

import (
	"errors"
	"fmt"
	"math/big"
)

// ErrGroups: the units or sizes of random groups cannot be those of a population.
var ErrGroups = errors.New("random groups")

// Group is a random group of units, of which one was drawn with probability proportional to size.
type Group struct {
	// Part is the estimate of the unit that was drawn.
	Part
	// Size of that unit, and of all units of the group together.
	Size, GroupSize *big.Rat
	// Units is the number of units in the group.
	Units int64
}

// RHCStage is an estimate from random groups. Each list has an entry a group.
type RHCStage struct {
	Part
	// Units is the number of units of the population, Size what their sizes are held against.
	Units *big.Int
	Size  *big.Rat
	// Groups are the estimates of the groups' totals.
	Groups []*big.Rat
	// Between is the variance from drawing one unit of each group, Within that from drawing inside of the unit.
	Between, Within []*big.Rat
}

// RHC estimates the total of a population of units that were dealt into random groups, one unit of each group being drawn with
// probability proportional to its size A_i, the sizes of its group adding up to B_i, by
//
//	T = sum T_i B_i/A_i
//	v = c * sum B_i/X * (T_i X/A_i - T)^2 + sum v_i B_i/A_i,    c = (sum N_i^2 - N) / (N^2 - sum N_i^2)
//
// with N_i units in group i, N of them in all. X is the size that the B_i are held against: their own sum where size is nil,
// as at the first stage of RAT-STATS, which at the second stage takes the size on the line of the primary unit, even where
// the B_i do not add up to it (Companion Manual 3-74 to 3-76).
//
// Groups of one unit each are a census: c is zero. A single group of more units is an [ErrSingle], or has no variance where
// zeroForSingle is set. Sizes have to be above zero, and no unit larger than its group; else it is an [ErrGroups].
//
// Source: Rao, Hartley and Cochran (1962), eq. 3; Cochran (1977), sec. 9A.9; RAT-STATS Companion Manual 2-34, 3-46.
func RHC(size *big.Rat, groups []Group, zeroForSingle bool) (RHCStage, error) {
	if len(groups) == 0 {
		return RHCStage{}, ErrEmpty
	}
	all, squares, sizes := new(big.Int), new(big.Int), new(big.Rat)
	for i, g := range groups {
		if g.Units < 1 || g.Size.Sign() <= 0 || g.GroupSize.Cmp(g.Size) < 0 {
			return RHCStage{}, fmt.Errorf("%w: group %d has %d units, its unit the size %s of %s",
				ErrGroups, i+1, g.Units, g.Size.RatString(), g.GroupSize.RatString())
		}
		n := big.NewInt(g.Units)
		all.Add(all, n)
		squares.Add(squares, n.Mul(n, n))
		sizes.Add(sizes, g.GroupSize)
	}
	if size == nil {
		size = sizes
	}
	if size.Sign() <= 0 {
		return RHCStage{}, fmt.Errorf("%w: their total size %s is not above zero", ErrGroups, size.RatString())
	}
	if len(groups) == 1 && all.Cmp(big.NewInt(1)) > 0 && !zeroForSingle {
		return RHCStage{}, fmt.Errorf("%w: 1 drawn of %s", ErrSingle, all)
	}
	c := new(big.Rat)
	if len(groups) > 1 {
		lower := new(big.Int).Mul(all, all)
		c.SetFrac(squares.Sub(squares, all), lower.Sub(lower, squares))
	}
	s := RHCStage{Part: Known(new(big.Rat)), Units: all, Size: size}
	for _, g := range groups {
		group := new(big.Rat).Quo(g.GroupSize, g.Size)
		s.Within = append(s.Within, new(big.Rat).Mul(group, g.Variance))
		s.Groups = append(s.Groups, group.Mul(group, g.Total))
		s.Total.Add(s.Total, group)
	}
	for i, g := range groups {
		d := new(big.Rat).Quo(size, g.Size)
		d.Sub(d.Mul(d, g.Total), s.Total)
		d.Mul(d, d).Mul(d, c).Mul(d, new(big.Rat).Quo(g.GroupSize, size))
		s.Between = append(s.Between, d)
		s.Variance.Add(s.Variance, d)
		s.Variance.Add(s.Variance, s.Within[i])
	}
	return s, nil
}
