package sampling

import (
	"cmp"
	"container/heap"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"github.com/iromath/iromath/internal/finding"
)

// TicketCollector takes the ids of a frame one by one and keeps those with the smallest tickets, as many as the plan
// has units and spares. Its memory does not grow with the frame, and an id that is not kept costs no allocation. What
// it gives does not depend on the order of the ids, errors about repeated ones included.
//
// A repeated id is seen where it matters and only there: the result names every id among the kept ones that was given
// more than once, however far apart, so no drawn id can have come twice. A repetition of an id that is not kept is not
// seen. It changes no unit, but it counts in FrameSize.
//
// Make one with [Tickets.Collector]. A collector is not safe for concurrent use: fill several and
// [TicketCollector.Merge] them.
type TicketCollector struct {
	plan   Tickets
	keep   int
	seen   int64
	buf    []byte // the prefix, and the id behind it
	lead   uint64 // of the largest ticket kept, once keep ids are there
	kept   ticketHeap
	byName map[string]*ticketEntry
}

// ticketEntry is one kept id.
type ticketEntry struct {
	key   ticketKey
	id    string
	times int64
}

// compare orders entries by ticket, and by id in the collision that is not expected.
func (e *ticketEntry) compare(o *ticketEntry) int {
	return cmp.Or(e.key.compare(o.key), strings.Compare(e.id, o.id))
}

// ticketHeap has the largest ticket on top.
type ticketHeap []*ticketEntry

func (h ticketHeap) Len() int           { return len(h) }
func (h ticketHeap) Less(i, j int) bool { return h[i].compare(h[j]) > 0 }
func (h ticketHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ticketHeap) Push(x any)        { *h = append(*h, x.(*ticketEntry)) }
func (h *ticketHeap) Pop() any {
	old := *h
	x := old[len(old)-1]
	old[len(old)-1] = nil
	*h = old[:len(old)-1]
	return x
}

// Collector returns an empty collector for the plan. The errors wrap [ErrSeed], [ErrSize] or [ErrFrame].
func (t Tickets) Collector() (*TicketCollector, error) {
	if err := t.check(); err != nil {
		return nil, err
	}
	return &TicketCollector{
		plan:   t,
		keep:   int(t.Size + t.Spares),
		buf:    ticketPrefix(t.Seed),
		byName: map[string]*ticketEntry{},
	}, nil
}

// Count is the number of ids added so far.
func (c *TicketCollector) Count() int64 { return c.seen }

// Add adds one id. The error wraps [ErrTicketID] and says which id it was, from 1; the id is not counted then.
func (c *TicketCollector) Add(id string) error {
	if err := checkTicketText(ErrTicketID, id); err != nil {
		return fmt.Errorf("%w (id %d)", err, c.seen+1)
	}
	if err := c.made(); err != nil {
		return err
	}
	c.buf = append(c.buf[:2*sha256.Size], id...)
	c.add()
	return nil
}

// AddBytes is Add for an id in bytes, which are not kept and may be used again.
func (c *TicketCollector) AddBytes(id []byte) error {
	if err := checkTicketText(ErrTicketID, id); err != nil {
		return fmt.Errorf("%w (id %d)", err, c.seen+1)
	}
	if err := c.made(); err != nil {
		return err
	}
	c.buf = append(c.buf[:2*sha256.Size], id...)
	c.add()
	return nil
}

// made refuses a collector that was not made by [Tickets.Collector].
func (c *TicketCollector) made() error {
	if c.keep == 0 {
		return fmt.Errorf("%w 0: the collector has no plan", ErrSize)
	}
	return nil
}

// add offers the id in buf. The first digits of its ticket decide about nearly all ids of a large frame.
func (c *TicketCollector) add() {
	c.seen++
	hash := ticketHash(c.buf)
	if len(c.kept) == c.keep && ticketLead(&hash) > c.lead {
		return
	}
	id := c.buf[2*sha256.Size:]
	if e := c.byName[string(id)]; e != nil {
		e.times++
		return
	}
	c.offer(ticketEntry{key: newTicketKey(&hash), id: string(id), times: 1})
}

