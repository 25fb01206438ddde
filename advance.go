package iromath

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/reportable"
	"github.com/iromath/iromath/sampling/samplesize"
)

// How a review goes on from a reviewed worklist to the next one.

// advance goes on from a reviewed worklist to the next one, or to the end.
func (r *Review) advance() error {
	r.worklist = nil
	rate, err := r.rate(r.draws[len(r.draws)-1])
	if err != nil {
		return err
	}
	r.last = &rate
	if r.first == nil {
		r.first = &rate
	}
	if r.stage == StageDiscovery {
		if !rate.ThresholdMet {
			if r.fullSize > 0 {
				r.warn("full_sample_no_longer_due", "A full sample of %d claims was drawn before the frame was corrected. The corrected "+
					"discovery sample is below the threshold: no full sample is due. What was found on claims reviewed beside it is "+
					"still owed. Agree on this with the OIG monitor.", r.fullSize)
			}
			r.finish()
			return nil
		}
		if err := r.drawFull(rate); err != nil {
			return err
		}
		if len(r.worklist) > 0 {
			return nil
		}
		// The full sample holds no claim that was not reviewed.
		full, err := r.rate(r.draws[len(r.draws)-1])
		if err != nil {
			return err
		}
		r.last = &full
	}
	if err := r.extrapolate(); err != nil {
		return err
	}
	r.finish()
	return nil
}

func (r *Review) finish() { r.stage, r.worklist = StageDone, nil }

// rate works out the error rate of a reviewed sample.
func (r *Review) rate(d Draw) (errorrate.Result, error) {
	sample := errorrate.Sample{Threshold: r.agreement.Threshold, Netting: r.agreement.Netting}
	for _, u := range d.Units() {
		sample.Claims = append(sample.Claims, r.reviewed[u.Number])
	}
	result, err := sample.Rate()
	if r.agreement.Protocol != ProtocolDiscovery { // there is no threshold to meet
		result.Threshold, result.ThresholdMet = decimal.Decimal{}, false
	}
	return result, err
}

// drawFull sizes the full sample from the discovery sample's overpayments and draws it.
func (r *Review) drawFull(discovery errorrate.Result) error {
	a, have := r.agreement, int64(len(discovery.Claims))
	if have == r.universe() {
		r.warn("whole_frame_reviewed", "Every claim of the frame was reviewed: there is no larger sample.")
		return nil
	}
	probe := samplesize.Probe{Universe: r.universe(), Overpayments: discovery.Overpayments()}
	cell, err := probe.Size(a.Confidence, a.Precision)
	if err != nil {
		return err
	}
	probe.Levels = withValue(samplesize.DefaultLevels(), a.Confidence)
	probe.Precisions = withValue(samplesize.DefaultPrecisions(), a.Precision)
	table, err := probe.Table()
	if err != nil {
		return err
	}
	r.size, r.wanted = &table, &cell
	if cell.RoundedDown {
		r.warn("rounded_down", "The size %d is rounded down from %s, as RAT-STATS rounds to "+
			"nearest.", cell.Size, exact.Fixed(cell.Unrounded, 4))
	}
	size := cell.Size
	if size < r.fullSize {
		r.warn("full_sample_kept", "The corrected discovery sample gives a full sample of %d claims. One of %d was drawn before; a "+
			"sample that was drawn gets no smaller.", size, r.fullSize)
		size = r.fullSize
	}
	size = max(size, r.chosen)
	if size <= have {
		says := fmt.Sprintf("The formula gives %s for the full sample, not more than the %d of the discovery sample",
			counting(cell.Size, "claim", "claims"), have)
		if cell.Size == 0 {
			says = "All overpayments being equal, the formula gives no size for a full sample"
		}
		r.warn("discovery_is_full_sample", "%s: the discovery sample is the full sample. The systems review is still due.", says)
		return nil
	}
	r.fullSize = size
	if a.FullSample == FullSampleFresh {
		return r.draw(StageFull, r.seeds.Full, size, 0)
	}
	return r.draw(StageFull, r.seeds.First, size, have)
}

// withValue returns a list of RAT-STATS' levels or precisions with the agreement's own value in its place.
func withValue(list []decimal.Decimal, own decimal.Decimal) []decimal.Decimal {
	for _, d := range list {
		if d.Equal(own) {
			return list
		}
	}
	list = append(list, own)
	slices.SortFunc(list, decimal.Decimal.Cmp)
	return list
}

// extrapolate appraises the overpayments of the last sample.
func (r *Review) extrapolate() error {
	s := extrapolate.Sample{
		Universe: r.universe(), Claims: r.last.Claims, Confidence: r.agreement.Confidence, Precision: r.agreement.Precision,
		PopulationPaid: r.paid(),
	}
	if len(r.left) > 0 {
		s.Numbered = r.frame.Size()
	}
	if len(s.Claims) == 1 && s.Universe > 1 {
		r.warn("no_extrapolation", "A sample of one claim cannot be extrapolated.")
		return nil
	}
	e, err := s.Estimate()
	if err != nil {
		return err
	}
	r.estimate = &e
	return nil
}

// identified is the day of the last submission.
func (r *Review) identified() reportable.Date {
	if len(r.batches) == 0 {
		return reportable.Date{}
	}
	return r.batches[len(r.batches)-1].Date
}
