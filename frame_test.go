package iromath

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/reportable"
)

func mustDate(s string) reportable.Date {
	d, err := reportable.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func readFrame(t testing.TB, text string, o FrameOptions) *Frame {
	t.Helper()
	f, err := ReadFrame(strings.NewReader(text), o, nil)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return f
}

func canonical(t testing.TB, f *Frame) string {
	t.Helper()
	var b strings.Builder
	if n, err := f.WriteTo(&b); err != nil || n != int64(b.Len()) {
		t.Fatalf("WriteTo returned %d, %v for %d bytes", n, err, b.Len())
	}
	return b.String()
}

// exclusions lists the reasons that left rows out: "zero_paid 2, malformed 1".
func exclusions(s FrameSummary) string {
	var parts []string
	for _, e := range s.Exclusions {
		if e.Count > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", e.Reason, e.Count))
		}
	}
	return strings.Join(parts, ", ")
}

// checkSums holds the counts of a summary against each other.
func checkSums(t interface{ Fatalf(string, ...any) }, f *Frame) {
	s := f.Summary()
	left := int64(0)
	for _, e := range s.Exclusions {
		left += e.Count
	}
	listed := min(s.Excluded(ExcludedMalformed), maxFrameMalformed)
	if s.Rows != s.Size+left || s.Lines != 1+s.Rows+s.BlankLines+s.ContinuedLines || int64(len(s.Malformed)) != listed {
		t.Fatalf("counts do not add up: %+v", s)
	}
}

