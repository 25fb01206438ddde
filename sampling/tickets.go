package sampling

import (
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/iromath/iromath/internal/finding"
)

// MethodTickets is how results of [Tickets] name their method. It needs no numbers and is no method of [SingleStage].
const MethodTickets Method = "tickets"

// What a caller of [Tickets] may branch on beside [ErrSeed], [ErrSize] and [ErrSelection].
var (
	// ErrTicketID is returned for an id that is empty, too long, not UTF-8, or has control characters.
	ErrTicketID = errors.New("sampling: ticket id")
	// ErrTicketRepeated is returned where an id that would be drawn was given more than once.
	ErrTicketRepeated = errors.New("sampling: repeated ids")
)

// MaxTicketText is the largest number of bytes of an id or a seed.
const MaxTicketText = 1000

// Tickets is the plan of a simple random sample of ids by lottery tickets: every id gets a ticket that follows from
// the id and a public seed alone, and the ids with the smallest tickets are the sample. Nothing has to be numbered or
// sorted, the order in which ids come has no influence, and an id that leaves the frame, or joins it, moves no other.
//
// The ticket is a number between 0 and 1. With h(s) for the 64 lower-case hexadecimal digits of the SHA-256 hash of
// text s in UTF-8,
//
//	x = h(h(seed) + id), read as a hexadecimal integer and written with at least 64 decimal digits,
//
// and the ticket is "0." followed by the digits of x from the last to the first. These are the tickets of generation 1
// of Rivest's consistent_sampler (drawing with replacement, its later generations, is not offered).
//
// Ids are compared as bytes: "A1", "a1" and "A1 " are three ids. Two different ids with one ticket would be a
// collision of SHA-256, of which none is known; the smaller id in bytes would come first.
//
// Source: R. L. Rivest, consistent_sampler (2018), https://github.com/ron-rivest/consistent_sampler.
type Tickets struct {
	// Seed is any text of at most [MaxTicketText] bytes, used as it is given: "20261122-public-dice". It should be made
	// public and come from dice or another source that nobody controls, after the frame is fixed. It has no default.
	Seed string `json:"seed"`
	// Size is the number of ids of the sample.
	Size int64 `json:"size"`
	// Spares is the number of ids after them that are listed as spares.
	Spares int64 `json:"spares" request:"optional"`
	// DrawnBefore says that so many orders of selection, the first ones, were drawn earlier. It changes no ticket.
	DrawnBefore int64 `json:"drawnBefore,omitempty"`
	// FrameDigest identifies the frame of ids, as that of [SingleStage] does. Optional; it changes no ticket.
	FrameDigest string `json:"frameDigest,omitempty"`
}

// TicketUnit is one selected id.
type TicketUnit struct {
	// Order is the order of selection, from 1: the unit has the Order-th smallest ticket.
	Order int64 `json:"order"`
	// Ticket is the whole ticket number: "0." and 64 to 78 digits.
	Ticket string `json:"ticket"`
	// ID is the id as it was given.
	ID string `json:"id"`
}

func (u TicketUnit) order() int64 { return u.Order }

// TicketSelection is a sample drawn by tickets together with the plan it came from.
type TicketSelection struct {
	// Tickets is the plan.
	Tickets
	// Method is [MethodTickets].
	Method Method `json:"method"`
	// FrameSize is the number of ids that were given.
	FrameSize int64 `json:"frameSize"`
	// Sample are the ids of the sample in the order of their tickets.
	Sample []TicketUnit `json:"sample"`
	// SpareUnits are the next ids in the order of their tickets.
	SpareUnits []TicketUnit `json:"spareUnits"`
}

// Draw draws from the ids that the sequence gives, in any order, and keeps no more than Size+Spares of them in memory.
// The errors wrap [ErrSeed], [ErrSize], [ErrFrame] (a digest that is none), [ErrTicketID] or [ErrTicketRepeated]; see
// [TicketCollector] for repeated ids.
// It is [Tickets.Collector] with every id added.
func (t Tickets) Draw(ids iter.Seq[string]) (TicketSelection, error) {
	c, err := t.Collector()
	if err != nil {
		return TicketSelection{}, err
	}
	if ids != nil {
		for id := range ids {
			if err := c.Add(id); err != nil {
				return TicketSelection{}, err
			}
		}
	}
	return c.Selection()
}

// DrawFrom is [Tickets.Draw] for ids that are all at hand: every id that was given more than once is an error that wraps
// [ErrTicketRepeated], whether it would be drawn or not.
func (t Tickets) DrawFrom(ids []string) (TicketSelection, error) {
	if err := repeatedIDs(ids); err != nil {
		return TicketSelection{}, err
	}
	return t.Draw(slices.Values(ids))
}

// repeatedIDs names the ids that stand in a list more than once.
func repeatedIDs(ids []string) error {
	times := make(map[string]int, len(ids))
	var repeated []string
	for _, id := range ids {
		if times[id]++; times[id] == 2 {
			repeated = append(repeated, id)
		}
	}
	if len(repeated) == 0 {
		return nil
	}
	return fmt.Errorf("%w: %s", ErrTicketRepeated, finding.Join("id", "ids", len(repeated), func(i int) string {
		return fmt.Sprintf("%q given %d times", finding.Clip(repeated[i]), times[repeated[i]])
	}))
}