// offer keeps an id that is not kept yet if its ticket is small enough.
func (c *TicketCollector) offer(e ticketEntry) {
	switch {
	case len(c.kept) < c.keep:
		heap.Push(&c.kept, &e)
	case e.compare(c.kept[0]) >= 0:
		return
	default:
		delete(c.byName, c.kept[0].id)
		c.kept[0] = &e
		heap.Fix(&c.kept, 0)
	}
	c.byName[e.id] = &e
	c.lead = c.kept[0].key[0] / ticketLeadShift
}

// Merge adds the ids that another collector has seen, as if each had been added here. Both have to have one seed and
// keep equally many, or the error wraps [ErrSelection]. The other collector stays as it is.
func (c *TicketCollector) Merge(other *TicketCollector) error {
	if other == nil || c == other {
		return fmt.Errorf("%w: a collector has to be merged with another one", ErrSelection)
	}
	if c.plan.Seed != other.plan.Seed || c.keep != other.keep {
		return fmt.Errorf("%w: collectors of different seeds or sizes cannot be merged", ErrSelection)
	}
	for _, e := range other.kept {
		if own := c.byName[e.id]; own != nil {
			own.times += e.times
		} else {
			c.offer(*e)
		}
	}
	c.seen += other.seen
	return nil
}

// Selection returns the sample and the spares of the plan from the ids added so far. More ids may be added after it.
// The errors wrap [ErrSize] if there are fewer ids than the plan asks for, and [ErrTicketRepeated] with a list of the
// repeated ids among the kept ones.
func (c *TicketCollector) Selection() (TicketSelection, error) { return c.selection(c.plan) }

// Select is [TicketCollector.Selection] with other sizes, which together are at most those of the plan: keep 200, take
// 50, and later 200 of which the first 50 were drawn before. The errors are those of Selection.
func (c *TicketCollector) Select(size, spares, drawnBefore int64) (TicketSelection, error) {
	plan := c.plan
	plan.Size, plan.Spares, plan.DrawnBefore = size, spares, drawnBefore
	return c.selection(plan)
}

func (c *TicketCollector) selection(plan Tickets) (TicketSelection, error) {
	if err := plan.check(); err != nil {
		return TicketSelection{}, err
	}
	total := plan.Size + plan.Spares
	if total > int64(c.keep) {
		return TicketSelection{}, fmt.Errorf("%w %d and %d spares exceed the %d ids that the collector keeps",
			ErrSize, plan.Size, plan.Spares, c.keep)
	}
	entries := slices.Clone(c.kept)
	slices.SortFunc(entries, (*ticketEntry).compare)
	if err := ticketRepeated(entries); err != nil {
		return TicketSelection{}, err
	}
	if total > int64(len(entries)) {
		return TicketSelection{}, fmt.Errorf("%w %d and %d spares exceed the frame of %d ids",
			ErrSize, plan.Size, plan.Spares, len(entries))
	}
	units := make([]TicketUnit, total)
	for i := range units {
		units[i] = TicketUnit{Order: int64(i + 1), Ticket: entries[i].key.String(), ID: entries[i].id}
	}
	return TicketSelection{
		Tickets:    plan,
		Method:     MethodTickets,
		FrameSize:  c.seen,
		Sample:     units[:plan.Size:plan.Size],
		SpareUnits: units[plan.Size:],
	}, nil
}

// ticketRepeated lists the entries that came more than once.
func ticketRepeated(entries []*ticketEntry) error {
	var repeated []*ticketEntry
	for _, e := range entries {
		if e.times > 1 {
			repeated = append(repeated, e)
		}
	}
	if len(repeated) == 0 {
		return nil
	}
	return fmt.Errorf("%w: %s", ErrTicketRepeated, finding.Join("id", "ids", len(repeated), func(i int) string {
		return fmt.Sprintf("%q given %d times", finding.Clip(repeated[i].id), repeated[i].times)
	}))
}
