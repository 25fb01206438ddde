package sampling

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// ErrSizes is returned for sizes of units that nothing can be drawn in proportion to: none, negative ones, all zero, or
// sums that no generator serves.
var ErrSizes = errors.New("sampling: sizes of units")

// PPS is the plan of a systematic sample with probability proportional to size, such as monetary unit sampling: the
// sizes are added up, and every interval-th amount of the total, from a random start in the first interval, hits the
// unit it falls into.
//
// The interval is T/n for the total T. Amounts are counted in the smallest decimal place that occurs, e.g. T cents,
// and the line of them is divided into n points each, n*T altogether: a unit of size a has n*a of them. The number r
// is drawn from 1 ... T, and the points r, r+T, ... r+(n-1)T are the hits. So the start r/n lies in (0, T/n],
// everything is exact, and over the T starts a unit of size a gets exactly n*a hits: n*a/T on average.
//
// A unit of at least the interval is hit at every start, perhaps more than once: it is a certainty unit. A unit without
// size is never hit. The sampling units are the amounts, so hits count, not units: n hits may be fewer than n units.
//
// The number r is what [SingleStage] draws as the only unit of a frame from 1 to T.
//
// Source: Cochran, Sampling Techniques (1977), sec. 9A (Madow's systematic selection); AICPA, Audit Guide Audit
// Sampling, ch. on monetary unit sampling.
type PPS struct {
	// Method is the generator of the start, [RATSTATS] if empty.
	Method Method `json:"method,omitempty"`
	// Seed is the seed as printed or typed. It has no default.
	Seed string `json:"seed"`
	// Sizes are the sizes of the units, numbered from 1 in this order, in dollars for example. Zeros are allowed.
	Sizes []decimal.Decimal `json:"sizes"`
	// Size is the number of hits.
	Size int64 `json:"size"`
	// File names where the sizes come from; it is printed and changes nothing.
	File string `json:"file,omitempty"`
	// FrameDigest identifies the frame, as that of [SingleStage] does. Optional; it changes no number.
	FrameDigest string `json:"frameDigest,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (p PPS) MarshalJSON() ([]byte, error) { return jsonform.Marshal(p) }

// PPSUnit is a unit that was hit.
type PPSUnit struct {
	// Number is the place of the unit in Sizes, from 1.
	Number int64 `json:"number"`
	// Size is its size, Cumulated the sum of all sizes up to it and its own.
	Size      decimal.Decimal `json:"size,omitzero"`
	Cumulated decimal.Decimal `json:"cumulated,omitzero"`
	// Order is the number of its first hit, from 1.
	Order int64 `json:"order,omitempty"`
	// Hits is how many times it was hit.
	Hits int64 `json:"hits,omitempty"`
	// Certainty says that the size is at least the interval, so that the unit is hit at every start.
	Certainty bool `json:"certainty" request:"optional"`
}

// String shows the unit with its hits and its size: "3: 4 hits, size 3000".
func (u PPSUnit) String() string {
	return fmt.Sprintf("%d: %d hits, size %s", u.Number, u.Hits, exact.String(u.Size))
}

func (u PPSUnit) order() int64 { return u.Order }

// MarshalJSON writes decimals as strings.
func (u PPSUnit) MarshalJSON() ([]byte, error) { return jsonform.Marshal(u) }

// PPSSelection is a sample proportional to size together with the plan it came from. It cannot be drawn on: another number
// of hits has another interval.
type PPSSelection struct {
	// PPS is the plan, its method stated.
	PPS
	// Total is the sum of the sizes.
	Total decimal.Decimal `json:"total"`
	// SizesDigest identifies the list of sizes: "sha256:" and the SHA-256 of the file that [PPS.WriteSizes] writes.
	SizesDigest string `json:"sizesDigest"`
	// Interval is Total/Size, rounded to 20 significant digits.
	Interval decimal.Decimal `json:"interval"`
	// StartNumber is the number r drawn, from 1 to Places.
	StartNumber int64 `json:"startNumber"`
	// Places is T, the total in its smallest decimal place.
	Places int64 `json:"places"`
	// Start is the amount of the first hit, Total*StartNumber/(Places*Size), rounded to 20 significant digits.
	Start decimal.Decimal `json:"start"`
	// Units are the units that were hit, in the order of the frame, certainty units included.
	Units []PPSUnit `json:"units"`
	// CertaintyUnits is the number of certainty units among them, and CertaintyHits that of their hits.
	CertaintyUnits int64 `json:"certaintyUnits"`
	CertaintyHits  int64 `json:"certaintyHits"`
}

// MarshalJSON writes decimals as strings.
func (s PPSSelection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// Draw draws the start and hits the units. The errors wrap [ErrSizes] (negative sizes are all listed), [ErrSize],
// [ErrMethod], [ErrSeed] or, for more units or a total with more places than [MaxFrame], [ErrFrame].
func (p PPS) Draw() (PPSSelection, error) {
	if p.Size < 1 || p.Size > MaxUnits {
		return PPSSelection{}, fmt.Errorf("%w: %d hits are not from 1 to %d", ErrSize, p.Size, MaxUnits)
	}
	line, err := newPPSLine(p.Sizes)
	if err != nil {
		return PPSSelection{}, err
	}
	if err := checkDigest(p.FrameDigest); err != nil {
		return PPSSelection{}, err
	}
	start, method, err := systematicStart(p.Method, p.Seed, line.total)
	if err != nil {
		return PPSSelection{}, err
	}
	p.Method = method
	p.Sizes = append([]decimal.Decimal(nil), p.Sizes...)
	total := new(big.Rat).Mul(exact.Int(line.total), line.place)
	first := new(big.Rat).Mul(big.NewRat(start, p.Size), line.place)
	r := PPSSelection{
		PPS:         p,
		Total:       exact.Round(total),
		SizesDigest: sizesDigest(p.Sizes),
		Interval:    exact.Round(new(big.Rat).Quo(total, exact.Int(p.Size))),
		StartNumber: start,
		Places:      line.total,
		Start:       exact.Round(first),
		Units:       line.hit(start, p.Size),
	}
	cumulated, at := int64(0), 0
	for i := range r.Units {
		u := &r.Units[i]
		u.Size = p.Sizes[u.Number-1]
		for ; at < int(u.Number); at++ {
			cumulated += line.sizes[at]
		}
		u.Cumulated = exact.Round(new(big.Rat).Mul(exact.Int(cumulated), line.place))
		if u.Certainty {
			r.CertaintyUnits++
			r.CertaintyHits += u.Hits
		}
	}
	return r, nil
}

// ppsLine is the line of sizes, in integers of their smallest place.
type ppsLine struct {
	sizes []int64
	total int64
	place *big.Rat // what one is worth, 1/100 for cents
}

// newPPSLine checks sizes and adds them up.
func newPPSLine(sizes []decimal.Decimal) (ppsLine, error) {
	if len(sizes) == 0 {
		return ppsLine{}, fmt.Errorf("%w: there are none", ErrSizes)
	}
	var negative []int
	places := int32(0)
	canonical := make([]decimal.Decimal, len(sizes))
	for i, d := range sizes {
		if err := exact.Check(d); err != nil {
			return ppsLine{}, fmt.Errorf("%w: unit %d: %w", ErrSizes, i+1, err)
		}
		if d.Sign() < 0 {
			negative = append(negative, i)
		}
		canonical[i] = exact.Canonical(d)
		places = max(places, -canonical[i].Exponent())
	}
	if len(negative) > 0 {
		return ppsLine{}, fmt.Errorf("%w: %s", ErrSizes, finding.Join("negative size", "negative sizes", len(negative),
			func(i int) string {
				return fmt.Sprintf("unit %d has %s", negative[i]+1, exact.String(sizes[negative[i]]))
			}))
	}
	line := ppsLine{sizes: make([]int64, len(sizes)), place: exact.Rat(decimal.New(1, -places))}
	limit := big.NewInt(MaxFrame)
	for i, d := range canonical {
		if d.Sign() == 0 {
			continue
		}
		n := d.Coefficient() // a copy
		n.Mul(n, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places+d.Exponent())), nil))
		if n.Cmp(limit) > 0 || n.Int64() > MaxFrame-line.total {
			return ppsLine{}, fmt.Errorf("%w: with %d decimal places they add up to more than %s of the smallest place, "+
				"more than a generator can serve: round them", ErrSizes, places, exact.CommasInt(MaxFrame))
		}
		line.sizes[i] = n.Int64()
		line.total += line.sizes[i]
	}
	if line.total == 0 {
		return ppsLine{}, fmt.Errorf("%w: all are zero", ErrSizes)
	}
	return line, nil
}

// hit returns the units hit by n points from a start in 1 ... total. The hits up to a cumulated size c are the i >= 0
// with start + i*total <= n*c. Points are at most n*total, 10^19, which fits 64 bits without a sign.
func (l ppsLine) hit(start, n int64) []PPSUnit {
	units := []PPSUnit{}
	var sum, before uint64
	for i, a := range l.sizes {
		if a == 0 {
			continue
		}
		sum += uint64(n) * uint64(a)
		var hits uint64
		if sum >= uint64(start) {
			hits = (sum-uint64(start))/uint64(l.total) + 1
		}
		if hits > before {
			units = append(units, PPSUnit{
				Number:    int64(i + 1),
				Order:     int64(before + 1),
				Hits:      int64(hits - before),
				Certainty: uint64(n)*uint64(a) >= uint64(l.total),
			})
		}
		before = hits
	}
	return units
}