// Ticket returns the whole ticket number of one id, so that any id of the frame can be looked into. The errors wrap
// [ErrSeed] or [ErrTicketID].
func (t Tickets) Ticket(id string) (string, error) {
	if err := checkTicketText(ErrSeed, t.Seed); err != nil {
		return "", finding.At("seed", err)
	}
	if err := checkTicketText(ErrTicketID, id); err != nil {
		return "", err
	}
	sum := ticketHash(append(ticketPrefix(t.Seed), id...))
	return newTicketKey(&sum).String(), nil
}

// check refuses seeds and sizes that cannot be drawn with, whatever the ids are.
func (t Tickets) check() error {
	if err := checkTicketText(ErrSeed, t.Seed); err != nil {
		return finding.At("seed", err)
	}
	switch {
	case t.Size < 0:
		return fmt.Errorf("%w %d is negative", ErrSize, t.Size)
	case t.Spares < 0:
		return fmt.Errorf("%w: %d spares are a negative number", ErrSize, t.Spares)
	case t.Size == 0 && t.Spares == 0:
		return fmt.Errorf("%w 0 and no spares: nothing is to be drawn", ErrSize)
	case t.Size > MaxUnits || t.Spares > MaxUnits-t.Size:
		return fmt.Errorf("%w %d and %d spares exceed the %d units of one draw", ErrSize, t.Size, t.Spares, MaxUnits)
	case t.DrawnBefore < 0:
		return fmt.Errorf("%w: %d units drawn before are a negative number", ErrSize, t.DrawnBefore)
	case t.DrawnBefore > 0 && t.DrawnBefore >= t.Size:
		return fmt.Errorf("%w %d adds nothing to the %d units drawn before", ErrSize, t.Size, t.DrawnBefore)
	}
	return checkDigest(t.FrameDigest)
}

// DrawOn makes the next spares units of the sample, in their order: n and then m more are what one draw of n+m would
// have given. The result has as many spares fewer, and its DrawnBefore is the size of the sample before. To draw on
// beyond the spares, draw again from the frame with a larger Size, or keep the collector and use
// [TicketCollector.Select]: the first units stay what they are.
//
// The error wraps [ErrSelection] if s does not hold together (see [TicketSelection.Check]), and [ErrSize] if more is
// not from 1 to the number of spares.
func (s TicketSelection) DrawOn(more int64) (TicketSelection, error) {
	if err := s.Check(); err != nil {
		return TicketSelection{}, err
	}
	if more < 1 || more > s.Spares {
		return TicketSelection{}, fmt.Errorf("%w: %d more units are not from 1 to the %d spares of the selection",
			ErrSize, more, s.Spares)
	}
	r := s
	r.DrawnBefore, r.Size, r.Spares = s.Size, s.Size+more, s.Spares-more
	all := make([]TicketUnit, 0, len(s.Sample)+len(s.SpareUnits))
	all = append(append(all, s.Sample...), s.SpareUnits...)
	r.Sample, r.SpareUnits = all[:r.Size:r.Size], all[r.Size:]
	return r, nil
}

// Additional returns the units that were not drawn earlier, those with an order of selection above DrawnBefore. For a
// first draw it is the whole sample.
func (s TicketSelection) Additional() []TicketUnit {
	return drawnAfter(s.DrawnBefore, s.Sample, TicketUnit.order)
}

// Check computes every ticket again from the seed and the id and makes sure that numbers, orders and tickets are those
// of the plan. That no other id of the frame has a smaller ticket can only be checked with the frame: draw again. The
// error names the first difference and wraps [ErrSelection].
func (s TicketSelection) Check() error {
	if err := s.check(); err != nil {
		return fmt.Errorf("%w cannot be drawn from its inputs: %w", ErrSelection, finding.Inside("sampling", err))
	}
	differs := func(what string, have, want any) error {
		return fmt.Errorf("%w is not what its inputs give: %s is %v, its inputs give %v", ErrSelection, what, have, want)
	}
	switch {
	case s.Method != MethodTickets:
		return differs("the method", finding.Clip(string(s.Method)), MethodTickets)
	case int64(len(s.Sample)) != s.Size:
		return differs("the number of units", len(s.Sample), s.Size)
	case int64(len(s.SpareUnits)) != s.Spares:
		return differs("the number of spares", len(s.SpareUnits), s.Spares)
	case s.FrameSize < s.Size+s.Spares:
		return differs("the frame size", s.FrameSize, fmt.Sprintf("at least %d", s.Size+s.Spares))
	}
	before := TicketUnit{}
	for i := range s.Size + s.Spares {
		u := TicketUnit{}
		if i < s.Size {
			u = s.Sample[i]
		} else {
			u = s.SpareUnits[i-s.Size]
		}
		want, err := s.Ticket(u.ID)
		switch {
		case err != nil:
			return fmt.Errorf("%w: unit %d: %w", ErrSelection, i+1, finding.Inside("sampling", err))
		case u.Order != i+1:
			return differs(fmt.Sprintf("the order of unit %d", i+1), u.Order, i+1)
		case u.Ticket != want:
			return differs(fmt.Sprintf("the ticket of unit %d", i+1), u.Ticket[:min(len(u.Ticket), len(want)+1)], want)
		case i > 0 && (u.Ticket < before.Ticket || u.Ticket == before.Ticket && u.ID <= before.ID):
			return fmt.Errorf("%w: unit %d does not come after unit %d by its ticket", ErrSelection, i+1, i)
		}
		before = u
	}
	return nil
}