func TestFrameRule(t *testing.T) {
	const plain, full = "claim_id,paid\n", "claim_id,segment,payor,paid_date,paid\n"
	period := FrameOptions{From: mustDate("2026-01-10"), Through: mustDate("2026-03-31")}
	for _, c := range []struct {
		name, text string
		o          FrameOptions
		claims     string // id, payor and amount of the claims of the frame
		left       string
	}{
		{"file order", plain + "B,2\nA,1\n", FrameOptions{}, "B||2.00 A||1.00", ""},
		{"zero paid", plain + "A,1\nB,0\nC,0.00\nD,-0\nE,$0\n", FrameOptions{}, "A||1.00", "zero_paid 4"},
		{"negative", plain + "A,1\nB,-0.01\nC,-$5\nD,$-5\n", FrameOptions{}, "A||1.00", "negative 3"},
		{"repeated id", plain + "A,1\nB,2\nA,1\nA,7\n", FrameOptions{}, "A||1.00 B||2.00", "repeated_id 2"},
		{"repeated id with bad values", plain + "A,1\nA,x\nA,\n", FrameOptions{}, "A||1.00", "repeated_id 2"},
		{"the first row decides: zero", plain + "A,0\nA,5\nB,1\n", FrameOptions{}, "B||1.00", "repeated_id 1, zero_paid 1"},
		{"the first row decides: negative", plain + "A,-3\nA,5\nB,1\n", FrameOptions{}, "B||1.00",
			"repeated_id 1, negative 1"},
		{"the first row decides: malformed amount", plain + "A,x\nA,5\nB,1\n", FrameOptions{}, "B||1.00",
			"malformed 1, repeated_id 1"},
		{"the first row decides: too many fields", plain + "A,1,234.50\nA,5\nB,1\n", FrameOptions{}, "B||1.00",
			"malformed 1, repeated_id 1"},
		{"the first row decides: wrong quote", plain + "A,\"5\nA,5\nB,1\n", FrameOptions{}, "B||1.00",
			"malformed 1, repeated_id 1"},
		{"an id behind the wrong quote cannot be read", "paid,claim_id\n\"5,A\n5,A\n", FrameOptions{}, "A||5.00",
			"malformed 1"},
		{"an id that is not there cannot be read", "paid,claim_id\n5\n5,A\n", FrameOptions{}, "A||5.00", "malformed 1"},
		{"a later row without its fields is malformed", plain + "A,5\nA\nA,\"\n", FrameOptions{}, "A||5.00", "malformed 2"},
		{"second segment", full + "A,1,,,5\nA,2,,,6\nA, 1 ,,,7\nA,,,,0\nB,1,,,1\n", FrameOptions{}, "A||5.00 B||1.00",
			"second_segment 2, repeated_id 1"},
		{"second segment of a row left out", full + "A,1,,,0\nA,2,,,6\nA,1,,,6\nB,1,,,1\n", FrameOptions{}, "B||1.00",
			"second_segment 1, repeated_id 1, zero_paid 1"},
		{"second segment of a malformed amount", full + "A,1,,,?\nA,2,,,6\nA,1,,,6\nB,1,,,1\n", FrameOptions{}, "B||1.00",
			"malformed 1, second_segment 1, repeated_id 1"},
		{"no segment is known of a broken row", full + "A,1,,,,5\nA,2,,,6\nA,1,,,6\nB,1,,,1\n", FrameOptions{}, "B||1.00",
			"malformed 1, repeated_id 2"},
		{"segments by another column", "claim_id,paid,part\nA,5,1\nA,5,2\n", FrameOptions{Segment: "Part"}, "A||5.00",
			"second_segment 1"},
		{"payor", full + "A,1,X,,5\nB,1, Y ,,6\nC,1,,,7\n", FrameOptions{}, "A|X|5.00 B|Y|6.00 C||7.00", ""},
		{"other payor", full + "A,1,X,,5\nB,1, Y ,,6\nC,1,,,7\nD,1,x,,8\nB,1,X,,6\n", FrameOptions{Payors: []string{" X",
			"Z"}},
			"A|X|5.00", "repeated_id 1, other_payor 3"},
		{"payor with a control character", full + "A,1,X,,5\nB,1,\"X\nY\",,6\n", FrameOptions{}, "A|X|5.00", "malformed 1"},
		{"outside the period",
			full + "A,1,,2026-01-10,1\nB,1,,2026-01-09,1\nC,1,,20260331,1\nD,1,,4/1/2026,1\nB,1,,2026-02-01,1\n",
			period, "A||1.00 C||1.00", "repeated_id 1, outside_period 2"},
		{"open period", full + "A,1,,2026-01-10,1\nB,1,,2026-01-09,1\nC,1,,12/31/9999,1\n", FrameOptions{From: period.From},
			"A||1.00 C||1.00", "outside_period 1"},
		{"open past", full + "A,1,,0001-01-01,1\nB,1,,04/01/2026,1\n", FrameOptions{Through: period.Through}, "A||1.00",
			"outside_period 1"},
		{"no date in the period", full + "A,1,,2026-01-10,1\nB,1,,,1\nC,1,,2026-02-30,1\n", period, "A||1.00", "malformed 2"},
		{"dates do not matter without a period", full + "A,1,,never,1\n", FrameOptions{Date: "paid_date"}, "A||1.00", ""},
		{"the first reason counts",
			full + "A,1,X,2026-02-01,1\nB,1,Y,2025-01-01,0\nC,1,Y,2025-01-01,-1\nD,1,Y,2025-01-01,1\n" +
				"E,1,Y,?,0\n", FrameOptions{From: period.From, Through: period.Through, Payors: []string{"X"}}, "A|X|1.00",
			"malformed 1, zero_paid 1, negative 1, other_payor 1"},
		{"blanks around ids", plain + " A ,1\n\tA,2\n\"A \",3\n\u00A0A,4\nA B,5\n", FrameOptions{}, "A||1.00 A B||5.00",
			"repeated_id 3"},
		{"ids are texts", plain + "1,1\n01,2\n1.0,3\na,4\nA,5\n", FrameOptions{},
			"1||1.00 01||2.00 1.0||3.00 a||4.00 A||5.00", ""},
		{"bad ids", plain + ",1\n  ,1\n\"A\tB\",1\n\"A\nB\",1\nA\x7F,1\nA\u200B,1\nA\u0085B,1\nA\xFF,1\nÄ,1\n" +
			strings.Repeat("x", 257) + ",1\n", FrameOptions{}, "Ä||1.00", "malformed 9"},
		{"the longest id", plain + strings.Repeat("x", 256) + ",1\n", FrameOptions{}, strings.Repeat("x", 256) + "||1.00",
			""},
		{"columns in any order and case", "\uFEFFx, PAID ,\"Claim_ID\"\r\n1,5,A\r\n\r\n2,6,B", FrameOptions{},
			"A||5.00 B||6.00", ""},
		{"semicolons", "claim_id;paid\nA;\"1,234.50\"\nB;1,234.5\nC;1234,50\n", FrameOptions{Comma: ";"},
			"A||1234.50 B||1234.50",
			"malformed 1"},
		{"tabs", "claim_id\tpaid\nA\t1\n\t\n \n", FrameOptions{Comma: "\t"}, "A||1.00", "malformed 1"},
		{"bars", "claim_id|paid\nA|1\n", FrameOptions{Comma: "|"}, "A||1.00", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := readFrame(t, c.text, c.o)
			checkSums(t, f)
			var got []string
			for n := int64(1); n <= f.Size(); n++ {
				claim, ok := f.Claim(n)
				if !ok || claim.Number != n {
					t.Fatalf("claim %d is %+v, %t", n, claim, ok)
				}
				got = append(got, claim.ID+"|"+claim.Payor+"|"+exact.Fixed(claim.Paid, 2))
			}
			if s := strings.Join(got, " "); s != c.claims {
				t.Errorf("claims %q, want %q", s, c.claims)
			}
			if s := exclusions(f.Summary()); s != c.left {
				t.Errorf("left out: %s; want %s", s, c.left)
			}
		})
	}
}

