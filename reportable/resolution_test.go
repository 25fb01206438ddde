package reportable

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestSettle(t *testing.T) {
	for _, c := range []struct {
		request, multiplied, amount string
		minimum                     bool
	}{
		{`{"matter":"other","damages":"13333.33","cmp":"yes"}`, "19999.995", "20000", true},
		{`{"matter":"other","damages":"13333.34","cmp":"yes"}`, "20000.01", "20000.01", false},
		{`{"matter":"other","damages":"0.01","cmp":"yes"}`, "0.015", "20000", true},
		{`{"matter":"other","damages":"0","cmp":"yes"}`, "0", "20000", true},
		{`{"matter":"other","damages":"1000000.33","cmp":"yes"}`, "1500000.495", "1500000.495", false},
		{`{"matter":"kickback","remuneration":"66666.66","cmp":"yes"}`, "99999.99", "100000", true},
		{`{"matter":"kickback","remuneration":"66666.67","cmp":"yes"}`, "100000.005", "100000.005", false},
		{`{"matter":"kickback","remuneration":"200000","multiplier":"2","cmp":"yes"}`, "400000", "400000", false},
		{`{"matter":"other","damages":"99999999999999999999999999999999999999.99","cmp":"yes"}`,
			"149999999999999999999999999999999999999.985", "149999999999999999999999999999999999999.985", false},
	} {
		r := decode[Resolution](t, c.request)
		s, err := r.Settle()
		if err != nil {
			t.Errorf("%s: %v", c.request, err)
			continue
		}
		if s.Multiplied.String() != c.multiplied || s.Amount.String() != c.amount || s.MinimumDecides != c.minimum {
			t.Errorf("%s: %s, %s, %v", c.request, s.Multiplied, s.Amount, s.MinimumDecides)
		}
		roundTrip(t, s)
	}
}

func TestSettleSteps(t *testing.T) {
	both, err := Resolution{Matter: Kickback, Remuneration: ptr("1"), BothWays: true}.Settle()
	if err != nil {
		t.Fatal(err)
	}
	if got := codes(both.Steps); !slices.Equal(got, []string{"note_the_cia", "copy_to_monitor"}) {
		t.Errorf("%v", got)
	}
	if got := warningCodes(both.Warnings); !slices.Equal(got, []string{"cmp_not_recorded", "general_practice"}) {
		t.Errorf("%v", got)
	}
	if got := codes(both.Reasons); !slices.Equal(got, []string{"like_a_self_disclosure", "on_remuneration", "minimum"}) {
		t.Errorf("%v", got)
	}
	once, err := Resolution{Matter: OtherMatter, Damages: ptr("1"), CMP: Yes}.Settle()
	if got := codes(once.Steps); err != nil || !slices.Equal(got, []string{"through_the_monitor"}) {
		t.Errorf("%v, %v", got, err)
	}
	none, err := Resolution{Matter: OtherMatter, Damages: ptr("50000"), CMP: No}.Settle()
	if err != nil || none.Applies != No || !none.Amount.IsZero() || len(none.Steps) > 0 ||
		!slices.Contains(codes(none.Reasons), "no_cmp_authority") {
		t.Errorf("%v, %+v", err, none)
	}
	roundTrip(t, none)
}

func TestSettleRefuses(t *testing.T) {
	for _, c := range []struct {
		request string
		want    error
		text    string
	}{
		{`{"matter":""}`, ErrWord, "matter"},
		{`{"matter":"fraud"}`, ErrWord, "fraud"},
		{`{"matter":"other"}`, ErrFacts, "damages"},
		{`{"matter":"kickback","damages":"1"}`, ErrFacts, "remuneration"},
		{`{"matter":"kickback","damages":"1","remuneration":"1"}`, ErrFacts, "alone"},
		{`{"matter":"other","damages":"-0.01"}`, ErrAmount, "negative"},
		{`{"matter":"other","damages":"0.005"}`, ErrAmount, "cents"},
		{`{"matter":"other","damages":"1e9999"}`, ErrAmount, "digits"},
		{`{"matter":"other","damages":"1","multiplier":"1.49"}`, ErrAmount, "1.5"},
		{`{"matter":"other","damages":"1","multiplier":"-2"}`, ErrAmount, "1.5"},
		{`{"matter":"other","damages":"1","multiplier":"1001"}`, ErrAmount, "1000"},
		{`{"matter":"other","damages":"1","multiplier":"1e-9999"}`, ErrAmount, "digits"},
		{`{"matter":"other","damages":"1","cmp":"maybe"}`, ErrWord, "cmp"},
	} {
		if s, err := decode[Resolution](t, c.request).Settle(); !errors.Is(err, c.want) ||
			!strings.Contains(err.Error(), c.text) || !s.Amount.IsZero() {
			t.Errorf("%s: %v", c.request, err)
		}
	}
}

// TestSettleProperty: the amount is never below the minimum or the multiplied base, it is one of the two, and it grows with
// the base.
func TestSettleProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cents := rapid.Int64Range(0, 1_000_000_000).Draw(t, "cents")
		base, more := decimal.New(cents, -2), decimal.New(cents+rapid.Int64Range(0, 100).Draw(t, "more"), -2)
		r := Resolution{Matter: OtherMatter, Damages: &base, CMP: Yes}
		if rapid.Bool().Draw(t, "kickback") {
			r = Resolution{Matter: Kickback, Remuneration: &base, CMP: Yes}
		}
		s, err := r.Settle()
		if err != nil {
			t.Fatal(err)
		}
		thrice := base.Add(base).Add(base)
		if !s.Multiplied.Add(s.Multiplied).Equal(thrice) || s.Amount.Cmp(s.Minimum) < 0 || s.Amount.Cmp(s.Multiplied) < 0 ||
			!s.Amount.Equal(s.Minimum) && !s.Amount.Equal(s.Multiplied) {
			t.Fatalf("%+v", s)
		}
		base = more
		if again, err := r.Settle(); err != nil || again.Amount.Cmp(s.Amount) < 0 {
			t.Fatalf("%v: %s after %s", err, again.Amount, s.Amount)
		}
	})
}
