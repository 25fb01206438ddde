package iromath

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/iromath/iromath/sampling"
)

// Replay runs a saved review again and holds its results against what comes out: agreement, seeds, claims drawn and
// determinations are its inputs, every figure of the results is verified. It is the file an IRO can hand to anyone.
//
// With the frame everything is run again. Without one (nil) the claims that the saved review holds stand for the frame:
// numbers and figures are run again, but not whether the numbers are those of these claims, the digest, and the total paid for
// the population, which cannot be checked then. Claims drawn by tickets take the frame.
//
// A review with corrections of its frame takes the frame: all its inputs are put in again, and each figure of its results is
// held against the one that comes out, without a diagnosis.
//
// A saved review without results is replayed as far as it goes: its draws. Errors: [ErrSaved], [ErrFrameChanged], and those of
// [Reported.Verify].
func Replay(saved []byte, f *Frame, others ...OtherFrame) (Verification, error) {
	s, err := readSaved(saved)
	if err != nil {
		return Verification{}, err
	}
	if slices.ContainsFunc(s.Submitted, func(b batch) bool { return b.Correction != nil }) {
		return s.replayCorrected(f)
	}
	s.Submitted = slices.DeleteFunc(slices.Clone(s.Submitted), func(b batch) bool { return b.Systems != nil }) // words, no figures
	standIn := f == nil
	if standIn {
		if f, err = s.standIn(); err != nil {
			return Verification{}, err
		}
	}
	var determinations []Determination
	for _, b := range s.Submitted {
		determinations = append(determinations, b.Determinations...)
	}
	v, err := newVerifier(s.reported(), f, determinations, others)
	if err != nil {
		return Verification{}, err
	}
	if err := v.compute(); err != nil {
		return Verification{}, err
	}
	if v.standIn = standIn; standIn {
		const why = "the claims of the frame are not at hand"
		for _, path := range []string{"population.digest", "population.paid"} {
			delete(v.values, path)
			v.lack(false, why, path)
		}
	}
	v.answer()
	v.diagnose()
	return v.result(), nil
}

// replayCorrected compares the results of a review with corrections with those of the same review run again. Both state
// figures with all their digits, so that they are equal or they differ.
func (s savedReview) replayCorrected(f *Frame) (Verification, error) {
	if f == nil {
		return Verification{}, fmt.Errorf("%w: a review with corrections of its frame is replayed with the claims file only", ErrSaved)
	}
	r, err := s.run(f)
	if err != nil {
		return Verification{}, err
	}
	results, err := r.results()
	if err != nil {
		return Verification{}, err
	}
	var texts [2]map[string]string
	v := verifier{}
	for i, side := range []*Results{s.Results, results} {
		texts[i] = map[string]string{}
		if side == nil {
			continue
		}
		v.reported = Reported{Agreement: s.Agreement, Results: *side}
		figures, wrong := v.reported.figures()
		if err := wrong.err(); err != nil {
			return Verification{}, err
		}
		for _, figure := range v.withDraws(figures) {
			texts[i][figure.path] = figure.text
		}
	}
	for _, path := range slices.Sorted(maps.Keys(texts[0])) {
		c := Figure{Path: path, Reported: texts[0][path], Computed: texts[1][path], Status: FigureMatches}
		if c.Reported != c.Computed {
			c.Status = FigureDiffers
		}
		v.checks = append(v.checks, c)
	}
	for _, path := range slices.Sorted(maps.Keys(texts[1])) {
		if _, ok := texts[0][path]; !ok && s.Results != nil {
			v.checks = append(v.checks, Figure{Path: path, Computed: texts[1][path], Status: FigureDiffers, Because: "it is not in the results"})
		}
	}
	return v.result(), nil
}

// reported are the results of a saved review with the facts that it keeps elsewhere.
func (s savedReview) reported() Reported {
	r := Reported{Agreement: s.Agreement}
	if s.Results != nil {
		r.Results = *s.Results
	}
	if r.Population.Digest == "" {
		r.Population.Digest = s.Frame.Digest
	}
	discovery := s.Agreement.Protocol == ProtocolDiscovery
	first := &r.Sample
	if discovery {
		first = &r.Discovery
	}
	if *first == nil {
		*first = &ReportedSample{}
	}
	put := func(p **ReportedSample, seed string, batch int) {
		c := **p // the results that were read stay as they are
		c.Seed = seed
		if batch < len(s.Submitted) {
			c.Completed = s.Submitted[batch].Date
		}
		*p = &c
	}
	put(first, s.Seeds.First, 0)
	last := first
	if len(s.Submitted) > 1 || s.Stage == StageFull {
		if r.Full == nil {
			r.Full = &ReportedSample{}
		}
		seed := s.Seeds.Full
		if seed == "" {
			seed = s.Seeds.First
		}
		put(&r.Full, seed, 1)
		last = &r.Full
	} else if discovery && r.Full == nil && s.Seeds.Full != "" {
		r.Full = &ReportedSample{Seed: s.Seeds.Full}
	}
	var numbers []int64
	var ids []string
	for _, d := range s.Drawn {
		numbers, ids = append(numbers, d.Number), append(ids, d.ID)
	}
	if len((*last).Numbers) == 0 {
		(*last).Numbers = numbers
	}
	(*last).IDs = ids
	return r
}

// standIn is a frame of the size of the saved one that holds the claims drawn; the others have no id and were paid a cent.
func (s savedReview) standIn() (*Frame, error) {
	switch {
	case s.Agreement.Method == sampling.MethodTickets:
		return nil, fmt.Errorf("%w: claims drawn by tickets are drawn again from the claims file only", ErrSaved)
	case s.Frame.Size < 1 || s.Frame.Size > sampling.MaxUnits:
		return nil, fmt.Errorf("%w: a frame of %d claims is replayed with the claims file only", ErrSaved, s.Frame.Size)
	}
	payors := slices.Clone(s.Payors)
	at := make(map[int64]drawnClaim, len(s.Drawn))
	for _, d := range s.Drawn {
		if cents, rule := toCents(d.Paid); d.Number < 1 || d.Number > s.Frame.Size || rule != "" || cents <= 0 || idRule([]byte(d.ID)) != "" {
			return nil, fmt.Errorf("%w: claim %d (%s) is none of a frame of %d", ErrSaved, d.Number, show([]byte(d.ID)), s.Frame.Size)
		}
		at[d.Number] = d
	}
	var list claimList
	var paid centSum
	var names numbering
	for i := range s.Frame.Size {
		id, payor, cents := []byte("\x00#"+strconv.FormatInt(i+1, 10)), "", int64(1)
		if d, ok := at[i+1]; ok {
			id, payor = []byte(d.ID), d.Payor
			cents, _ = toCents(d.Paid)
		} else if len(payors) > 0 { // every payor of the frame has a claim
			payor = payors[0]
			if len(payors) > 1 {
				payors = payors[1:]
			}
		}
		list.add(id, cents, names.number([]byte(payor)), 0)
		paid.add(cents)
	}
	list.payors = names.texts
	return newFrame(list, paid, s.Frame), nil
}
