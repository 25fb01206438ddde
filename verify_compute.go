package iromath

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/sampling"
)

// verifier holds a report against a review of the same data.
type verifier struct {
	reported  Reported
	agreement Agreement // complete
	frame     *Frame
	byID      map[string]Determination
	others    []OtherFrame
	figures   []figure

	review *Review // as far as the determinations go
	seeds  Seeds   // as reported, or found where none was
	values values
	// none says why parts of the report have no value: for a part that follows from what is not there, and, with due false,
	// for one that is not due.
	none   map[string]absence
	unsure map[string]bool // paths of figures that can be of several obligations
	// because says what else is to be known of figures that match.
	because map[string]string
	chosen  int64 // size of the full sample, where the report has a larger one than the formula gives

	answered bool                   // figures can speak against a walk
	standIn  bool                   // the claims drawn stand for the frame
	drawn    map[drawKey]drawnOrder // what the walks of the diagnosis have in common
	owed     map[owedKey][]extrapolate.Obligation

	checks    []Figure
	diagnoses []Diagnosis
	warnings  []Warning
}

// absence is why there is no value.
type absence struct {
	why    string
	notDue bool
}

// newVerifier reads the report and the determinations.
func newVerifier(r Reported, f *Frame, determinations []Determination, others []OtherFrame) (*verifier, error) {
	v := &verifier{reported: r, frame: f, byID: make(map[string]Determination, len(determinations)), values: values{},
		none: map[string]absence{}, unsure: map[string]bool{}, because: map[string]string{}}
	var err error
	if v.agreement, err = r.Agreement.Complete(); err != nil {
		return nil, finding.Under("agreement", err)
	}
	if f.none() {
		return nil, fmt.Errorf("%w: no frame given", ErrFrame)
	}
	figures, wrong := r.figures()
	discovery := v.agreement.Protocol == ProtocolDiscovery
	for _, p := range []struct {
		part  string
		given bool
		fits  bool
	}{
		{partDiscovery, r.Discovery != nil, discovery}, {partFull, r.Full != nil, discovery}, {partSize, r.Size != nil, discovery},
		{partSample, r.Sample != nil, !discovery},
	} {
		if p.given && !p.fits {
			wrong.add(p.part, "has no meaning under the %s protocol", v.agreement.Protocol)
		}
	}
	if s := r.Sample; s != nil && s.ThresholdMet != "" {
		wrong.add("sample.thresholdMet", "has no meaning under the %s protocol", v.agreement.Protocol)
	}
	if err := wrong.err(); err != nil {
		return nil, err
	}
	v.figures = v.withDraws(figures)
	bad := &DeterminationError{}
	for _, d := range copyDeterminations(determinations) {
		if _, there := v.byID[d.ID]; there && !slices.Contains(bad.Repeated, d.ID) {
			bad.Repeated = append(bad.Repeated, d.ID)
		} else if hasBlanks(d.ID) {
			bad.Unknown = append(bad.Unknown, d.ID)
		}
		v.byID[d.ID] = d
	}
	if len(bad.Unwrap()) > 0 {
		return nil, bad
	}
	for i, o := range others {
		if o.Frame.none() {
			return nil, fmt.Errorf("%w: other frame %d is none", ErrFrame, i+1)
		}
	}
	v.others = others
	return v, nil
}

// sampleAt returns the reported sample of a part, empty where there is none.
func (r Results) sampleAt(part string) ReportedSample {
	if p := map[string]*ReportedSample{partDiscovery: r.Discovery, partFull: r.Full, partSample: r.Sample}[part]; p != nil {
		return *p
	}
	return ReportedSample{}
}

// firstPart is the first sample of the protocol.
func (v *verifier) firstPart() string {
	if v.agreement.Protocol == ProtocolDiscovery {
		return partDiscovery
	}
	return partSample
}

// lack writes down why parts have no value.
func (v *verifier) lack(notDue bool, why string, parts ...string) {
	for _, p := range parts {
		v.none[p] = absence{why, notDue}
	}
}

