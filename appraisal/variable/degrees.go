package variable

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
)

// ErrDegrees: a name that is none of the choices of degrees of freedom, or more of them than Student's t is known for.
var ErrDegrees = errors.New("variable: degrees of freedom")

// DegreesOfFreedom says where the percentile of a total over several strata comes from.
type DegreesOfFreedom string

// The choices.
const (
	// NormalDegrees, the default, takes the normal distribution, as RAT-STATS does for every stratified design.
	NormalDegrees DegreesOfFreedom = ""
	// StrataDegrees takes Student's t with n-H degrees of freedom, n items in H strata, as R's survey and SAS do. Strata
	// that were examined completely count in neither: their variance is known to be zero. (R's survey counts them.)
	StrataDegrees DegreesOfFreedom = "strata"
	// SatterthwaiteDegrees takes Student's t with (sum v_h)² / sum(v_h²/(n_h-1)) degrees of freedom, v_h the variance of
	// the stratum's total; exact, not rounded to a whole number. Few degrees of freedom result where one small sample has
	// most of the variance. Source: Cochran, Sampling Techniques (1977), sec. 5.4; Satterthwaite, Biometrics Bulletin 2
	// (1946), 110-114.
	SatterthwaiteDegrees DegreesOfFreedom = "satterthwaite"
)

// maxDegrees are the most that Student's t is known for.
const maxDegrees = 1_000_000_000

// check refuses other names.
func (d DegreesOfFreedom) check() error {
	if d != NormalDegrees && d != StrataDegrees && d != SatterthwaiteDegrees {
		return fmt.Errorf("%w: %q is not one of %q and %q, and not empty", ErrDegrees, finding.Clip(string(d)),
			StrataDegrees, SatterthwaiteDegrees)
	}
	return nil
}

// of returns the degrees of freedom of the sum of parts, of which each has those of its own variance (0 where all of it was
// examined); nil for the normal distribution.
func (d DegreesOfFreedom) of(parts []design.Part, own []int64) (*big.Rat, error) {
	if err := d.check(); err != nil || d == NormalDegrees {
		return nil, err
	}
	df := new(big.Rat)
	if d == SatterthwaiteDegrees {
		df = design.Short(design.Satterthwaite(parts, own))
	} else {
		for _, n := range own {
			df.Add(df, exact.Int(n))
		}
	}
	if df.Cmp(exact.Int(maxDegrees)) > 0 {
		return nil, fmt.Errorf("%w: %s; Student's t is known for up to %d", ErrDegrees, exact.String(exact.Round(df)),
			int64(maxDegrees))
	}
	return df, nil
}

// ownDegrees are the degrees of freedom of the variance of a sample of n items out of a universe.
func ownDegrees(universe, n int64) int64 {
	if n == universe {
		return 0
	}
	return n - 1
}
