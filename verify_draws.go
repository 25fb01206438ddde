package iromath

import (
	"bytes"
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/sampling"
)

// joined lists claims or seeds for a sentence, at most twenty.
func joined(list []string) string {
	const most = 20
	var parts []string
	for _, s := range list[:min(len(list), most)] {
		parts = append(parts, finding.Clip(s))
	}
	text := strings.Join(parts, ", ")
	if more := len(list) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// missing lists the claims drawn whose documentation is missing.
func (v *verifier) missing() (ids []string) {
	return v.drawnWhere(func(d Determination, known bool) bool { return known && d.Documentation == errorrate.Missing })
}

// unknown lists the claims drawn that have no determination.
func (v *verifier) unknown() (ids []string) {
	return v.drawnWhere(func(_ Determination, known bool) bool { return !known })
}

func (v *verifier) drawnWhere(is func(d Determination, known bool) bool) (ids []string) {
	if v.review == nil {
		return nil
	}
	for _, d := range v.review.draws {
		if d.Stage == StageFull && v.none[partFull].why != "" && v.agreement.FullSample == FullSampleFresh && v.seeds.Full == "" {
			continue // drawn with a seed that stands in
		}
		for _, u := range d.Units() {
			c, _ := v.frame.Claim(u.Number)
			if det, known := v.byID[c.ID]; is(det, known) && !slices.Contains(ids, c.ID) {
				ids = append(ids, c.ID)
			}
		}
	}
	return ids
}

// open reports whether a figure does not match.
func (v *verifier) open(path string) bool {
	for _, c := range v.checks {
		if c.Path == path {
			return c.Status != FigureMatches
		}
	}
	return false
}

// drawHypotheses are errors of how claims were drawn.
func (v *verifier) drawHypotheses() []hypothesis {
	first := v.firstPart()
	reported := v.reported.sampleAt(first)
	numbers := v.numbersOf(reported)
	var list []hypothesis
	const (
		rule       = "The documented seed, method and frame draw the sample; anyone can draw it again."
		sourceDraw = "RAT-STATS User's Guide 2-4 to 2-13; " + oigFAQ
	)
	add := func(code, error string, s slip) {
		list = append(list, hypothesis{code: code, error: error, rule: rule, source: sourceDraw, slip: s})
	}
	drawOpen := v.open(first+".numbers") || v.open(first+".ids") || v.open(first+".seed")
	if v.agreement.Method == sampling.RATSTATS && drawOpen && len(numbers) > 0 {
		v.seedHypotheses(add, numbers, reported.Seed, func(seed string) slip { return slip{seed: seed} })
		if path := first + ".seed"; len(list) > 0 && v.open(path) {
			list[0].also = []string{path}
		}
	} else if drawOpen {
		for _, seed := range slipsOf(reported.Seed) {
			add("wrong_seed", fmt.Sprintf("The sample does not come from the seed %s; it comes from the seed %s.", finding.Clip(reported.Seed), seed), slip{seed: seed})
		}
	}
	full := v.reported.sampleAt(partFull)
	fullOpen := v.open("full.numbers") || v.open("full.ids") || v.none[partFull].why != "" && v.agreement.FullSample == FullSampleFresh
	if stated := v.fullSeed(full); stated != "" {
		error := "The full sample was drawn with another seed than the discovery sample, which it continues."
		if v.reported.Agreement.FullSample == "" {
			error = "The full sample was drawn anew, with another seed than the discovery sample."
		}
		list = append(list, hypothesis{code: "full_other_seed", error: error, rule: v.withDiscovery("A full sample that continues the " +
			"discovery sample is drawn with its seed."), source: sourceDraw, slip: slip{fullSeed: stated}})
	} else if numbers := v.numbersOf(full); v.agreement.Method == sampling.RATSTATS && fullOpen && !drawOpen && len(numbers) > 0 {
		v.seedHypotheses(add, numbers, full.Seed, func(seed string) slip { return slip{fullSeed: seed} })
	}
	if v.seeds.First == "" {
		return list
	}
	ofMethod := rule
	if v.reported.Agreement.Method == "" && !v.agreement.RATSTATSRequired {
		ofMethod += " Where the agreement does not require RAT-STATS, another program may be used and is to be described. " +
			leftOpen("names no method", "draws as RAT-STATS does")
	}
	for _, m := range methods() {
		if m != v.agreement.Method {
			list = append(list, hypothesis{code: "other_method", error: "The numbers were drawn " + generators[m] + ".", rule: ofMethod,
				source: sourceDraw, slip: slip{method: m}})
		}
	}
	for _, n := range v.drawnFrom(numbers, drawOpen) {
		error := "The numbers were drawn from 1 to " + exact.CommasInt(n) + ", not from the claims of the frame."
		add("other_frame_size", error, slip{universe: n})
		add("other_frame_size", error, slip{universe: n, sized: n, appraised: n})
	}
	return list
}

// slipsOf are the texts that a seed becomes when two neighbouring characters change places.
func slipsOf(seed string) []string {
	var list []string
	if len(seed) > 100 {
		return nil
	}
	for i := 1; i < len(seed); i++ {
		if seed[i-1] != seed[i] {
			list = append(list, seed[:i-1]+seed[i:i+1]+seed[i-1:i]+seed[i+1:])
		}
	}
	return list
}

// fullSeed returns the seed that a report states of a full sample which continues the discovery sample, if it is another.
func (v *verifier) fullSeed(full ReportedSample) string {
	if v.agreement.FullSample != FullSampleContinue || full.Seed == v.seeds.First || sameSeedNumber(full.Seed, v.seeds.First) {
		return ""
	}
	return full.Seed
}

// seedHypotheses look for seeds that give the reported numbers.
func (v *verifier) seedHypotheses(add func(code, error string, s slip), numbers []int64, mistyped string, with func(string) slip) {
	found, err := sampling.SeedSearch{Low: 1, High: v.frame.Size(), Numbers: numbers, Mistyped: mistyped}.Search()
	if err != nil || len(found.Matches) == 0 {
		return
	}
	m := found.Matches[0]
	seeds := slices.Concat(m.Slips, m.TimesOfDay, m.WholeNumbers)
	if len(seeds) == 0 {
		return
	}
	code, error := "wrong_seed", fmt.Sprintf("The numbers do not come from the seed %s; they come from", finding.Clip(mistyped))
	if mistyped == "" {
		code, error = "no_seed", "No seed is stated; the numbers come from"
	}
	error += " the seed " + seeds[0]
	if more := m.TimesOfDayCount + m.WholeNumbersCount; more > 1 {
		error += " or one of the others that start the generator alike"
	}
	add(code, error+".", with(seeds[0]))
}

// universes are numbers of claims that may have been taken for that of the frame.
func (v *verifier) universes() []int64 {
	var list []int64
	size := v.frame.Size()
	add := func(n int64) {
		if n > 0 && n != size && n <= MaxFrameClaims && !slices.Contains(list, n) {
			list = append(list, n)
		}
	}
	for _, n := range v.statedUniverses() {
		add(n)
	}
	for _, o := range v.others {
		add(o.Frame.Size())
	}
	s := v.frame.summary
	add(s.Rows)
	for _, e := range s.Exclusions {
		if e.Count > 0 {
			add(size + e.Count)
		}
	}
	if v.review != nil {
		for _, d := range v.review.draws {
			add(size - int64(len(d.Units())))
		}
	}
	add(size + 1)
	add(size - 1)
	return list
}

// statedUniverses are the numbers of claims that the report states and that are not that of the frame.
func (v *verifier) statedUniverses() []int64 {
	var list []int64
	stated := []Printed{v.reported.Population.Claims}
	if e := v.reported.Estimate; e != nil {
		stated = append(stated, e.Universe)
	}
	for _, p := range stated {
		if n, ok := wholeOf(p); ok && n != v.frame.Size() {
			list = append(list, n)
		}
	}
	return list
}

// near is how far from the size of the frame others are looked for.
const near = 1000

// drawnFrom are sizes of frames that reported numbers may have been drawn from: the likely ones, and of those near the size
// of the frame the ones that give the numbers.
func (v *verifier) drawnFrom(numbers []int64, drawOpen bool) []int64 {
	list := v.universes()
	if len(numbers) == 0 { // no guesses where no number can speak against them
		list = v.statedUniverses()
	}
	if !drawOpen || len(numbers) == 0 || v.agreement.Method == sampling.MethodTickets {
		return list
	}
	size := v.frame.Size()
	want := slices.Sorted(slices.Values(numbers))
	for n := max(size-near, want[len(want)-1], 1); n <= size+near; n++ {
		if n == size || slices.Contains(list, n) {
			continue
		}
		s, err := sampling.SingleStage{Method: v.agreement.Method, Seed: v.seeds.First, Low: 1, High: n, Size: int64(len(want))}.Draw()
		if err != nil {
			continue
		}
		if slices.EqualFunc(s.Sample, want, func(u sampling.Unit, n int64) bool { return u.Number == n }) {
			list = append(list, n)
		}
	}
	return list
}

// frameHypotheses are errors of the frame.
func (v *verifier) frameHypotheses() []hypothesis {
	if v.standIn {
		return nil
	}
	var list []hypothesis
	for _, o := range v.others {
		text, rule := o.Error, rulePopulation
		if known, ok := frameErrors[o.Code]; ok {
			text, rule = cmp.Or(text, known[0]), known[1]
		}
		list = append(list, hypothesis{code: o.Code, error: text, rule: rule, source: oigFAQ, slip: slip{frame: o.Frame}})
	}
	return append(list, v.orderHypotheses()...)
}

// orderHypotheses are errors of how the claims of the frame were numbered.
func (v *verifier) orderHypotheses() []hypothesis {
	open := v.open("population.digest") || len(v.unknown()) > 0
	for _, part := range []string{partDiscovery, partSample, partFull} {
		open = open || v.open(part+".ids")
	}
	if !open {
		return nil
	}
	f, size := v.frame, v.frame.Size()
	id := func(a, b int64) int { return bytes.Compare(f.claims.id(a), f.claims.id(b)) }
	paid := func(a, b int64) int {
		_, _, x := f.claims.get(a)
		_, _, y := f.claims.get(b)
		return cmp.Compare(x, y)
	}
	ids := slices.Collect(indexes(size))
	var list []hypothesis
	for _, o := range []struct {
		code, error string
		order       func(order []int64)
	}{
		{"frame_counted_from_0", "The claims of the frame were counted from 0.", func(o []int64) { rotate(o, 1) }},
		{"frame_counted_from_2", "The header line of the claims file was counted as the first claim.", func(o []int64) { rotate(o, len(o)-1) }},
		{"frame_reversed", "The frame was numbered in reverse order.", slices.Reverse[[]int64]},
		{"frame_sorted", "The frame was sorted by claim id before it was numbered.", func(o []int64) { slices.SortStableFunc(o, id) }},
		{"frame_sorted_by_paid", "The frame was sorted by the paid amount before it was numbered.", func(o []int64) { slices.SortStableFunc(o, paid) }},
		{"frame_sorted_by_paid", "The frame was sorted by the paid amount, the greatest first, before it was numbered.",
			func(o []int64) { slices.SortStableFunc(o, func(a, b int64) int { return paid(b, a) }) }},
	} {
		order := slices.Clone(ids)
		o.order(order)
		other := f.inOrder(order)
		if other.Digest() == f.Digest() {
			continue
		}
		list = append(list, hypothesis{code: o.code, error: o.error, source: "this library, Frame.Digest; " + oigFAQ,
			rule: "A number is that of the claim in the frame, from 1 in the order of the claims file that the digest identifies.",
			slip: slip{frame: other, renumbered: true}})
	}
	return list
}

// indexes counts from 0 to below n.
func indexes(n int64) iter.Seq[int64] {
	return func(yield func(int64) bool) {
		for i := int64(0); i < n && yield(i); i++ {
		}
	}
}

// rotate makes item n the first.
func rotate(list []int64, n int) {
	if len(list) > 0 {
		copy(list, append(slices.Clone(list[n%len(list):]), list[:n%len(list)]...))
	}
}

// inOrder returns the frame with its claims in another order.
func (f *Frame) inOrder(order []int64) *Frame {
	number := map[string]uint32{}
	for i, p := range f.claims.payors {
		number[p] = uint32(i)
	}
	list := claimList{payors: f.claims.payors}
	for _, i := range order {
		id, payor, cents := f.claims.get(i)
		list.add(id, cents, number[payor], 0)
	}
	return newFrame(list, f.paid, f.summary)
}

// fallbacks say what was done and not why.
func (v *verifier) fallbacks() []hypothesis {
	list := []hypothesis{
		{code: "sample_changed", error: "The sample is not what the seed draws; the figures are those of the claims reported.",
			rule: "Claims that were drawn are not exchanged.", source: oigFAQ, slip: slip{follow: true}, fallback: true},
	}
	for _, p := range v.fullSizes() {
		if n, ok := wholeOf(p); ok && n < v.values["size.size"].number.IntPart() {
			list = append(list, hypothesis{code: "size_changed", error: "The full sample is smaller than the formula gives; the figures " +
				"behind it are those of a sample of this size.", rule: ruleSufficient, source: sourceSufficient, fallback: true,
				slip: slip{sizeAs: n}})
		}
	}
	if d := v.reported.Population.Digest; d != "" && v.open("population.digest") && !v.standIn {
		values := v.values.clone()
		values["population.digest"] = textValue(d)
		list = append(list, hypothesis{code: "frame_changed", error: "The digest is that of another frame: claims, their order, payors or " +
			"amounts are not those of the frame at hand.", rule: "A sample is one of the frame that its digest identifies and of no other.",
			source: "this library, Frame.Digest", values: values, fallback: true})
	}
	return list
}