// compute reviews the claims as far as the determinations go.
func (v *verifier) compute() error {
	v.putFrame(v.frame)
	parts := []string{partSize, partFull, partEstimate, partOwed}
	first := v.firstPart()
	v.values[first+".method"] = textValue(string(v.agreement.Method))
	ok, err := v.start()
	if err != nil {
		return err
	}
	if !ok {
		v.lack(false, v.none[first].why, parts...)
		return nil
	}
	if err := v.putDraw(first, v.review.draws[0]); err != nil {
		return err
	}
	for part := first; !v.review.Done(); part = partFull {
		if why := v.cannotSubmit(part); why != "" {
			v.lack(false, why, partEstimate, partOwed, part)
			if part == first {
				v.lack(false, why, partSize, partFull)
			}
			return nil
		}
		if err := v.submit(part); err != nil {
			return err
		}
		if err := v.putStage(part); err != nil {
			return err
		}
	}
	return v.putEnd()
}

func (v values) putPopulation(f *Frame) {
	v["population.claims"], v["population.paid"], v["population.digest"] = count(f.Size()), number(f.Paid()), textValue(f.Digest())
}

func (v *verifier) putFrame(f *Frame) { v.values.putPopulation(f) }

// start draws the first sample. It reports false where the report does not say how.
func (v *verifier) start() (bool, error) {
	first := v.firstPart()
	s := v.reported.sampleAt(first)
	v.seeds.First = s.Seed
	if s.Seed == "" {
		found, why := v.findSeed(s)
		if found == "" {
			v.lack(false, why, first)
			v.checks = append(v.checks, Figure{Path: first + ".seed", Status: FigureCannotCheck, Because: why})
			return false, nil
		}
		v.seeds.First = found
		v.checks = append(v.checks, Figure{Path: first + ".seed", Status: FigureCannotCheck, Because: why})
	}
	full := ""
	fresh := v.agreement.Protocol == ProtocolDiscovery && v.agreement.FullSample == FullSampleFresh
	if fresh {
		full = v.reported.sampleAt(partFull).Seed
	}
	review, err := NewReview(v.agreement, v.frame, Seeds{v.seeds.First, full})
	if errors.Is(err, ErrSeeds) || full != "" && errors.Is(err, sampling.ErrSeed) {
		v.lack(false, strings.TrimPrefix(err.Error(), "iromath: "), partFull)
		for standIn := 1; standIn < 100; standIn++ { // the discovery sample does not depend on it
			if review, err = NewReview(v.agreement, v.frame, Seeds{v.seeds.First, fmt.Sprint(standIn)}); !errors.Is(err, ErrSeeds) {
				break
			}
		}
	}
	switch {
	case errors.Is(err, sampling.ErrSeed):
		v.lack(false, strings.TrimPrefix(err.Error(), "sampling: "), first)
		v.checks = append(v.checks, Figure{Path: first + ".seed", Reported: s.Seed, Status: FigureDiffers, Because: v.none[first].why})
		return false, nil
	case err != nil:
		return false, err
	}
	review.chosen = v.statedSize(review)
	v.review, v.seeds.Full = review, full
	return true, nil
}

// cannotSubmit says why the determinations of a worklist cannot be handed in.
func (v *verifier) cannotSubmit(part string) string {
	if part == partFull {
		if a, ok := v.none[partFull]; ok { // a fresh sample without a seed
			return a.why
		}
	}
	var lacking []string
	for _, c := range v.review.worklist {
		if _, ok := v.byID[c.ID]; !ok {
			lacking = append(lacking, c.ID)
		}
	}
	if lacking == nil {
		return ""
	}
	return "no determination is given for what the seed selects, " +
		finding.Join("claim", "claims", len(lacking), func(i int) string { return finding.Clip(lacking[i]) })
}

// submit hands in the determinations of the worklist. A paid amount that is not that of the frame is a figure that differs.
func (v *verifier) submit(part string) error {
	var list []Determination
	for _, c := range v.review.worklist {
		d := v.byID[c.ID]
		if d.Paid != nil {
			if exact.Check(*d.Paid) != nil || !d.Paid.Equal(c.Paid) {
				check := Figure{Path: "determinations[" + c.ID + "].paid", Reported: exact.String(*d.Paid), Computed: exact.String(c.Paid),
					Exact: exact.String(c.Paid), Status: FigureDiffers, Because: "the determination states another paid amount than the frame"}
				if exact.Check(*d.Paid) == nil {
					check.Difference = exact.String(d.Paid.Sub(c.Paid))
				}
				v.checks = append(v.checks, check)
			}
			d.Paid = nil
		}
		list = append(list, d)
	}
	next, err := v.review.Submit(v.reported.sampleAt(part).Completed, list)
	if err != nil {
		return err
	}
	v.review = next
	return nil
}

