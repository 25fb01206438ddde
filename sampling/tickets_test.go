package sampling

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/jsonform"
)

// ticketCase is one list of testdata/consistent_sampler.json: tickets and ids drawn by Rivest's consistent_sampler.
type ticketCase struct {
	IDs     json.RawMessage `json:"ids"`
	Seed    json.RawMessage `json:"seed"`
	Take    int64           `json:"take"`
	Tickets [][2]string     `json:"tickets"`
}

// ids are given one by one or as a range of numbers.
func (c ticketCase) ids(t *testing.T) []string {
	var list []string
	if json.Unmarshal(c.IDs, &list) == nil {
		return list
	}
	var r struct{ First, Last int64 }
	if err := json.Unmarshal(c.IDs, &r); err != nil {
		t.Fatal(err)
	}
	for i := r.First; i <= r.Last; i++ {
		list = append(list, strconv.FormatInt(i, 10))
	}
	return list
}

func TestTicketsGolden(t *testing.T) {
	data, err := os.ReadFile("testdata/consistent_sampler.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []ticketCase
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	figures := 0
	for _, c := range cases {
		seed := strings.Trim(string(c.Seed), `"`)
		s, err := Tickets{Seed: seed, Size: c.Take}.Draw(slices.Values(c.ids(t)))
		if err != nil {
			t.Fatal(err)
		}
		var got [][2]string
		for _, u := range s.Sample {
			got = append(got, [2]string{u.Short(), u.ID})
		}
		if d := cmp.Diff(c.Tickets, got); d != "" {
			t.Errorf("seed %s: %s", seed, d)
		}
		figures += len(got)
	}
	if len(cases) != 4 || figures != 184 {
		t.Errorf("%d lists, %d tickets", len(cases), figures)
	}
}

// naiveTicket writes the definition down with big integers.
func naiveTicket(seed, id string) string {
	h := func(s string) string { sum := ticketHash([]byte(s)); return fmt.Sprintf("%x", sum) }
	x, _ := new(big.Int).SetString(h(h(seed)+id), 16)
	digits := []byte(fmt.Sprintf("%064s", x.String()))
	slices.Reverse(digits)
	return "0." + string(digits)
}

func TestTicketIsItsDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var hash [32]byte
		for i := range hash {
			hash[i] = rapid.Byte().Draw(t, "byte")
		}
		for i := range rapid.IntRange(0, 32).Draw(t, "zeros") {
			hash[i] = 0
		}
		x := new(big.Int).SetBytes(hash[:])
		digits := []byte(fmt.Sprintf("%064s", x.String()))
		slices.Reverse(digits)
		key := newTicketKey(&hash)
		if got := key.String(); got != "0."+string(digits) {
			t.Fatalf("%s, want 0.%s", got, digits)
		}
		if lead := ticketLead(&hash); lead != key[0]/ticketLeadShift || fmt.Sprintf("%08d", lead) != string(digits[:8]) {
			t.Fatalf("lead %08d of %s", lead, key)
		}
	})
	got, err := Tickets{Seed: "314159"}.Ticket("B-2")
	if want := naiveTicket("314159", "B-2"); err != nil || got != want || !strings.HasPrefix(got, "0.410310858") {
		t.Errorf("%s, %v, want %s", got, err, want)
	}
}

// ticketFrame generates different ids.
func ticketFrame(t *rapid.T) []string {
	return rapid.SliceOfNDistinct(rapid.StringMatching(`[A-C]-[0-9]{1,3}é?`), 1, 60, rapid.ID).Draw(t, "ids")
}

func drawTickets(t interface{ Fatal(...any) }, plan Tickets, ids []string) TicketSelection {
	s, err := plan.Draw(slices.Values(ids))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Check(); err != nil {
		t.Fatal(err)
	}
	return s
}

func ticketIDs(units []TicketUnit) []string {
	list := []string{}
	for _, u := range units {
		list = append(list, u.ID)
	}
	return list
}

func TestTicketsProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := ticketFrame(t)
		n := int64(len(ids))
		plan := Tickets{Seed: rapid.StringMatching(`[0-9a-z]{1,12}`).Draw(t, "seed")}
		plan.Size = rapid.Int64Range(1, n).Draw(t, "n")
		plan.Spares = rapid.Int64Range(0, n-plan.Size).Draw(t, "spares")
		total := plan.Size + plan.Spares
		s := drawTickets(t, plan, ids)

		naive := slices.Clone(ids)
		slices.SortFunc(naive, func(a, b string) int {
			return strings.Compare(naiveTicket(plan.Seed, a), naiveTicket(plan.Seed, b))
		})
		got := slices.Concat(ticketIDs(s.Sample), ticketIDs(s.SpareUnits))
		if !slices.Equal(got, naive[:total]) || s.FrameSize != n {
			t.Fatalf("%v of %d ids, want %v", got, s.FrameSize, naive[:total])
		}

		other := rapid.Permutation(ids).Draw(t, "order")
		if d := cmp.Diff(s, drawTickets(t, plan, other)); d != "" {
			t.Fatal("another order: ", d)
		}

		// An id that leaves moves up the ids behind it and does nothing else.
		gone := rapid.SampledFrom(ids).Draw(t, "gone")
		rest := slices.DeleteFunc(slices.Clone(other), func(id string) bool { return id == gone })
		if total < n {
			want := slices.DeleteFunc(slices.Clone(naive), func(id string) bool { return id == gone })[:total]
			less := drawTickets(t, plan, rest)
			if got := slices.Concat(ticketIDs(less.Sample), ticketIDs(less.SpareUnits)); !slices.Equal(got, want) {
				t.Fatalf("without %q %v, want %v", gone, got, want)
			}
		}

		// Two collectors merged are one.
		cut := rapid.IntRange(0, len(other)).Draw(t, "cut")
		var parts [2]*TicketCollector
		for i, list := range [][]string{other[:cut], other[cut:]} {
			parts[i], _ = plan.Collector()
			for _, id := range list {
				if err := parts[i].AddBytes([]byte(id)); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := parts[0].Merge(parts[1]); err != nil {
			t.Fatal(err)
		}
		merged, err := parts[0].Selection()
		if err != nil || !cmp.Equal(s, merged) || parts[0].Count() != n {
			t.Fatal("merged: ", cmp.Diff(s, merged), err)
		}

		// Drawing on is one draw.
		first, err := parts[0].Select(1, total-1, 0)
		if err != nil {
			t.Fatal(err)
		}
		if plan.Size > 1 {
			on, err := first.DrawOn(plan.Size - 1)
			if err != nil || on.DrawnBefore != 1 || len(on.Additional()) != int(plan.Size-1) {
				t.Fatal(on, err)
			}
			on.DrawnBefore = 0
			if d := cmp.Diff(s, on); d != "" {
				t.Fatal("drawn on: ", d)
			}
		}

		raw, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		var back TicketSelection
		if err := jsonform.Unmarshal(raw, &back); err != nil || !cmp.Equal(s, back) {
			t.Fatal(cmp.Diff(s, back), err)
		}
	})
}

// TestTicketsRepeated: a repeated id is an error exactly if it is one of those that would be drawn, in every order.
func TestTicketsRepeated(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := ticketFrame(t)
		n := rapid.IntRange(1, len(ids)).Draw(t, "n")
		plan := Tickets{Seed: "1", Size: int64(n)}
		drawn := ticketIDs(drawTickets(t, plan, ids).Sample)
		twice := rapid.SampledFrom(ids).Draw(t, "twice")
		_, err := plan.Draw(slices.Values(rapid.Permutation(append(slices.Clone(ids), twice)).Draw(t, "order")))
		if got, want := errors.Is(err, ErrTicketRepeated), slices.Contains(drawn, twice); got != want {
			t.Fatalf("%q twice: %v, drawn %t", twice, err, want)
		}
		if err != nil && !strings.Contains(err.Error(), strconv.Quote(twice)+" given 2 times") {
			t.Fatal(err)
		}
	})
}

