package iromath

import (
	"cmp"
	"slices"

	"github.com/iromath/iromath/sampling"
)

// The sample of a corrected frame: the first claims in the order of selection that still belong. Given which claims
// belong, every order of them is as likely as every other, so that it is a simple random sample of the corrected frame.

// Replacement is a drawn claim that left with a correction, and the claim that stepped in for it.
type Replacement struct {
	// Correction is the number of the correction, from 1.
	Correction int `json:"correction"`
	// Left is the claim that left, LeftID its id.
	Left   sampling.Unit `json:"left"`
	LeftID string        `json:"leftId"`
	// In is the claim that stepped in, InID its id. None for a spare that left before it was needed, and where no claim of
	// the frame was left to step in.
	In   *sampling.Unit `json:"in,omitempty"`
	InID string         `json:"inId,omitempty"`
}

// firstBelonging returns the first n of an order that belong, as indexes in the order; fewer where there are not so many.
func firstBelonging(order []int64, n int64, belongs func(number int64) bool) []int {
	list := make([]int, 0, min(n, int64(len(order))))
	for i, number := range order {
		if int64(len(list)) == n {
			break
		}
		if belongs(number) {
			list = append(list, i)
		}
	}
	return list
}

// replacements follows a sample of the first n of an order through the corrections, one after the other. left has the
// number of the correction with which a claim left. Claims that leave with one correction are paired with those that step
// in by the order of selection.
func replacements(order []int64, n int64, left map[int64]int, corrections int) []Replacement {
	var list []Replacement
	unit := func(i int) sampling.Unit { return sampling.Unit{Order: int64(i) + 1, Number: order[i]} }
	paired := map[int]bool{}
	last := -1
	sample := firstBelonging(order, n, func(int64) bool { return true })
	for c := 1; c <= corrections; c++ {
		next := firstBelonging(order, n, func(number int64) bool { return left[number] == 0 || left[number] > c })
		in := without(next, sample)
		for i, out := range without(sample, next) {
			paired[out] = true
			r := Replacement{Correction: c, Left: unit(out)}
			if i < len(in) {
				u := unit(in[i])
				r.In = &u
			}
			list = append(list, r)
		}
		if sample = next; len(next) > 0 {
			last = max(last, next[len(next)-1])
		}
	}
	for i := range last + 1 {
		if c := left[order[i]]; c != 0 && !paired[i] {
			list = append(list, Replacement{Correction: c, Left: unit(i)})
		}
	}
	slices.SortStableFunc(list, func(a, b Replacement) int {
		return cmp.Or(cmp.Compare(a.Correction, b.Correction), cmp.Compare(a.Left.Order, b.Left.Order))
	})
	return list
}

// without returns the members of an ascending list that are not in another one.
func without(list, other []int) (rest []int) {
	for _, v := range list {
		if _, found := slices.BinarySearch(other, v); !found {
			rest = append(rest, v)
		}
	}
	return rest
}

// order lists the numbers of all drawn claims, spares included, in the order of selection.
func (d Draw) order() []int64 {
	if t := d.Tickets; t != nil {
		return slices.Concat(t.Numbers, t.SpareNumbers)
	}
	s := d.Selection
	order := make([]int64, len(s.Sample)+len(s.SpareUnits))
	for _, u := range slices.Concat(s.Sample, s.SpareUnits) {
		order[u.Order-1] = u.Number
	}
	return order
}

// corrected applies the replacements of a draw to its sample.
func (d Draw) corrected(sample []sampling.Unit) []sampling.Unit {
	for _, r := range d.Replacements {
		if r.In != nil {
			sample = append(sample, *r.In)
		}
	}
	out := make(map[int64]bool, len(d.Replacements))
	for _, r := range d.Replacements {
		out[r.Left.Order] = true
	}
	return slices.DeleteFunc(sample, func(u sampling.Unit) bool { return out[u.Order] })
}

// drawCorrected draws a sample by a plan, with as many spares as it takes until plan.Size claims belong, or all that do.
func (r *Review) drawCorrected(plan sampling.SingleStage) (Draw, error) {
	belongs := func(number int64) bool { return r.left[number] == 0 }
	want := min(plan.Size, r.universe())
	agreed, frame := plan.Spares, r.frame.Size()
	for {
		d, err := r.frame.drawSample(plan)
		if err != nil || len(r.left) == 0 {
			return d, err
		}
		order := d.order()
		drawn := int64(len(order))
		sample := firstBelonging(order, want, belongs)
		have := int64(len(sample))
		if have < want && drawn < frame {
			// Of the claims not drawn yet rest belong: so many more draws are likely to do.
			missing, rest := want-have, r.universe()-have
			more := missing + missing*(frame-drawn-rest)/rest + 1
			plan.Spares += min(more, frame-drawn)
			continue
		}
		needed := agreed
		if have > 0 {
			needed = max(agreed, int64(sample[have-1])+1-plan.Size)
		}
		if needed != plan.Spares {
			plan.Spares = needed
			continue
		}
		d.Replacements = replacements(order, plan.Size, r.left, len(r.corrections))
		for i := range d.Replacements {
			p := &d.Replacements[i]
			c, _ := r.frame.Claim(p.Left.Number)
			p.LeftID = c.ID
			if p.In != nil {
				c, _ = r.frame.Claim(p.In.Number)
				p.InID = c.ID
			}
		}
		return d, nil
	}
}

// drawnUnit is where a claim was drawn.
type drawnUnit struct {
	order int64
	stage Stage
}

// drawnUnits are the claims of all samples by number: the order of selection in the last sample that holds the claim, and
// the stage of the first. Claims that were reviewed for a sample that a correction has undone keep theirs.
func (r *Review) drawnUnits() map[int64]drawnUnit {
	drawn := make(map[int64]drawnUnit, len(r.asked))
	for n, u := range r.asked {
		if _, reviewed := r.reviewed[n]; reviewed {
			drawn[n] = u
		}
	}
	now := map[int64]bool{}
	for _, d := range r.draws {
		for _, u := range d.Units() {
			stage := d.Stage
			if now[u.Number] {
				stage = drawn[u.Number].stage
			}
			now[u.Number] = true
			drawn[u.Number] = drawnUnit{u.Order, stage}
		}
	}
	return drawn
}
