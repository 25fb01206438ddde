package iromath

import (
	"cmp"
	"errors"
	"math/big"
	"slices"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/sorting"
	"github.com/iromath/iromath/sampling"
)

// errWalk ends a walk where it cannot go on. What was worked out before stands.
var errWalk = errors.New("iromath: the walk ends")

// errAgainst ends a walk that reported figures speak against.
var errAgainst = errors.New("iromath: figures speak against the walk")

// goesOn ends a walk that the figures of a part speak against.
func (w *walk) goesOn(parts ...string) error {
	if !w.truncate && !w.truncateRates && w.v.answered && w.v.against(w.values, parts...) {
		return errAgainst
	}
	return nil
}

// walk is the way from the frame to what is owed with one thing done otherwise. Without a slip it comes to what a [Review]
// comes to; TestWalkIsTheReview holds it to that.
type walk struct {
	slip
	v         *verifier
	a         Agreement
	frame     *Frame
	values    values
	discovery []errorrate.Claim
	last      []errorrate.Claim
	estimated *walkEstimate
	full      bool
}

// with walks with a slip and returns the figures that come out; none where reported figures speak against them.
func (v *verifier) with(s slip) values {
	w := &walk{slip: s, v: v, a: v.agreement, frame: v.frame, values: values{}}
	if s.frame != nil {
		w.frame = s.frame
	}
	if errors.Is(w.run(), errAgainst) { // of any other error, what was worked out before it stands
		return nil
	}
	if s.truncate || s.truncateRates {
		for path, x := range w.values {
			rate := s.truncateRates && (hasSuffix(path, ".errorRate") || hasSuffix(path, ".precisionPercent"))
			if x.is == plainFigure && (s.truncate || rate) {
				x.truncate = true
				w.values[path] = x
			}
		}
	}
	return w.values
}

func hasSuffix(path, last string) bool {
	return len(path) >= len(last) && path[len(path)-len(last):] == last
}

// run walks from stage to stage.
func (w *walk) run() error {
	if w.netting != "" {
		w.a.Netting = w.netting
	}
	if w.method != "" {
		w.a.Method = w.method
	}
	w.values.putPopulation(w.frame)
	if w.universe != 0 {
		w.values["population.claims"] = w.values["population.claims"].orAlso(count(w.universe))
	}
	if w.renumbered {
		w.values["population.digest"] = w.values["population.digest"].orAlso(textValue(w.v.frame.Digest()))
	}
	first := w.v.firstPart()
	seed := cmp.Or(w.seed, w.v.seeds.First)
	method := textValue(string(w.a.Method)).orAlso(textValue(string(w.v.agreement.Method))) // a report may state the right one
	w.values[first+".method"] = method
	var err error
	if w.discovery, err = w.sample(first, seed, min(w.a.SampleSize, w.frame.Size()), 0); err != nil {
		return err
	}
	w.last = w.discovery
	t := w.tally(w.discovery)
	w.values.putTally(first, t)
	if w.a.Protocol == ProtocolDiscovery {
		met := exact.Rat(t.net).Cmp(new(big.Rat).Mul(exact.Rat(t.paid), exact.Rat(w.a.Threshold))) >= 0
		if w.threshold != nil {
			met = *w.threshold
		}
		w.values.putThreshold(met)
		if err := w.goesOn(partPopulation, first); err != nil {
			return err
		}
		if w.full = met; !met {
			return w.owe()
		}
		if err := w.drawFull(seed); err != nil {
			return err
		}
	}
	if err := w.goesOn(partPopulation, first, partFull); err != nil {
		return err
	}
	if err := w.appraise(); err != nil {
		return err
	}
	if err := w.goesOn(partEstimate); err != nil {
		return err
	}
	return w.owe()
}

// drawn is the order of selection of a sample, with spares behind it.
type drawnOrder struct {
	units  []sampling.Unit // in the order of selection
	sample int64
}

// order draws size units and spares; drawn lists are kept, since many walks draw the same.
func (w *walk) order(seed string, size, spares int64) (drawnOrder, error) {
	universe := cmp.Or(w.universe, w.frame.Size())
	spares = min(spares, universe-size)
	if !w.a.Method.Continues() {
		spares = 0
	}
	key := drawKey{w.frame, w.a.Method, seed, universe, size, spares}
	if d, ok := w.v.drawn[key]; ok {
		return d, nil
	}
	plan := sampling.SingleStage{Method: w.a.Method, Seed: seed, Low: 1, High: universe, Size: size, Spares: spares}
	var d Draw
	var err error
	if w.a.Method == sampling.MethodTickets || universe == w.frame.Size() {
		d, err = w.frame.drawSample(plan)
	} else {
		d.Selection, err = plan.Draw()
	}
	if err != nil {
		return drawnOrder{}, err
	}
	units := append(d.Units(), d.spareUnits()...)
	sorting.By(units, func(a, b sampling.Unit) int { return cmp.Compare(a.Order, b.Order) })
	got := drawnOrder{units, size}
	if w.v.drawn == nil {
		w.v.drawn = map[drawKey]drawnOrder{}
	}
	w.v.drawn[key] = got
	return got, nil
}

// drawKey tells draws apart.
type drawKey struct {
	frame                  *Frame
	method                 sampling.Method
	seed                   string
	universe, size, spares int64
}