func TestFrameClaimNumbers(t *testing.T) {
	f := readFrame(t, "claim_id,paid\nA,1\nB,2\n", FrameOptions{})
	for _, n := range []int64{-1, 0, 3, 1 << 40} {
		if c, ok := f.Claim(n); ok || c != (FrameClaim{}) {
			t.Errorf("claim %d is %+v", n, c)
		}
	}
	var none Frame
	if c, ok := none.Claim(1); ok || none.Size() != 0 || !none.Paid().IsZero() || none.Summary().Size != 0 {
		t.Errorf("zero frame: %+v", c)
	}
}

func TestFrameMalformedRows(t *testing.T) {
	const text = "Claim ID,Paid,payor,paid_date\n" +
		"A,1,X,2026-01-01\n\n" +
		",1,X,2026-01-01\n" +
		"C,1.005,X,2026-01-01\n" +
		"D,1,X\n" +
		"E,1,\"X\nX\",2026-01-01\n" +
		"F,1,X,1/1/26\n" +
		"G,1,\"X,2026-01-01\n"
	f := readFrame(t, text, FrameOptions{ID: "claim id", From: mustDate("2026-01-01")})
	want := []finding.RowError{
		{Line: 4, Column: "Claim ID", Rule: "is empty"},
		{Line: 5, Column: "Paid", Value: "1.005", Rule: "is not in whole cents"},
		{Line: 6, Rule: "has 3 fields, the header has 4"},
		{Line: 7, Column: "payor", Value: "X\nX", Rule: "has a control character or an invisible one"},
		{Line: 9, Column: "paid_date", Value: "1/1/26", Rule: ruleDate},
		{Line: 10, Rule: "a quoted field is not closed"},
	}
	s := f.Summary()
	if d := cmp.Diff(want, s.Malformed); d != "" {
		t.Error(d)
	}
	if s.Lines != 10 || s.BlankLines != 1 || s.ContinuedLines != 1 || s.Rows != 7 {
		t.Errorf("%+v", s)
	}
	many := "claim_id,paid\nA,1\n" + strings.Repeat("B,x,\n,1\n", 2000)
	s = readFrame(t, many, FrameOptions{}).Summary()
	if len(s.Malformed) != 1000 || s.Excluded(ExcludedMalformed) != 4000 || s.Malformed[999].Line != 1002 {
		t.Errorf("%d malformed rows listed, %d counted, last %v", len(s.Malformed), s.Excluded(ExcludedMalformed),
			s.Malformed[999])
	}
}

func TestFrameSummary(t *testing.T) {
	const text = "CLAIM_ID,Segment,paid,payor,paid_date\nA,1,1.10,X,2026-01-01\nB,1,2,X,2026-01-01\nB,2,2,X,2026-01-01\n"
	o := FrameOptions{Payors: []string{"X "}, From: mustDate("2026-01-01")}
	f := readFrame(t, text, o)
	want := FrameSummary{
		Size: 2, Paid: decimal.New(31, -1), Rows: 3, Lines: 4,
		Digest:     "sha256:" + hexSHA256("1\tA\tX\t1.10\n2\tB\tX\t2.00\n"),
		Exclusions: countExclusions(map[ExclusionReason]int64{ExcludedSecondSegment: 1}),
		Options: FrameOptions{ID: "CLAIM_ID", Paid: "paid", Segment: "Segment", Payor: "payor", Date: "paid_date",
			Payors: []string{"X"}, From: o.From, Comma: ","},
	}
	s := f.Summary()
	dates := cmp.Comparer(func(a, b reportable.Date) bool { return a == b })
	if d := cmp.Diff(want, s, dates); d != "" {
		t.Error(d)
	}
	raw, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	var back FrameSummary
	if err := json.Unmarshal(raw, &back); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, back, dates); d != "" {
		t.Error(d)
	}
	again, err := ReadFrame(strings.NewReader(text), back.Options, nil)
	if err != nil || again.Digest() != f.Digest() {
		t.Errorf("read again with the options of the summary: %v", err)
	}
	s.Exclusions[0].Count, s.Options.Payors[0] = 99, "changed"
	if o.Payors[0] != "X " {
		t.Error("the caller's payors have changed")
	}
	if d := cmp.Diff(want, f.Summary(), dates); d != "" {
		t.Error("a change of one summary shows in the next:", d)
	}
	if n := (FrameSummary{}).Excluded(ExcludedNegative); n != 0 {
		t.Error(n)
	}
	if len(ExclusionReasons()) != 7 || len(s.Exclusions) != 7 {
		t.Error("a reason is missing")
	}
}

