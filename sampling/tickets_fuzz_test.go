package sampling

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/jsonform"
)

// FuzzTicketsJSON: whatever plan is decoded is refused or draws what the definition says; whatever selection is decoded
// is refused or holds together.
func FuzzTicketsJSON(f *testing.F) {
	f.Add([]byte(`{"seed":"314159","size":2,"spares":1}`), "A-1\x00A-2\x00A-3\x00B-1")
	f.Add([]byte(`{"seed":"1","size":1,"spares":0,"drawnBefore":-9}`), "A")
	f.Add([]byte(`{"seed":"","size":9223372036854775807,"spares":9223372036854775807}`), "")
	f.Fuzz(func(t *testing.T, data []byte, ids string) {
		var s TicketSelection
		if jsonform.Unmarshal(data, &s) == nil {
			_ = s.WriteText(&strings.Builder{}, Heading{})
			_ = s.Additional()
		}
		var plan Tickets
		if jsonform.Unmarshal(data, &plan) != nil || plan.Size > 1000 || plan.Spares > 1000 {
			return
		}
		got, err := plan.Draw(slices.Values(strings.Split(ids, "\x00")))
		if err != nil {
			known := []error{ErrSeed, ErrSize, ErrFrame, ErrTicketID, ErrTicketRepeated}
			if !slices.ContainsFunc(known, func(e error) bool { return errors.Is(err, e) }) {
				t.Fatal(err)
			}
			return
		}
		for _, u := range slices.Concat(got.Sample, got.SpareUnits) {
			if u.Ticket != naiveTicket(plan.Seed, u.ID) {
				t.Fatal(u)
			}
		}
		if err := got.Check(); err != nil {
			t.Fatal(err)
		}
	})
}