func TestTicketsRepeatedAcrossMerge(t *testing.T) {
	a, _ := Tickets{Seed: "1", Size: 2}.Collector()
	b, _ := Tickets{Seed: "1", Size: 2}.Collector()
	for _, c := range []*TicketCollector{a, b} {
		if err := c.Add("X"); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.Merge(b); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Selection(); !errors.Is(err, ErrTicketRepeated) {
		t.Error(err)
	}
	c, _ := Tickets{Seed: "2", Size: 2}.Collector()
	for _, other := range []*TicketCollector{a, c, nil} {
		if err := a.Merge(other); !errors.Is(err, ErrSelection) {
			t.Error(err)
		}
	}
}

func TestTicketsRefuse(t *testing.T) {
	ids := []string{"A", "B", "C"}
	for name, c := range map[string]struct {
		plan Tickets
		ids  []string
		want error
	}{
		"no seed":        {Tickets{Size: 1}, ids, ErrSeed},
		"control seed":   {Tickets{Seed: "a\nb", Size: 1}, ids, ErrSeed},
		"nothing":        {Tickets{Seed: "1"}, ids, ErrSize},
		"negative":       {Tickets{Seed: "1", Size: -1, Spares: 2}, ids, ErrSize},
		"negative spare": {Tickets{Seed: "1", Size: 1, Spares: -1}, ids, ErrSize},
		"too many":       {Tickets{Seed: "1", Size: MaxUnits, Spares: 1}, ids, ErrSize},
		"drawn before":   {Tickets{Seed: "1", Size: 2, DrawnBefore: 2}, ids, ErrSize},
		"drawn negative": {Tickets{Seed: "1", Size: 2, DrawnBefore: -1}, ids, ErrSize},
		"frame":          {Tickets{Seed: "1", Size: 3, Spares: 1}, ids, ErrSize},
		"no frame":       {Tickets{Seed: "1", Size: 3, Spares: 1}, nil, ErrSize},
		"empty id":       {Tickets{Seed: "1", Size: 1}, []string{"A", ""}, ErrTicketID},
		"control id":     {Tickets{Seed: "1", Size: 1}, []string{"A\tB"}, ErrTicketID},
		"C1 id":          {Tickets{Seed: "1", Size: 1}, []string{"A\u0085B"}, ErrTicketID},
		"bytes id":       {Tickets{Seed: "1", Size: 1}, []string{"A\xff"}, ErrTicketID},
		"long id":        {Tickets{Seed: "1", Size: 1}, []string{strings.Repeat("A", MaxTicketText+1)}, ErrTicketID},
	} {
		if _, err := c.plan.Draw(slices.Values(c.ids)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := (Tickets{Seed: "1", Size: 1}).Draw(nil); !errors.Is(err, ErrSize) {
		t.Error(err)
	}
	var none TicketCollector
	if err := errors.Join(none.Add("A"), none.AddBytes([]byte("A"))); !errors.Is(err, ErrSize) {
		t.Error(err)
	}
	if err := none.AddBytes([]byte{0}); !errors.Is(err, ErrTicketID) {
		t.Error(err)
	}
	if _, err := (Tickets{}).Ticket("A"); !errors.Is(err, ErrSeed) {
		t.Error(err)
	}
	c, _ := Tickets{Seed: "1", Size: 1}.Collector()
	if _, err := c.Select(2, 0, 0); !errors.Is(err, ErrSize) {
		t.Error(err)
	}
	if err := c.Add("long " + strings.Repeat("é", MaxTicketText/2-3)); err != nil {
		t.Error(err)
	}
	if _, err := c.Select(0, 0, 0); !errors.Is(err, ErrSize) {
		t.Error(err)
	}
}

// TestTicketsChanged: a selection that was changed is neither printed nor drawn on.
func TestTicketsChanged(t *testing.T) {
	for name, change := range map[string]func(*TicketSelection){
		"seed":     func(s *TicketSelection) { s.Seed = "2" },
		"no seed":  func(s *TicketSelection) { s.Seed = "" },
		"method":   func(s *TicketSelection) { s.Method = "" },
		"frame":    func(s *TicketSelection) { s.FrameSize = 2 },
		"size":     func(s *TicketSelection) { s.Size++ },
		"spares":   func(s *TicketSelection) { s.Spares-- },
		"id":       func(s *TicketSelection) { s.Sample[0].ID = "Z" },
		"empty id": func(s *TicketSelection) { s.Sample[0].ID = "" },
		"ticket":   func(s *TicketSelection) { s.SpareUnits[0].Ticket += "1" },
		"order":    func(s *TicketSelection) { s.Sample[0].Order = 2 },
		"sorting": func(s *TicketSelection) {
			s.Sample[0], s.Sample[1] = s.Sample[1], s.Sample[0]
			s.Sample[0].Order, s.Sample[1].Order = 1, 2
		},
		"twice": func(s *TicketSelection) { s.Sample[1].ID, s.Sample[1].Ticket = s.Sample[0].ID, s.Sample[0].Ticket },
	} {
		s := drawTickets(t, Tickets{Seed: "1", Size: 2, Spares: 1}, []string{"A", "B", "C", "D"})
		change(&s)
		if err := s.WriteText(&strings.Builder{}, Heading{}); !errors.Is(err, ErrSelection) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := s.DrawOn(1); !errors.Is(err, ErrSelection) {
			t.Errorf("%s: %v", name, err)
		}
	}
	s := drawTickets(t, Tickets{Seed: "1", Size: 2, Spares: 1}, []string{"A", "B", "C", "D"})
	for _, more := range []int64{0, 2} {
		if _, err := s.DrawOn(more); !errors.Is(err, ErrSize) {
			t.Error(err)
		}
	}
}

func TestTicketsAddDoesNotAllocate(t *testing.T) {
	c, _ := Tickets{Seed: "1", Size: 1}.Collector()
	id := make([]byte, 0, 32)
	var i int64
	for range 5000 {
		i++
		_ = c.AddBytes(strconv.AppendInt(id, i, 10))
	}
	if len(c.kept) != 1 || len(c.byName) != 1 {
		t.Errorf("%d ids and %d names are kept", len(c.kept), len(c.byName))
	}
	if n := testing.AllocsPerRun(2000, func() { i++; _ = c.AddBytes(strconv.AppendInt(id, i, 10)) }); n != 0 {
		t.Errorf("%v allocations for an id", n)
	}
}

func TestTicketsText(t *testing.T) {
	s := drawTickets(t, Tickets{Seed: " blank", Size: 2, Spares: 1, DrawnBefore: 1}, []string{"A ", "B\u202e", "C"})
	var b strings.Builder
	if err := s.WriteText(&b, Heading{Audit: "Probe", File: "CLAIMS.CSV"}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`PUBLIC SEED: " blank"`, `"A "`, `"B\u202e"`, "FILE OF IDS: CLAIMS.CSV", "AUDIT: Probe",
		"ORDERS OF SELECTION 1 THROUGH 1 WERE DRAWN EARLIER, 2 THROUGH 2 NOW", "Spares\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing in\n%s", want, b.String())
		}
	}
	if words := strings.Join(strings.Fields(b.String()), " "); !strings.Contains(words, TicketsRecommendation) {
		t.Error("the recommendation is missing")
	}
}