func hexSHA256(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

func TestFrameDigest(t *testing.T) {
	const head = "claim_id,payor,paid\n"
	f := readFrame(t, head+"A,X,1\nB,Ü,1234567.8\n", FrameOptions{})
	text := canonical(t, f)
	if want := "1\tA\tX\t1.00\n2\tB\tÜ\t1234567.80\n"; text != want {
		t.Errorf("canonical form %q, want %q", text, want)
	}
	if want := "sha256:" + hexSHA256(text); f.Digest() != want || f.Summary().Digest != want {
		t.Errorf("digest %s, want %s", f.Digest(), want)
	}
	for _, other := range []string{"A,X,1\n", "B,Ü,1234567.8\nA,X,1\n", "A,X,1.01\nB,Ü,1234567.8\n",
		"A,Y,1\nB,Ü,1234567.8\n", "AX,,1\nB,Ü,1234567.8\n"} {
		if readFrame(t, head+other, FrameOptions{}).Digest() == f.Digest() {
			t.Errorf("%q has the same digest", other)
		}
	}
	if same := readFrame(t, head+"\"A\",X,$1.000\nA,X,1\nC,X,0\nB,Ü,\"1,234,567.8\"\n",
		FrameOptions{}); same.Digest() != f.Digest() {
		t.Error("the digest depends on more than the claims")
	}
	broken := errors.New("disk full")
	if n, err := f.WriteTo(writerFunc(func(p []byte) (int, error) { return 3, broken })); n != 3 || !errors.Is(err,
		broken) {
		t.Errorf("broken writer: %d, %v", n, err)
	}
	large, err := ReadFrame(bytes.NewReader(benchFile(10_000)), FrameOptions{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := large.WriteTo(writerFunc(func(p []byte) (int, error) { return 0, broken })); n != 0 || !errors.Is(err,
		broken) {
		t.Errorf("broken writer: %d, %v", n, err)
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

// TestFrameDecimalSettings flips the settings of the decimal library.
func TestFrameDecimalSettings(t *testing.T) {
	form := func() string {
		f := readFrame(t, "claim_id,paid\nA,1.10\nB,\"1,000.00\"\nC,x\n", FrameOptions{})
		c, _ := f.Claim(2)
		raw, err := json.Marshal(struct {
			Claim   FrameClaim
			Summary FrameSummary
		}{c, f.Summary()})
		if err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	want := form()
	decimaltest.FlipSettings(t)
	if got := form(); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if !strings.Contains(want, `{"number":2,"id":"B","paid":"1000"}`) {
		t.Error(want)
	}
}

func TestFrameConcurrency(t *testing.T) {
	file := benchFile(3000)
	f, err := ReadFrame(bytes.NewReader(file), FrameOptions{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := "sha256:" + hexSHA256(canonical(t, f))
	var wait sync.WaitGroup
	for i := range 8 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			if got := f.Summary().Digest; got != want {
				t.Errorf("digest %s, want %s", got, want)
			}
			if c, ok := f.Claim(int64(i) + 1); !ok || c.ID == "" {
				t.Errorf("claim %d is %+v", i+1, c)
			}
			if _, err := f.WriteTo(io.Discard); err != nil {
				t.Error(err)
			}
		}()
	}
	wait.Wait()
}

// TestFrameHasNoJSON: a frame is refused as JSON, also inside of something else; it was {} and read as an empty frame.
func TestFrameHasNoJSON(t *testing.T) {
	f := readFrame(t, "claim_id,paid\nA,1\n", FrameOptions{})
	for name, v := range map[string]any{"frame": f, "other frame": OtherFrame{Code: OtherFramePayors, Frame: f}} {
		if form, err := json.Marshal(v); err == nil || !strings.Contains(err.Error(), "a frame has no JSON form; Summary describes it") {
			t.Errorf("%s: %s, %v", name, form, err)
		}
	}
	var read Frame
	if err := json.Unmarshal([]byte("{}"), &read); err == nil || !strings.Contains(err.Error(), "a frame has no JSON form; it is made with") {
		t.Error(err)
	}
}