// sample draws the orders of selection above before, up to size, and takes their determinations.
func (w *walk) sample(part, seed string, size, before int64) ([]errorrate.Claim, error) {
	if w.follow {
		if numbers := w.v.numbersOf(w.v.reported.sampleAt(part)); len(numbers) > 0 {
			return w.following(part, numbers)
		}
	}
	spares := int64(0)
	if w.lost == replaced || w.lost == spareUnknown {
		spares = size
	}
	d, err := w.order(seed, size, spares)
	if err != nil {
		return nil, err
	}
	var claims []errorrate.Claim
	var numbers, used []int64
	var ids, usedIDs []string
	next := d.sample
	for _, u := range d.units[before:d.sample] {
		c, ok := w.frame.Claim(u.Number)
		if !ok {
			return nil, errWalk
		}
		numbers, ids = append(numbers, u.Number), append(ids, c.ID)
		claim, take := w.determine(c)
		for !take && (w.lost == replaced || w.lost == spareUnknown) && next < int64(len(d.units)) {
			spare, there := w.frame.Claim(d.units[next].Number)
			if next++; !there {
				return nil, errWalk
			}
			claim, take = w.determine(spare)
		}
		if take {
			claims = append(claims, claim)
			used, usedIDs = append(used, claim.Number), append(usedIDs, claim.ID)
		}
	}
	w.putUnits(part, numbers, ids, used, usedIDs)
	if slices.ContainsFunc(claims, func(c errorrate.Claim) bool { return c.Documentation == "" }) {
		return nil, errWalk // a claim without a determination
	}
	return claims, nil
}

// putUnits writes what was drawn, or what was used of it: a report may list either.
func (w *walk) putUnits(part string, numbers []int64, ids []string, used []int64, usedIDs []string) {
	w.values.putUnits(part, numbers, ids)
	if !slices.Equal(numbers, used) {
		w.values[part+".numbers"] = w.values[part+".numbers"].orAlso(value{text: listText(used), is: listFigure})
		w.values[part+".ids"] = w.values[part+".ids"].orAlso(value{text: listText(usedIDs), is: listFigure})
		w.values[part+".size"] = w.values[part+".size"].orAlso(count(int64(len(used))))
	}
	if part == partFull {
		have := map[int64]bool{}
		for _, c := range w.discovery {
			have[c.Number] = true
		}
		var added []int64
		var addedIDs []string
		for i, n := range used {
			if !have[n] {
				added, addedIDs = append(added, n), append(addedIDs, usedIDs[i])
			}
		}
		w.values[part+".numbers"] = w.values[part+".numbers"].orAlso(value{text: listText(added), is: listFigure})
		w.values[part+".ids"] = w.values[part+".ids"].orAlso(value{text: listText(addedIDs), is: listFigure})
	}
}

// following takes the reported numbers for the sample.
func (w *walk) following(part string, numbers []int64) ([]errorrate.Claim, error) {
	var claims []errorrate.Claim
	seen := map[int64]bool{}
	if part == partFull && int64(len(numbers)) < w.sizeDue() { // the added ones alone
		for _, c := range w.discovery {
			claims, seen[c.Number] = append(claims, c), true
		}
	}
	var list []int64
	var ids []string
	for _, n := range numbers {
		c, ok := w.frame.Claim(n)
		if !ok || seen[n] {
			return nil, errWalk
		}
		seen[n] = true
		claim, take := w.determine(c)
		if !take || claim.Documentation == "" {
			return nil, errWalk
		}
		claims, list, ids = append(claims, claim), append(list, n), append(ids, c.ID)
	}
	w.values.putUnits(part, list, ids)
	return claims, nil
}

// determine makes a reviewed claim of a claim of the frame. It reports false for one that the slip leaves out; a claim without
// a determination has no documentation.
func (w *walk) determine(c FrameClaim) (errorrate.Claim, bool) {
	claim := errorrate.Claim{Number: c.Number, ID: c.ID, Payor: c.Payor, Paid: c.Paid}
	only := w.lostID == "" || w.lostID == c.ID
	d, known := w.v.byID[c.ID]
	if !known {
		return claim, !only || w.lost != dropUnknown && w.lost != spareUnknown
	}
	claim.Correct, claim.Documentation, claim.Category = copyOf(d.Correct), d.Documentation, d.Category
	if errorrate.Check([]errorrate.Claim{claim}) != nil {
		claim.Documentation = ""
		return claim, true
	}
	if claim.Documentation == errorrate.Missing && only {
		switch w.lost {
		case dropMissing, replaced:
			return claim, false
		case takenCorrect:
			paid := c.Paid
			claim.Documentation, claim.Correct, claim.Category = errorrate.Complete, &paid, errorrate.Unclassified
		}
	}
	return claim, true
}

// tally adds up a sample.
func (w *walk) tally(claims []errorrate.Claim) tally {
	var t tally
	for _, c := range claims {
		t.reviewed++
		t.paid, t.over, t.under = t.paid.Add(c.Paid), t.over.Add(c.Overpayment()), t.under.Add(c.Underpayment())
		switch d := c.Difference(); {
		case d.IsPositive():
			t.inError++
			t.overpaid++
		case d.IsNegative():
			t.inError++
			t.underpaid++
		}
		switch c.Documentation {
		case errorrate.Missing:
			t.missing++
		case errorrate.Insufficient:
			t.incomplete++
		}
	}
	t.net = t.over
	if w.a.Netting == errorrate.Netted {
		t.net = t.over.Sub(t.under)
	}
	if t.paid.IsPositive() {
		t.rate = exact.Round(new(big.Rat).Quo(exact.Rat(t.net), exact.Rat(t.paid)))
	}
	if w.claimRate && t.reviewed > 0 {
		t.rate = exact.Round(big.NewRat(t.inError, t.reviewed))
	}
	return t
}
