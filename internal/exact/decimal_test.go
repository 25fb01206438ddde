package exact

import (
	"errors"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "-0": "0", "00012": "12", "+5": "5", ".5": "0.5", "5.": "5", "-1.230": "-1.23", "1234567890123456789012345": "1234567890123456789012345",
	} {
		d, err := Parse(in)
		if err != nil || String(d) != want {
			t.Errorf("Parse(%q) = %s, %v; want %s", in, String(d), err, want)
		}
	}
	for _, in := range []string{"", "-", "+", ".", "1e400", "1E5", "0x10", "1_000", "1,000", " 1", "1 ", "--1", "1.2.3", "NaN", "Inf", "1-", "١", "−1"} {
		if d, err := Parse(in); !errors.Is(err, ErrNumber) {
			t.Errorf("Parse(%q) = %s, %v", in, String(d), err)
		}
	}
	for _, in := range []string{strings.Repeat("9", 41), "0." + strings.Repeat("0", 40) + "1"} {
		if _, err := Parse(in); !errors.Is(err, ErrDigits) {
			t.Errorf("Parse of %d bytes: %v", len(in), err)
		}
	}
}

func TestParseAmount(t *testing.T) {
	for in, want := range map[string]string{
		"1,234.50": "1234.5", "$1,234.50": "1234.5", "-$7": "-7", "$-7": "-7", "-1,000": "-1000", "12": "12", "1,000,000.": "1000000", "$0.32": "0.32", "+$5": "5",
	} {
		d, err := ParseAmount(in)
		if err != nil || String(d) != want {
			t.Errorf("ParseAmount(%q) = %s, %v; want %s", in, String(d), err, want)
		}
	}
	for _, in := range []string{"", "$", "-", "-$", "1.234,56", "1,23", ",123", "1,2345", "1,,234", "1234,567", "$$5", "--5", "-$-5", "5$", "(5)", "1,234,5", "1,0 00"} {
		if d, err := ParseAmount(in); !errors.Is(err, ErrNumber) {
			t.Errorf("ParseAmount(%q) = %s, %v", in, String(d), err)
		}
	}
}

func TestCheckNeverExpands(t *testing.T) {
	for _, d := range []decimal.Decimal{decimal.New(1, math.MaxInt32), decimal.New(1, math.MinInt32), decimal.New(-5, 1_000_000_000), decimal.New(1, 40), decimal.New(0, 1_000_000)} {
		err := Check(d)
		if !errors.Is(err, ErrDigits) {
			t.Errorf("%v", err)
		}
		if len(String(d)) > 60 {
			t.Errorf("String expanded %d", d.Exponent())
		}
	}
	wide := decimal.NewFromBigInt(new(big.Int).Exp(big.NewInt(7), big.NewInt(5000), nil), 0)
	if err := Check(wide); !errors.Is(err, ErrDigits) || len(err.Error()) > 200 {
		t.Errorf("a number of thousands of digits: %.300v", err)
	}
	for _, d := range []decimal.Decimal{{}, decimal.New(0, 39), decimal.New(1, 39), decimal.New(1, -40)} {
		if err := Check(d); err != nil {
			t.Error(err)
		}
	}
	if s := String(decimal.New(0, 1_000_000)); s != "0E1000000" {
		t.Errorf("zero with an exponent: %s", s)
	}
}

func TestStringRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDecimal(t)
		back, err := Parse(String(d))
		if err != nil || !back.Equal(d) {
			t.Fatalf("%s -> %s, %v", d, String(d), err)
		}
		if c := Canonical(d); !c.Equal(d) || c.Exponent() > 0 || String(c) != String(d) {
			t.Fatalf("canonical form of %s is %s", d, c)
		}
		if amount, err := ParseAmount(Commas(d, 12)); err != nil || !amount.Equal(d.Round(12)) {
			t.Fatalf("%s printed with commas is %s, read %s, %v", d, Commas(d, 12), amount, err)
		}
	})
}

func TestFormats(t *testing.T) {
	for _, c := range []struct {
		in     string
		places int
		commas string
		print  string
	}{
		{"0.32", 2, "0.32", ".32"},
		{"-0.07", 2, "-0.07", "-.07"},
		{"-0.004", 2, "0.00", ".00"},
		{"0.005", 2, "0.01", ".01"},
		{"-0.005", 2, "-0.01", "-.01"},
		{"1234.5", 2, "1,234.50", "1,234.50"},
		{"1234567.891", 0, "1,234,568", "1,234,568"},
		{"-999.5", 0, "-1,000", "-1,000"},
		{"999", 0, "999", "999"},
		{"0", 0, "0", "0"},
		{"1e6", 0, "1,000,000", "1,000,000"},
		{"418822.7", 1, "418,822.7", "418,822.7"},
	} {
		d := decimal.RequireFromString(c.in)
		if got := Commas(d, c.places); got != c.commas {
			t.Errorf("Commas(%s, %d) = %s, want %s", c.in, c.places, got, c.commas)
		}
		if got := Print(d, c.places); got != c.print {
			t.Errorf("Print(%s, %d) = %s, want %s", c.in, c.places, got, c.print)
		}
	}
	if got := Percent(decimal.New(5, -1)); got != ".50%" {
		t.Error(got)
	}
	if got := CommasInt(-1234567); got != "-1,234,567" {
		t.Error(got)
	}
}

func TestRoundIntAndDecimal(t *testing.T) {
	if got := RoundInt(rat("5/2")); got.Int64() != 3 {
		t.Errorf("half rounds to %s", got)
	}
	if got := RoundInt(rat("-5/2")); got.Int64() != -3 {
		t.Errorf("minus half rounds to %s", got)
	}
	if _, ok := Decimal(rat("1/3")); ok {
		t.Error("a third is no finite decimal")
	}
	if d, ok := Decimal(rat("1/8")); !ok || String(d) != "0.125" {
		t.Errorf("an eighth is %s", String(d))
	}
}

// TestRoundingAgainstSquares: the 20 digits of a root bracket it, checked by squaring.
func TestRoundingAgainstSquares(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := new(big.Rat).SetFrac64(rapid.Int64Range(1, math.MaxInt64).Draw(t, "num"), rapid.Int64Range(1, math.MaxInt64).Draw(t, "den"))
		root := Sqrt(r)
		if root.NumDigits() > Digits {
			t.Fatalf("%s has more than %d digits", root, Digits)
		}
		// Half a unit of the last of the 20 digits.
		lead := root.NumDigits() + int(root.Exponent()) - Digits
		half := Rat(decimal.New(5, int32(lead-1)))
		lo, hi := new(big.Rat).Sub(Rat(root), half), new(big.Rat).Add(Rat(root), half)
		if lo.Mul(lo, lo).Cmp(r) > 0 || hi.Mul(hi, hi).Cmp(r) < 0 {
			t.Fatalf("sqrt(%s) = %s", r, root)
		}
	})
}

func FuzzParseAmount(f *testing.F) {
	for _, s := range []string{"1,234.50", "$-7", "1.234,56", "-0", "1e400", "٣", ".", "$", "00012"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseAmount(s)
		if err != nil {
			return
		}
		if err := Check(d); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if back, err := ParseAmount(String(d)); err != nil || !back.Equal(d) {
			t.Fatalf("%q -> %s -> %s, %v", s, String(d), String(back), err)
		}
	})
}
