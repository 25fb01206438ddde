package iromath

import (
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/reportable"
)

func TestParseCents(t *testing.T) {
	for _, c := range []struct {
		text string
		want int64
		rule string
	}{
		{"0", 0, ""}, {"-0", 0, ""}, {"-0.00", 0, ""}, {"1", 100, ""}, {"1.", 100, ""}, {".5", 50, ""}, {"0.05", 5, ""},
		{"+7", 700, ""}, {"007", 700, ""}, {"12.3", 1230, ""}, {"12.34", 1234, ""}, {"12.3400000", 1234, ""},
		{"1,234.50", 123450, ""}, {"$1,234.50", 123450, ""}, {"-$7", -700, ""}, {"$-7", -700, ""}, {"-1,000", -100000, ""},
		{"999999999999999.99", 99999999999999999, ""}, {"999999999999999", 99999999999999900, ""},
		{"9999999999999.99", 999999999999999, ""},
		{"9000000000000000", 900000000000000000, ""}, {"9,000,000,000,000,000.00", 900000000000000000, ""},
		{"-9000000000000000", -900000000000000000, ""},
		{"9000000000000000.01", 0, ruleLarge}, {"-9000000000000000.01", 0, ruleLarge},
		{"92233720368547758.07", 0, ruleLarge}, {"184467440737095516.17", 0, ruleLarge},
		{"99999999999999999999999999999999999999", 0, ruleLarge},
		{"99999999999999999999999999999999999999999", 0, ruleDigits},
		{"0.001", 0, ruleCents}, {"1.2345", 0, ruleCents}, {"-0.001", 0, ruleCents},
		{"", 0, ruleEmpty}, {".", 0, ruleAmount}, {"-", 0, ruleAmount}, {"$", 0, ruleAmount}, {"1e3", 0, ruleAmount},
		{"1.2.3", 0, ruleAmount}, {"(5.00)", 0, ruleAmount}, {"1.234,50", 0, ruleAmount}, {"12,34", 0, ruleAmount},
		{"1 000", 0, ruleAmount}, {"NaN", 0, ruleAmount}, {"0x10", 0, ruleAmount}, {"١", 0, ruleAmount}, {"--1", 0,
			ruleAmount},
	} {
		if got, rule := parseCents([]byte(c.text)); got != c.want || rule != c.rule {
			t.Errorf("%q: %d, %q; want %d, %q", c.text, got, rule, c.want, c.rule)
		}
	}
}

func TestToCents(t *testing.T) {
	for _, c := range []struct {
		d    decimal.Decimal
		want int64
		rule string
	}{
		{decimal.New(5, 0), 500, ""}, {decimal.New(5, 3), 500000, ""}, {decimal.New(5000, -4), 50, ""},
		{decimal.New(0, 2_000_000_000), 0, ruleDigits}, {decimal.New(1, 2_000_000_000), 0, ruleDigits},
		{decimal.New(1, -2_000_000_000), 0, ruleDigits}, {decimal.New(9, 15), 900000000000000000, ""},
		{decimal.New(1, 16), 0, ruleLarge}, {decimal.New(1, -3), 0, ruleCents},
	} {
		if got, rule := toCents(c.d); got != c.want || rule != c.rule {
			t.Errorf("%de%d: %d, %q; want %d, %q", c.d.CoefficientInt64(), c.d.Exponent(), got, rule, c.want, c.rule)
		}
	}
}

func TestParseDay(t *testing.T) {
	for _, c := range []struct {
		text string
		want int32
	}{
		{"2009-04-12", 20090412}, {"20090412", 20090412}, {"4/12/2009", 20090412}, {"04/12/2009", 20090412},
		{"4/2/2009", 20090402}, {"12/31/9999", 99991231}, {"0001-01-01", 10101}, {"2024-02-29", 20240229},
		{"", 0}, {"0000-01-01", 0}, {"2023-02-29", 0}, {"20230229", 0}, {"2/29/2023", 0}, {"1900-02-29", 0}, {"2009-13-01",
			0},
		{"13/1/2009", 0}, {"2009-00-01", 0}, {"2009-04-00", 0}, {"2009-04-31", 0}, {"4/12/09", 0}, {"004/12/2009", 0},
		{"4/012/2009", 0}, {"/12/2009", 0}, {"4//2009", 0}, {"4/1/20090", 0}, {"4/1/2/009", 0}, {"2009/04/12", 0},
		{"4/12/200", 0},
		{"2009-4-12", 0}, {"2009-04-12T00:00", 0}, {"2009041", 0}, {"200904123", 0}, {"12-04-2009", 0}, {"2009-04-1x", 0},
		{"+2009412", 0}, {"2009.04.12", 0}, {"4/12/20x9", 0},
	} {
		got, rule := parseDay([]byte(c.text))
		if got != c.want || (rule == "") != (c.want != 0) {
			t.Errorf("%q: %d, %q; want %d", c.text, got, rule, c.want)
		}
	}
}

// TestParseDayCalendar tries every day number of every month of 1896 to 1904 and 2000 against the calendar.
func TestParseDayCalendar(t *testing.T) {
	for _, year := range []int{1896, 1897, 1898, 1899, 1900, 1901, 1904, 2000} {
		for month := 0; month <= 13; month++ {
			for day := 0; day <= 32; day++ {
				text := []byte{byte('0' + year/1000), byte('0' + year/100%10), byte('0' + year/10%10), byte('0' + year%10),
					byte('0' + month/10), byte('0' + month%10), byte('0' + day/10), byte('0' + day%10)}
				got, rule := parseDay(text)
				d, err := reportable.NewDate(year, time.Month(month), day)
				if (err == nil) != (rule == "") || err == nil && got != dayOf(d) {
					t.Errorf("%s: %d, %q; calendar: %v, %v", text, got, rule, d, err)
				}
			}
		}
	}
}
