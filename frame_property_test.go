package iromath

import (
	"fmt"
	"io"
	"math/big"
	"regexp"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/csvscan"
	"github.com/iromath/iromath/internal/csvscan/csvscantest"
)

// naive is a second implementation of the frame rule, on maps, regular expressions and the time package.
type naive struct {
	form   string // canonical form
	total  *big.Rat
	counts map[ExclusionReason]int64
	lines  []int64 // of the malformed rows
	rows   int64
}

var naiveAmount = regexp.MustCompile(`^([-+]?\$?|\$[-+])([0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:\.([0-9]*))?$`)

// naiveCents returns an amount in cents, or nil.
func naiveCents(text string) *big.Rat {
	m := naiveAmount.FindStringSubmatch(text)
	if m == nil || m[2]+m[3] == "" || len(strings.ReplaceAll(m[2], ",", "")) > 40 || len(m[3]) > 40 {
		return nil
	}
	cents, _ := new(big.Rat).SetString("0" + strings.ReplaceAll(m[2], ",", "") + "." + m[3] + "0")
	if cents.Mul(cents, big.NewRat(100, 1)); !cents.IsInt() || cents.Cmp(new(big.Rat).SetInt64(9e17)) > 0 {
		return nil
	}
	if strings.Contains(m[1], "-") {
		cents.Neg(cents)
	}
	return cents
}

func naiveTrim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return r == '\t' || unicode.Is(unicode.Zs, r) })
}

func naiveText(s string) bool {
	for _, r := range s {
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
			return false
		}
	}
	return len(s) <= 256 && strings.ToValidUTF8(s, "") == s
}

func naiveFrame(text string, o FrameOptions) naive {
	rows, _ := csvscantest.Rows(text, o.Comma[0], csvscan.MaxRowLines)
	column := map[string]int{}
	for i, name := range rows[0].Fields {
		for _, known := range []string{"claim_id", "segment", "paid", "payor", "paid_date"} {
			if strings.EqualFold(naiveTrim(name), known) {
				column[known] = i
			}
		}
	}
	n := naive{counts: map[ExclusionReason]int64{}, total: new(big.Rat), rows: int64(len(rows)) - 1}
	first := map[string]*string{} // claim id -> segment of its first row, nil if not known
	number := 0
	for _, row := range rows[1:] {
		get := func(name string) string {
			if i, ok := column[name]; ok && i < len(row.Fields) {
				return naiveTrim(row.Fields[i])
			}
			return ""
		}
		malformed := func() {
			n.counts[ExcludedMalformed]++
			n.lines = append(n.lines, row.Line)
		}
		id := get("claim_id")
		segment, known := first[id]
		if row.Wrong || len(row.Fields) != len(rows[0].Fields) {
			if malformed(); !known && id != "" && naiveText(id) {
				first[id] = nil
			}
			continue
		}
		if id == "" || !naiveText(id) {
			malformed()
			continue
		}
		s := get("segment")
		if len(s) > 256 { // malformed, and told apart from none
			s = ""
		}
		if known {
			if segment != nil && *segment != s {
				n.counts[ExcludedSecondSegment]++
			} else {
				n.counts[ExcludedRepeatedID]++
			}
			continue
		}
		first[id] = &s
		if len(get("segment")) > 256 {
			malformed()
			continue
		}
		cents, payor := naiveCents(get("paid")), get("payor")
		accepted := len(o.Payors) == 0
		for _, p := range o.Payors {
			accepted = accepted || p == payor
		}
		inside := true
		if o.period() {
			var date time.Time
			dated := false
			for _, layout := range []string{time.DateOnly, "20060102", "1/2/2006"} {
				if t, err := time.Parse(layout, get("paid_date")); err == nil && t.Year() > 0 {
					date, dated = t, true
				}
			}
			if !dated {
				cents = nil
			}
			day := date.Format(time.DateOnly)
			inside = (o.From.IsZero() || day >= o.From.String()) && (o.Through.IsZero() || day <= o.Through.String())
		}
		switch {
		case cents == nil || !naiveText(payor):
			malformed()
		case cents.Sign() == 0:
			n.counts[ExcludedZeroPaid]++
		case cents.Sign() < 0:
			n.counts[ExcludedNegative]++
		case !accepted:
			n.counts[ExcludedOtherPayor]++
		case !inside:
			n.counts[ExcludedOutsidePeriod]++
		default:
			number++
			dollars := cents.Quo(cents, big.NewRat(100, 1))
			n.total.Add(n.total, dollars)
			n.form += fmt.Sprintf("%d\t%s\t%s\t%s\n", number, id, payor, dollars.FloatString(2))
		}
	}
	return n
}

