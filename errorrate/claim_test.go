package errorrate

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

func ptr(s string) *decimal.Decimal { d := dec(s); return &d }

// claim makes a claim with complete documentation.
func claim(number int64, paid, correct string) Claim {
	return Claim{Number: number, ID: fmt.Sprintf("C%d", number), Paid: dec(paid), Correct: ptr(correct),
		Documentation: Complete}
}

func missing(number int64, paid string) Claim {
	return Claim{Number: number, ID: fmt.Sprintf("C%d", number), Paid: dec(paid), Documentation: Missing}
}

func TestClaimAmounts(t *testing.T) {
	insufficient := claim(1, "80", "30.25")
	insufficient.Documentation = Insufficient
	for name, c := range map[string]struct {
		claim                           Claim
		difference, overpaid, underpaid string
		inError                         bool
	}{
		"correct":      {claim(1, "100", "100.00"), "0", "0", "0", false},
		"overpaid":     {claim(1, "100", "60.5"), "39.5", "39.5", "0", true},
		"underpaid":    {claim(1, "100", "100.01"), "-0.01", "0", "0.01", true},
		"not payable":  {claim(1, "100", "0"), "100", "100", "0", true},
		"insufficient": {insufficient, "49.75", "49.75", "0", true},
		"missing":      {missing(1, "80"), "80", "80", "0", true}, // the whole paid amount
	} {
		got := []string{c.claim.Difference().String(), c.claim.Overpayment().String(), c.claim.Underpayment().String()}
		if diff := cmp.Diff([]string{c.difference, c.overpaid, c.underpaid}, got); diff != "" ||
			c.claim.InError() != c.inError {
			t.Errorf("%s: %s", name, diff)
		}
		if err := Check([]Claim{c.claim}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestMissingIsNeverCorrect: Check refuses a correct amount together with missing documentation, and it never counts.
func TestMissingIsNeverCorrect(t *testing.T) {
	c := claim(1, "80", "80")
	c.Documentation = Missing
	if !c.Overpayment().Equal(dec("80")) || !c.InError() {
		t.Errorf("overpaid %s", c.Overpayment())
	}
}

// TestEveryMistakeByItself: every rule has its error, and the error names the claim and the value.
func TestEveryMistakeByItself(t *testing.T) {
	change := func(f func(*Claim)) Claim {
		c := claim(7, "100", "50")
		f(&c)
		return c
	}
	for name, c := range map[string]struct {
		claim Claim
		want  error
		text  string
	}{
		"paid zero":           {change(func(c *Claim) { c.Paid = dec("0.00") }), ErrPaid, "0.00"},
		"paid negative":       {change(func(c *Claim) { c.Paid = dec("-5") }), ErrPaid, "-5.00"},
		"paid tenth of cents": {change(func(c *Claim) { c.Paid = dec("99.999") }), ErrAmount, "paid amount 99.999"},
		"paid huge": {change(func(c *Claim) { c.Paid = decimal.New(1, 2_000_000_000) }), ErrAmount,
			"paid amount 1E2000000000"},
		"paid tiny":        {change(func(c *Claim) { c.Paid = decimal.New(1, -2_000_000_000) }), ErrAmount, "paid amount"},
		"paid wild zero":   {change(func(c *Claim) { c.Paid = decimal.New(0, 2_000_000_000) }), ErrAmount, "paid amount"},
		"out of range":     {change(func(c *Claim) { c.Paid = dec("9000000000000000.01") }), ErrAmount, "9000000000000000.01"},
		"reason no UTF-8":  {change(func(c *Claim) { c.Reason = "\xFF" }), ErrText, "UTF-8"},
		"correct negative": {change(func(c *Claim) { c.Correct = ptr("-0.01") }), ErrCorrect, "-0.01 is negative"},
		"correct fraction": {change(func(c *Claim) { c.Correct = ptr("0.001") }), ErrAmount, "correct amount 0.001"},
		"correct huge": {change(func(c *Claim) { d := decimal.New(7, 2_000_000_000); c.Correct = &d }), ErrAmount,
			"correct amount 7E2000000000"},
		"correct wild zero": {change(func(c *Claim) { d := decimal.New(0, 2_000_000_000); c.Correct = &d }), ErrAmount,
			"correct amount"},
		"correct absent": {change(func(c *Claim) { c.Correct = nil }), ErrCorrect,
			"missing though documentation is complete"},
		"absent, insufficient": {change(func(c *Claim) { c.Correct, c.Documentation = nil, Insufficient }), ErrCorrect,
			"missing though documentation is insufficient"},
		"correct and missing": {change(func(c *Claim) { c.Documentation = Missing }), ErrCorrect,
			"given though documentation is missing"},
		"documentation empty": {change(func(c *Claim) { c.Documentation = "" }), ErrDocumentation, `""`},
		"documentation word":  {change(func(c *Claim) { c.Documentation = "COMPLETE" }), ErrDocumentation, `"COMPLETE"`},
		"text of a code":      {change(func(c *Claim) { c.CodeCorrect = "\xFF" }), ErrText, "UTF-8"},
		"category word":       {change(func(c *Claim) { c.Category = "fraud" }), ErrCategory, `"fraud"`},
		"no id":               {change(func(c *Claim) { c.ID = "" }), ErrID, "claim id is missing"},
		"a blank for an id":   {change(func(c *Claim) { c.ID = " " }), ErrID, `claim id " " has blanks around it`},
		"a blank after an id": {change(func(c *Claim) { c.ID = "a " }), ErrID, `claim id "a " has blanks around it`},
		"a tab before an id":  {change(func(c *Claim) { c.ID = "\ta" }), ErrID, `claim id "\ta" has blanks around it`},
		"a wide blank":        {change(func(c *Claim) { c.ID = "a\u3000" }), ErrID, "has blanks around it"},
	} {
		done := make(chan error, 1)
		go func() { done <- Check([]Claim{c.claim}) }()
		select {
		case err := <-done:
			if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.text) {
				t.Errorf("%s: %v, want %v …%s…", name, err, c.want, c.text)
			}
			var list ClaimErrors
			if !errors.As(err, &list) || len(list) != 1 || list[0].Number != 7 {
				t.Errorf("%s: %v", name, err)
			}
			_, rateErr := Sample{Claims: []Claim{c.claim}}.Rate()
			if diff := cmp.Diff(err.Error(), rateErr.Error()); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("%s: no answer in ten seconds", name)
		}
	}
	negative := claim(1, "5", "5")
	negative.Number = -1
	if err := Check([]Claim{negative}); !errors.Is(err, ErrNumber) {
		t.Errorf("a negative claim number: %v", err)
	}
	for _, good := range []string{"12.50000", "1000000000000", "0.01"} {
		if err := Check([]Claim{claim(1, good, good)}); err != nil {
			t.Errorf("%s: %v", good, err)
		}
	}
}

// TestAllMistakesAtOnce: every offending claim is listed, with everything that is wrong with it.
func TestAllMistakesAtOnce(t *testing.T) {
	claims := []Claim{
		claim(1, "10", "10"),
		{Number: 2, ID: "two", Paid: dec("-1"), Documentation: "?", Category: "?"}, // paid, documentation, category
		claim(3, "10", "-2"),
		claim(1, "10", "10"), // same id, same number
		// amount, correct, same id
		{Number: 5, ID: "C3", Paid: dec("10.001"), Correct: ptr("1"), Documentation: Missing},
		// no id and no number, twice, is no duplicate
		{Number: 0, Paid: dec("1"), Documentation: Missing},
		{Number: 0, Paid: dec("1"), Documentation: Missing},
	}
	err := Check(claims)
	var list ClaimErrors
	if !errors.As(err, &list) {
		t.Fatal(err)
	}
	var got []string
	for _, e := range list {
		name := ""
		for n, sentinel := range map[string]error{"paid": ErrPaid, "amount": ErrAmount, "correct": ErrCorrect,
			"documentation": ErrDocumentation,
			"category":      ErrCategory, "duplicate": ErrRepeated, "id": ErrID} {
			if errors.Is(e, sentinel) {
				name += n
			}
		}
		got = append(got, fmt.Sprintf("%d %s %s", e.Number, e.ID, name))
	}
	want := []string{"2 two paid", "2 two documentation", "2 two category", "3 C3 correct", "1 C1 duplicate",
		"1 C1 duplicate",
		"5 C3 amount", "5 C3 correct", "5 C3 duplicate", "0  id", "0  id"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, e := range []error{ErrPaid, ErrAmount, ErrCorrect, ErrDocumentation, ErrCategory, ErrRepeated, ErrID} {
		if !errors.Is(err, e) {
			t.Errorf("not named: %v", e)
		}
	}
	for _, text := range []string{"errorrate: 11 wrong claims: claim 2 (two): ",
		"; claim 1 (C1): claim is there twice: same id; " +
			"claim 1 (C1): claim is there twice: same number; claim 5 (C3): "} {
		if !strings.Contains(err.Error(), text) {
			t.Errorf("no %q in %v", text, err)
		}
	}
	if err := Check(nil); !errors.Is(err, ErrNoClaims) {
		t.Errorf("%v", err)
	}
}
