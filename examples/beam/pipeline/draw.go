package pipeline

import (
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/iromath/iromath"
	"github.com/iromath/iromath/sampling"
	"github.com/shopspring/decimal"
)

func init() {
	beam.RegisterCoder(reflect.TypeFor[Drawn](), encodeDrawn, decodeDrawn)
	beam.RegisterCoder(reflect.TypeFor[Below](), encodeBelow, decodeBelow)
	register.Combiner2[Drawn, Claims](&drawFn{})
	register.DoFn3x0[Claims, func(*Drawn) bool, func(Below)](&numberFn{})
	register.Function2x1(addBelow)
	register.Iter1[Drawn]()
	register.Emitter1[Below]()
}

// Drawn holds the claims with the smallest tickets.
type Drawn struct{ Claims []DrawnClaim }

// DrawnClaim is a claim with its ticket.
type DrawnClaim struct {
	Claim
	Ticket string
}

func (c DrawnClaim) frameClaim(number int64) iromath.FrameClaim {
	return iromath.FrameClaim{Number: number, ID: c.ID, Payor: c.Payor, Paid: decimal.New(c.Cents, -2)}
}

// drawFn keeps as many claims as the plan has units and spares, those with the smallest tickets. A ticket follows from
// the id and the seed alone, so nothing has to be sorted or numbered.
type drawFn struct {
	Plan sampling.Tickets
}

func (f *drawFn) keep() int { return int(f.Plan.Size + f.Plan.Spares) }

func (f *drawFn) AddInput(list Drawn, c Claims) (Drawn, error) {
	for _, claim := range c.List {
		ticket, err := f.Plan.Ticket(claim.ID)
		if err != nil {
			return Drawn{}, fmt.Errorf("claim %q: %w", claim.ID, err)
		}
		list.Claims = keepSmallest(list.Claims, f.keep(), compareTickets, DrawnClaim{claim, ticket})
	}
	return list, nil
}

func (f *drawFn) MergeAccumulators(a, b Drawn) Drawn {
	for _, c := range b.Claims {
		a.Claims = keepSmallest(a.Claims, f.keep(), compareTickets, c)
	}
	return a
}

func (f *drawFn) ExtractOutput(list Drawn) Drawn {
	return Drawn{trimSmallest(list.Claims, f.keep(), compareTickets)}
}

func compareTickets(a, b DrawnClaim) int {
	return cmp.Or(cmp.Compare(a.Ticket, b.Ticket), cmp.Compare(a.ID, b.ID))
}

func encodeDrawn(d Drawn) ([]byte, error) { return json.Marshal(d) }

func decodeDrawn(data []byte) (d Drawn, err error) { return d, json.Unmarshal(data, &d) }

// Below counts the claims of the frame by the drawn claims, sorted by their places.
type Below struct {
	// UpTo are the claims up to the first drawn one, those behind it and up to the second, and so on: the sum of the first
	// k is the number of the k-th in the frame.
	UpTo []int64
	// At are the claims in the very place of a drawn one, which has to be that one alone.
	At []int64
}

// numberFn counts the claims of a bundle. It makes the numbers of drawn claims a second pass over the frame, instead of
// a sort of it.
type numberFn struct {
	places []Place
	below  Below
}

func (f *numberFn) StartBundle(func(*Drawn) bool, func(Below)) { f.below = Below{} }

func (f *numberFn) ProcessElement(c Claims, drawn func(*Drawn) bool, _ func(Below)) {
	if f.below.UpTo == nil {
		var d Drawn
		drawn(&d)
		f.places = placesOf(d)
		f.below = Below{UpTo: make([]int64, len(f.places)), At: make([]int64, len(f.places))}
	}
	for _, claim := range c.List {
		i, at := slices.BinarySearchFunc(f.places, claim.Place, Place.Compare)
		if i < len(f.places) {
			f.below.UpTo[i]++
		}
		if at {
			f.below.At[i]++
		}
	}
}

func (f *numberFn) FinishBundle(_ func(*Drawn) bool, emit func(Below)) {
	if f.below.UpTo != nil {
		emit(f.below)
	}
}

func placesOf(d Drawn) []Place {
	var places []Place
	for _, c := range d.Claims {
		places = append(places, c.Place)
	}
	slices.SortFunc(places, Place.Compare)
	return places
}

func addBelow(a, b Below) Below {
	sum := Below{UpTo: slices.Clone(a.UpTo), At: slices.Clone(a.At)}
	for i := range b.UpTo {
		sum.UpTo[i] += b.UpTo[i]
		sum.At[i] += b.At[i]
	}
	return sum
}

func encodeBelow(b Below) ([]byte, error) { return json.Marshal(b) }

func decodeBelow(data []byte) (b Below, err error) { return b, json.Unmarshal(data, &b) }

// selection is the draw with the numbers that the drawn claims have in the frame.
func (d Drawn) selection(plan sampling.Tickets, size int64, below Below) (iromath.TicketDraw, error) {
	var s iromath.TicketDraw
	collector, err := plan.Collector()
	if err != nil {
		return s, err
	}
	for _, c := range d.Claims {
		if err := collector.Add(c.ID); err != nil {
			return s, err
		}
	}
	if s.TicketSelection, err = collector.Selection(); err != nil {
		return s, err
	}
	s.FrameSize = size
	numbers, err := d.numbers(below)
	if err != nil {
		return s, err
	}
	s.Numbers, s.SpareNumbers = numbers[:plan.Size:plan.Size], numbers[plan.Size:]
	return s, nil
}

// numbers are those of the drawn claims in the frame, in the order of the tickets.
func (d Drawn) numbers(below Below) ([]int64, error) {
	byPlace := map[Place]int64{}
	var number int64
	for i, p := range placesOf(d) {
		if below.At[i] != 1 {
			return nil, fmt.Errorf("%d claims are in the place %d: their numbers are not known", below.At[i], p.Line)
		}
		number += below.UpTo[i]
		byPlace[p] = number
	}
	numbers := make([]int64, len(d.Claims))
	for i, c := range d.Claims {
		numbers[i] = byPlace[c.Place]
	}
	return numbers, nil
}