// putStage takes down the figures of a reviewed sample and, where a full sample is due, its size and draw.
func (v *verifier) putStage(part string) error {
	r := v.review
	if part == partFull {
		v.values.putTally(part, tallyOf(*r.last))
		return nil
	}
	v.values.putTally(part, tallyOf(*r.first))
	if part != partDiscovery {
		return nil
	}
	v.values.putThreshold(r.first.ThresholdMet)
	if !r.first.ThresholdMet {
		v.lack(true, fmt.Sprintf("no full sample is due: the error rate of %s is below the threshold of %s", ratePercent(*r.first),
			percent(r.agreement.Threshold)), partSize, partFull, partEstimate)
		return nil
	}
	if w, t := r.wanted, r.size; w != nil && t != nil {
		v.values.putSize(*t.OverpaymentSums, w.Level, w.Precision, w.Unrounded, w.Size)
		v.larger()
	} else {
		v.lack(true, "every claim of the frame is in the discovery sample", partSize)
	}
	if _, unknown := v.none[partFull]; unknown && len(r.draws) > 1 {
		return nil
	}
	v.values["full.method"] = textValue(string(r.agreement.Method))
	if err := v.putDraw(partFull, r.draws[len(r.draws)-1]); err != nil {
		return err
	}
	if r.Done() { // the discovery sample is the full sample
		v.values.putTally(partFull, tallyOf(*r.last))
	}
	return nil
}

// tallyOf takes the parts of an error rate.
func tallyOf(r errorrate.Result) tally {
	n := r.Counts
	return tally{n.Reviewed, n.InError, n.Overpaid, n.Underpaid, n.MissingDocumentation, n.InsufficientDocumentation, r.Paid, r.Overpaid, r.Underpaid,
		r.NetOverpayment, r.ErrorRate}
}

// putEnd takes down the estimate and what is owed.
func (v *verifier) putEnd() error {
	if e := v.review.estimate; e != nil {
		s := e.Sample
		for _, in := range v.intervals() {
			if !slices.ContainsFunc(s.Levels, in.Equal) {
				s.Levels = append(slices.Clip(s.Levels), in)
			}
		}
		all, err := s.Estimate()
		if err != nil {
			return err
		}
		v.values.putEstimate(estimatedOf(all))
	} else if _, ok := v.none[partEstimate]; !ok {
		v.lack(true, "a sample of one claim cannot be extrapolated", partEstimate)
	}
	report, err := v.review.figures(v.reported.options())
	if err != nil {
		return err
	}
	v.putOwed(report.Obligations.Obligations)
	v.warnings = append(v.warnings, report.Warnings...)
	return nil
}

// options are the facts that what is owed and by when depends on.
func (r Results) options() ReportOptions {
	return ReportOptions{Refunds: r.Refunds, CostReport: r.CostReport, Suspensions: r.Suspensions, Programs: r.Programs}
}

// intervals are the confidence levels that are reported, and those that are always stated.
func (v *verifier) intervals() []decimal.Decimal {
	var list []decimal.Decimal
	if e := v.reported.Estimate; e != nil {
		for _, in := range e.Intervals {
			if level, err := in.level(); err == nil {
				list = append(list, level)
			}
		}
	}
	return list
}

func estimatedOf(e extrapolate.Extrapolation) estimated {
	o := e.Overpayment
	return estimated{
		universe: o.Universe, n: o.SampleSize, nonzero: o.Nonzero, total: o.Total, mean: o.Mean, deviation: o.StandardDeviation,
		errorMean: o.StandardErrorMean, err_: o.StandardError, skewness: o.Skewness, kurtosis: o.Kurtosis,
		point: o.PointEstimate, net: e.Net.PointEstimate, intervals: o.Intervals,
	}
}