// drawFile draws a claims file with everything that can go wrong in it, and options to read it with.
func drawFile(t *rapid.T) (string, FrameOptions) {
	o := FrameOptions{Comma: rapid.SampledFrom([]string{",", ";", "\t", "|"}).Draw(t, "comma")}
	columns := []string{"claim_id", " PAID ", "Segment", "payor", "paid_date", "note"}
	columns = rapid.Permutation(columns[:rapid.IntRange(2, 6).Draw(t, "columns")]).Draw(t, "order")
	header := strings.Join(columns, o.Comma)
	if strings.Contains(header, "payor") && rapid.Bool().Draw(t, "payors") {
		o.Payors = []string{"Medicare", "M 2"}
	}
	if strings.Contains(header, "paid_date") && rapid.Bool().Draw(t, "period") {
		o.From, o.Through = mustDate("2026-01-10"), mustDate("2026-02-28")
	}
	values := map[string]*rapid.Generator[string]{
		"claim_id": rapid.OneOf(rapid.StringMatching(`[ \t]?[A-C][0-9]?[ \x{A0}]?`), rapid.StringMatching(`[0-9]{8}`),
			rapid.SampledFrom([]string{"", " ", "A\x01", "B\u200B", "Ü", "\xFF", strings.Repeat("x", 256), strings.Repeat("x",
				257)})),
		" PAID ": rapid.OneOf(rapid.StringMatching(`[1-9][0-9]{0,4}(\.[0-9]{2})?`),
			rapid.StringMatching(`[-+$]{0,2}[0-9,.]{1,8}`),
			rapid.SampledFrom([]string{"0", "-0.00", "-5", "$1,234.50", "9000000000000000", "9000000000000000.01", "", "x",
				" 7 "})),
		"Segment": rapid.SampledFrom([]string{"1", "1", " 1", "2", "", strings.Repeat("x", 257)}),
		"payor":   rapid.SampledFrom([]string{"Medicare", " Medicare ", "M 2", "medicare", "", "X\x02"}),
		"paid_date": rapid.SampledFrom([]string{"2026-01-10", "2026-02-28", "1/9/2026", "3/01/2026", "20260201", "2026-02-29",
			"20261301", "", "today"}),
		"note": rapid.SampledFrom([]string{"", "a note", "two\nlines", "three\r\n\nlines", `5" tube`, "a,b;c|d\te"}),
	}
	quoted := rapid.SampledFrom([]string{"", "", "", "quoted", "quoted", "quoted wrongly"})
	lineEnd := rapid.SampledFrom([]string{"\n", "\n", "\r\n", "\n\n", "\r\n \n"})
	damage := rapid.SampledFrom([]string{"", "", "", "", "", o.Comma, `"`, o.Comma + `"x`, "x"})
	var file strings.Builder
	if rapid.Bool().Draw(t, "byte order mark") {
		file.WriteString("\uFEFF")
	}
	file.WriteString(header)
	for range rapid.IntRange(0, 60).Draw(t, "rows") {
		file.WriteString(lineEnd.Draw(t, "line end"))
		for i, name := range columns {
			if i > 0 {
				file.WriteString(o.Comma)
			}
			v := values[name].Draw(t, name)
			switch q := quoted.Draw(t, "quotes"); {
			case q == "quoted" || q == "" && strings.ContainsAny(v, o.Comma+"\"\r\n"):
				v = `"` + strings.ReplaceAll(v, `"`, `""`) + `"`
			case q == "quoted wrongly" && name == "note":
				v = `"` + v
			}
			file.WriteString(v)
		}
		file.WriteString(damage.Draw(t, "damage"))
	}
	file.WriteString(rapid.SampledFrom([]string{"", "\n", "\r\n"}).Draw(t, "last line end"))
	return file.String(), o
}

func TestFrameNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, o := drawFile(t)
		r := io.Reader(strings.NewReader(text))
		if rapid.Bool().Draw(t, "in small pieces") {
			r = iotest.OneByteReader(r)
		}
		compareFrame(t, text, o, r)
	})
}

// compareFrame holds ReadFrame against the naive reader.
func compareFrame(t interface{ Fatalf(string, ...any) }, text string, o FrameOptions, r io.Reader) {
	want := naiveFrame(text, o)
	f, err := ReadFrame(r, o, nil)
	if err != nil {
		left := describe(countExclusions(want.counts))
		if want.form != "" || !strings.Contains(err.Error(), fmt.Sprintf("%v: %d rows, %s", ErrFrame, want.rows, left)) {
			t.Fatalf("%q: %v; want %s of %d rows left out", text, err, left, want.rows)
		}
		return
	}
	checkSums(t, f)
	var form strings.Builder
	if _, err := f.WriteTo(&form); err != nil {
		t.Fatalf("%v", err)
	}
	s := f.Summary()
	if d := cmp.Diff(want.form, form.String()); d != "" {
		t.Fatalf("%q: claims: %s", text, d)
	}
	if d := cmp.Diff(countExclusions(want.counts), s.Exclusions); d != "" || s.Rows != want.rows {
		t.Fatalf("%q: %d rows, want %d; left out: %s", text, s.Rows, want.rows, d)
	}
	if s.Paid.Rat().Cmp(want.total) != 0 {
		t.Fatalf("%q: paid %v, want %v", text, s.Paid.Rat(), want.total)
	}
	for i, m := range s.Malformed {
		if m.Line != want.lines[i] {
			t.Fatalf("%q: malformed %v, want line %d", text, m, want.lines[i])
		}
	}
}
