package textfile

import (
	"errors"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/finding"
)

func TestWholes(t *testing.T) {
	names := func(u Unit) []string { return []string{"universe", "sample"}[2-len(u.Numbers):] }
	dec := decimal.RequireFromString
	got, err := Wholes([]Unit{{Line: 1, Numbers: []decimal.Decimal{dec("5.00"), dec("1e3")}},
		{Line: 3, Numbers: []decimal.Decimal{dec("0")}}}, 1000, names)
	if err != nil || got[0][0] != 5 || got[0][1] != 1000 || got[1][0] != 0 {
		t.Errorf("%v, %v", got, err)
	}
	_, err = Wholes([]Unit{{Line: 1, Numbers: []decimal.Decimal{dec("5.5"), dec("-1")}}, {Line: 2},
		{Line: 3, Numbers: []decimal.Decimal{dec("1001")}},
		{Line: 4, Numbers: []decimal.Decimal{dec("99999999999999999999999999")}}}, 1000, names)
	var rows finding.RowErrors
	if !errors.As(err, &rows) || len(rows) != 4 {
		t.Fatalf("%v", err)
	}
	for i, want := range []string{`line 1, universe "5.5"`, `line 1, sample "-1"`,
		`line 3, sample "1001": not a whole number from 0 to 1000`, `line 4, sample`} {
		if !strings.HasPrefix(rows[i].Error(), want) {
			t.Errorf("%s, want %s", rows[i], want)
		}
	}
}

func TestDescription(t *testing.T) {
	for name, want := range map[string]string{
		"1 Region 1": "Region 1", "1 1\t1   New  York": "New  York", "1\t2\tMaine": "Maine", "Maine": "Maine", "": "", "12": "", "1 2 3": "",
		"19x5 clinic": "19x5 clinic", "-1 Maine": "-1 Maine", "3 1st Street": "1st Street", "1.5 x": "1.5 x",
	} {
		if got := Description(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
