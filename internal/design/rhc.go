package design

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/iromath/iromath/internal/exact"
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

// RHCStage is an estimate from random groups, with the variance from drawing one unit of each group (Between) and that from
// drawing inside of the units (Within). Each list has an entry a group.
type RHCStage struct {
	Stage
	// Units is the number of units of the population, Size what their sizes are held against.
	Units *big.Int
	Size  *big.Rat
	// Groups are the estimates of the groups' totals, GroupWithin what each adds to Within.
	Groups, GroupWithin []*big.Rat

	factor  *big.Rat   // c
	rates   []*big.Rat // T_i / A_i
	weights []*big.Rat // B_i / X
}

// RHC estimates the total of a population of units that were dealt into random groups, one unit of each group being drawn
// with probability proportional to its size A_i, the sizes of its group adding up to B_i, by
//
//	T = sum T_i B_i/A_i
//	v = c * sum B_i/X * (T_i X/A_i - T)^2 + sum v_i B_i/A_i,    c = (sum N_i^2 - N) / (N^2 - sum N_i^2)
//
// with N_i units in group i, N of them in all. X is the size that the B_i are held against: their own sum where size is
// nil, as at the first stage of RAT-STATS, which at the second stage takes the size on the line of the primary unit, even
// where the B_i do not add up to it (Companion Manual 3-74 to 3-76).
//
// T and v are unbiased where X is the sum of the B_i, for groups of any numbers of units: those of the random grouping,
// of the draws and of what is drawn inside of the units. Where the B_i add up to Q instead, T is still unbiased, and v is
// too large by
//
//	c * (X - Q) * (sum T_i^2 B_i/A_i^2 - T^2/X)
//
// which is never negative for X above Q, and may have either sign below.
//
// Groups of one unit each are a census: c is zero. A single group of more units is an [ErrSingle], or has no variance
// where zeroForSingle is set. Sizes have to be above zero, no unit larger than its group, and one that is alone has the
// size of its group; else it is an [ErrGroups].
//
// Source: Rao, Hartley and Cochran (1962), eq. 3; Cochran (1977), sec. 9A.9; J. N. K. Rao, "Unbiased Variance Estimation
// for Multistage Designs", Sankhya C 37 (1975), 133-139, for what is drawn inside of the units; RAT-STATS Companion
// Manual 2-34, 3-46.
func RHC(size *big.Rat, groups []Group, zeroForSingle bool) (RHCStage, error) {
	if len(groups) == 0 {
		return RHCStage{}, ErrEmpty
	}
	s := RHCStage{Units: new(big.Int), Size: size, factor: new(big.Rat)}
	squares := new(big.Int)
	var sizes, ratios []*big.Rat
	for i, g := range groups {
		if g.Units < 1 || g.Size.Sign() <= 0 || g.GroupSize.Cmp(g.Size) < 0 || g.Units == 1 && g.GroupSize.Cmp(g.Size) != 0 {
			return RHCStage{}, fmt.Errorf("%w: group %d has %d units, its unit the size %s of %s",
				ErrGroups, i+1, g.Units, g.Size.RatString(), g.GroupSize.RatString())
		}
		n := big.NewInt(g.Units)
		s.Units.Add(s.Units, n)
		squares.Add(squares, n.Mul(n, n))
		sizes = append(sizes, g.GroupSize)
		ratios = append(ratios, new(big.Rat).Quo(g.GroupSize, g.Size))
	}
	all := sum(sizes)
	if size == nil {
		s.Size = all
	}
	if s.Size.Sign() <= 0 {
		return RHCStage{}, fmt.Errorf("%w: their total size %s is not above zero", ErrGroups, s.Size.RatString())
	}
	switch {
	case len(groups) > 1:
		lower := new(big.Int).Mul(s.Units, s.Units)
		lower.Sub(lower, squares)
		s.factor.SetFrac(squares.Sub(squares, s.Units), lower)
	case groups[0].Units > 1 && !zeroForSingle:
		return RHCStage{}, fmt.Errorf("%w: 1 drawn of %s", ErrSingle, s.Units)
	}
	var raised []*big.Rat // T_i^2 B_i/A_i^2
	for i, g := range groups {
		s.rates = append(s.rates, new(big.Rat).Quo(g.Total, g.Size))
		s.weights = append(s.weights, new(big.Rat).Quo(g.GroupSize, s.Size))
		s.Groups = append(s.Groups, new(big.Rat).Mul(ratios[i], g.Total))
		s.GroupWithin = append(s.GroupWithin, new(big.Rat).Mul(ratios[i], g.Variance))
		raised = append(raised, new(big.Rat).Mul(s.Groups[i], s.rates[i]))
	}
	s.Total, s.Within, s.Between = sum(s.Groups), sum(s.GroupWithin), new(big.Rat)
	if s.factor.Sign() != 0 {
		// sum B_i/X (T_i X/A_i - T)^2 = X sum T_i^2 B_i/A_i^2 - T^2 (2 - Q/X)
		s.Between.Mul(s.Size, sum(raised))
		rest := new(big.Rat).Sub(exact.Int(2), new(big.Rat).Quo(all, s.Size))
		rest.Mul(rest, new(big.Rat).Mul(s.Total, s.Total))
		s.Between.Sub(s.Between, rest).Mul(s.Between, s.factor)
	}
	s.Variance = new(big.Rat).Add(s.Between, s.Within)
	return s, nil
}

// GroupBetween is what group i adds to Between: c * B_i/X * (T_i X/A_i - T)^2.
func (s RHCStage) GroupBetween(i int) *big.Rat {
	d := new(big.Rat).Mul(s.Size, s.rates[i])
	d.Sub(d, s.Total)
	d.Mul(d, d).Mul(d, s.factor)
	return d.Mul(d, s.weights[i])
}

// GroupBetweenBounds are numbers that GroupBetween lies between, closer to each other than 2^-250 of it. The exact number
// has the digits of all sizes together: to bring it to its lowest terms for each of thousands of groups would take many
// minutes.
func (s RHCStage) GroupBetweenBounds(i int) (low, high *big.Rat) {
	x := new(big.Rat).Mul(s.Size, s.rates[i])
	num := new(big.Int).Mul(x.Num(), s.Total.Denom())
	num.Sub(num, new(big.Int).Mul(s.Total.Num(), x.Denom()))
	n, d := leading(num.Abs(num)), leading(new(big.Int).Mul(x.Denom(), s.Total.Denom()))
	scale := new(big.Rat).Mul(s.factor, s.weights[i])
	power := new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), uint(2*max(n.cut-d.cut, d.cut-n.cut))))
	if n.cut < d.cut {
		power.Inv(power)
	}
	scale.Mul(scale, power)
	square := func(num, den *big.Int) *big.Rat {
		r := new(big.Rat).SetFrac(num, den)
		return r.Mul(r, r).Mul(r, scale)
	}
	return square(n.low, d.high), square(n.high, d.low)
}

// short are the leading bits of a number n: low * 2^cut <= n <= high * 2^cut.
type short struct {
	low, high *big.Int
	cut       int
}

func leading(n *big.Int) short {
	const kept = 256
	cut := n.BitLen() - kept
	if cut <= 0 {
		return short{n, n, 0}
	}
	low := new(big.Int).Rsh(n, uint(cut))
	return short{low, new(big.Int).Add(low, big.NewInt(1)), cut}
}
