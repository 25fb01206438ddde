package iromath

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/sorting"
	"github.com/iromath/iromath/sampling"
)

// Draw is a drawn sample and the stage it was drawn for. The sample is one of numbers or, where the agreement has claims
// drawn by tickets, one of claim ids. [Draw.Units] gives the claims of both.
type Draw struct {
	Stage Stage `json:"stage"`
	// Selection of numbers; left out for tickets.
	Selection sampling.Selection `json:"selection,omitzero"`
	// Tickets is the selection of claim ids; none for the other methods.
	Tickets *TicketDraw `json:"tickets,omitempty"`
	// Replacements are the drawn claims that left with a correction of the frame, and those that stepped in for them. The
	// selection is what the seed gives, as it was printed, with as many spares as it took.
	Replacements []Replacement `json:"replacements,omitempty"`
}

// TicketDraw is a selection of claim ids by tickets, with the numbers that these claims have in the frame.
type TicketDraw struct {
	sampling.TicketSelection
	// Numbers are those of the sample, in the order of the tickets; SpareNumbers are those of the spares.
	Numbers      []int64 `json:"numbers"`
	SpareNumbers []int64 `json:"spareNumbers"`
}

// Units returns the order of selection and the frame number of each claim of the sample, in sequential order: those that
// stepped in are among them, those that left are not. A claim drawn by tickets whose number is missing has the number 0, which
// no claim of a frame has.
func (d Draw) Units() []sampling.Unit {
	if d.Tickets == nil && d.Replacements == nil {
		return slices.Clone(d.Selection.Sample)
	}
	units := slices.Clone(d.Selection.Sample)
	if d.Tickets != nil {
		units = numbered(d.Tickets.Sample, d.Tickets.Numbers)
	}
	units = d.corrected(units)
	sorting.By(units, func(a, b sampling.Unit) int { return cmp.Compare(a.Number, b.Number) })
	return units
}

// numbered are units drawn by tickets with their numbers in the frame.
func numbered(tickets []sampling.TicketUnit, numbers []int64) []sampling.Unit {
	units := make([]sampling.Unit, len(tickets))
	for i, u := range tickets {
		units[i].Order = u.Order
		if i < len(numbers) {
			units[i].Number = numbers[i]
		}
	}
	return units
}

// WriteText writes the printout of the selection. The errors are those of [sampling.Selection.WriteText] or
// [sampling.TicketSelection.WriteText].
func (d Draw) WriteText(w io.Writer, h Heading) error {
	if d.Tickets != nil {
		return d.Tickets.WriteText(w, h)
	}
	return d.Selection.WriteText(w, h)
}

// plan are the facts of a draw that a report states. That of tickets is in the form of the others.
func (d Draw) plan() sampling.SingleStage {
	if t := d.Tickets; t != nil {
		return sampling.SingleStage{Method: t.Method, Seed: t.Seed, Low: 1, High: t.FrameSize, Size: t.Size, Spares: t.Spares,
			DrawnBefore: t.DrawnBefore, FrameDigest: t.FrameDigest}
	}
	return d.Selection.SingleStage
}

// clone copies the lists of a draw.
func (d Draw) clone() Draw {
	s := &d.Selection
	s.Sample, s.SpareUnits, s.Warnings = slices.Clone(s.Sample), slices.Clone(s.SpareUnits), slices.Clone(s.Warnings)
	if d.Tickets = copyOf(d.Tickets); d.Tickets != nil {
		t := d.Tickets
		t.Sample, t.SpareUnits = slices.Clone(t.Sample), slices.Clone(t.SpareUnits)
		t.Numbers, t.SpareNumbers = slices.Clone(t.Numbers), slices.Clone(t.SpareNumbers)
	}
	d.Replacements = slices.Clone(d.Replacements)
	for i := range d.Replacements {
		d.Replacements[i].In = copyOf(d.Replacements[i].In)
	}
	return d
}

// drawSample draws a sample of the frame by the method of a plan, whose frame it fills in.
func (f *Frame) drawSample(plan sampling.SingleStage) (d Draw, err error) {
	plan.Low, plan.High, plan.FrameDigest = 1, f.Size(), f.Digest()
	if plan.Method == sampling.MethodTickets {
		d.Tickets, err = f.drawTickets(sampling.Tickets{Seed: plan.Seed, Size: plan.Size, Spares: plan.Spares,
			DrawnBefore: plan.DrawnBefore, FrameDigest: plan.FrameDigest})
		return d, err
	}
	d.Selection, err = plan.Draw()
	return d, err
}

// drawTickets draws claim ids by their tickets. The ids of a frame are all different.
func (f *Frame) drawTickets(plan sampling.Tickets) (*TicketDraw, error) {
	collector, err := plan.Collector()
	if err != nil {
		return nil, err
	}
	for i := range f.claims.size {
		id, _, _ := f.claims.get(i)
		if err := collector.AddBytes(id); err != nil {
			return nil, err
		}
	}
	selection, err := collector.Selection()
	if err != nil {
		return nil, err
	}
	number := make(map[string]int64, plan.Size+plan.Spares)
	for _, u := range slices.Concat(selection.Sample, selection.SpareUnits) {
		number[u.ID] = 0
	}
	for i := range f.claims.size {
		id, _, _ := f.claims.get(i)
		if _, drawn := number[string(id)]; drawn {
			number[string(id)] = i + 1
		}
	}
	d := &TicketDraw{TicketSelection: selection, Numbers: []int64{}, SpareNumbers: []int64{}}
	for _, u := range selection.Sample {
		d.Numbers = append(d.Numbers, number[u.ID])
	}
	for _, u := range selection.SpareUnits {
		d.SpareNumbers = append(d.SpareNumbers, number[u.ID])
	}
	return d, nil
}

// checkFreshSeeds refuses two seeds that start the generator alike: the fresh sample would be the first one again. From a
// small frame different seeds draw the same claims by chance, so they are told apart by what they draw from a large one.
func (r *Review) checkFreshSeeds() error {
	seeds := [2]string{r.seeds.First, r.seeds.Full}
	same := false
	if r.agreement.Method == sampling.MethodTickets {
		for _, seed := range seeds {
			if _, err := (sampling.Tickets{Seed: seed}).Ticket("1"); err != nil {
				return err
			}
		}
		same = seeds[0] == seeds[1]
	} else {
		plan := sampling.SingleStage{Method: r.agreement.Method, Low: 1, High: math.MaxInt32, Size: 20}
		var drawn [2]sampling.Selection
		for i, seed := range seeds {
			plan.Seed = seed
			var err error
			if drawn[i], err = plan.Draw(); err != nil {
				return err
			}
		}
		same = slices.Equal(drawn[0].Sample, drawn[1].Sample)
	}
	if same {
		return finding.At("seeds.full", fmt.Errorf("%w: %q and %q draw the same numbers; a fresh full sample takes a seed of its own",
			ErrSeeds, finding.Clip(r.seeds.First), finding.Clip(r.seeds.Full)))
	}
	return nil
}
