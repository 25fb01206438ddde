package pipeline

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/sampling"
)

// Single gives the same result from one claims file with the library alone, on one machine and without Beam.
func Single(claims, determinations io.Reader, o Options) (r Result, err error) {
	frame, err := iromath.ReadFrame(claims, o.Frame, nil)
	if err != nil {
		return r, err
	}
	r.Frame = frame.Summary()
	r.Frame.Digest = ""
	collector, err := o.Tickets.Collector()
	if err != nil {
		return r, err
	}
	strata := map[string]*appraisal.Sums{}
	var digest SetDigest
	for n := int64(1); n <= frame.Size(); n++ {
		c, _ := frame.Claim(n)
		if strata[c.Payor] == nil {
			strata[c.Payor] = new(appraisal.Sums)
		}
		if err := strata[c.Payor].Add(c.Paid); err != nil {
			return r, err
		}
		if err := collector.Add(c.ID); err != nil {
			return r, err
		}
		digest = digest.Add(Claim{ID: c.ID, Payor: c.Payor, Cents: c.Paid.Shift(2).IntPart()})
	}
	r.ClaimsDigest = digest.String()
	for payor, sums := range strata {
		r.Strata = append(r.Strata, Stratum{payor, *sums})
	}
	slices.SortFunc(r.Strata, func(a, b Stratum) int { return cmp.Compare(a.Payor, b.Payor) })
	if r.Selection.TicketSelection, err = collector.Selection(); err != nil {
		return r, err
	}
	r.Worklist = numberDrawn(frame, &r.Selection)
	if determinations == nil {
		return r, nil
	}
	r.Review, err = singleReview(determinations, o.DeterminationOptions, frame.Size(), r.Worklist)
	return r, err
}

// numberDrawn looks up the numbers of the drawn claims and returns the claims of the sample.
func numberDrawn(frame *iromath.Frame, d *iromath.TicketDraw) []iromath.FrameClaim {
	drawn := map[string]iromath.FrameClaim{}
	for _, u := range slices.Concat(d.Sample, d.SpareUnits) {
		drawn[u.ID] = iromath.FrameClaim{}
	}
	for n := int64(1); n <= frame.Size(); n++ {
		c, _ := frame.Claim(n)
		if _, ok := drawn[c.ID]; ok {
			drawn[c.ID] = c
		}
	}
	numbers := func(units []sampling.TicketUnit) []int64 {
		list := []int64{}
		for _, u := range units {
			list = append(list, drawn[u.ID].Number)
		}
		return list
	}
	d.Numbers, d.SpareNumbers = numbers(d.Sample), numbers(d.SpareUnits)
	var sample []iromath.FrameClaim
	for _, u := range d.Sample {
		sample = append(sample, drawn[u.ID])
	}
	return sample
}

func singleReview(in io.Reader, o iromath.DeterminationOptions, universe int64, sample []iromath.FrameClaim) (*Outcome, error) {
	taken, others, err := iromath.ReadDeterminations(in, o, sample)
	if err != nil {
		return nil, err
	}
	byID := map[string]iromath.Determination{}
	for _, d := range taken {
		if _, twice := byID[d.ID]; twice {
			return nil, fmt.Errorf("claim %q has more than one determination", d.ID)
		}
		byID[d.ID] = d
	}
	var claims []errorrate.Claim
	for _, c := range sample {
		d, ok := byID[c.ID]
		switch {
		case !ok:
			return nil, fmt.Errorf("claim %q has no determination", c.ID)
		case d.Paid != nil && !d.Paid.Equal(c.Paid):
			return nil, fmt.Errorf("claim %q: the determination states %v as paid, the frame %v", c.ID, d.Paid, c.Paid)
		}
		claims = append(claims, errorrate.Claim{
			Number: c.Number, ID: c.ID, Payor: c.Payor, Paid: c.Paid, Correct: d.Correct,
			Documentation: d.Documentation, Reason: d.Reason, Category: d.Category, Service: d.Service,
		})
	}
	if err := errorrate.Check(claims); err != nil {
		return nil, err
	}
	var sums appraisal.Sums
	if err := sums.AddAll(errorrate.Sample{Claims: claims}.Overpayments()); err != nil {
		return nil, err
	}
	return review(universe, claims, sums, others)
}
