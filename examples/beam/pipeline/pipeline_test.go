package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"pgregory.net/rapid"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/examples/beam/generate"
	"github.com/iromath/iromath/reportable"
	"github.com/iromath/iromath/sampling"
)

func TestMain(m *testing.M) {
	beam.Init()
	slog.SetDefault(slog.New(slog.DiscardHandler))
	os.Exit(m.Run())
}

// onPrism runs the review on Beam's local runner and returns the file it writes.
func onPrism(t interface{ TempDir() string }, o Options) ([]byte, error) {
	o.Output = filepath.Join(t.TempDir(), "result.json")
	p, s := beam.NewPipelineWithRoot()
	if err := Build(s, o); err != nil {
		return nil, err
	}
	if _, err := prism.Execute(context.Background(), p); err != nil {
		return nil, err
	}
	return os.ReadFile(o.Output)
}

// onOneMachine is the same from the library.
func onOneMachine(claims string, determinations io.Reader, o Options) ([]byte, Result, error) {
	r, err := Single(strings.NewReader(claims), determinations, o)
	if err != nil {
		return nil, r, err
	}
	data, err := r.Encode()
	return data, r, err
}

// writeFiles writes texts to files that sort in their order.
func writeFiles(t testing.TB, name string, texts []string) []string {
	t.Helper()
	dir := t.TempDir()
	var names []string
	for i, text := range texts {
		names = append(names, filepath.Join(dir, fmt.Sprintf("%s-%03d.csv", name, i)))
		if err := os.WriteFile(names[i], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return names
}

// distribute puts rows in shards behind the header: one piece of the file each, or in any order.
func distribute(header string, rows []string, shards int, r *rand.Rand) []string {
	texts := make([]string, shards)
	for i := range texts {
		texts[i] = header
	}
	for i, row := range rows {
		k := i * shards / len(rows)
		if r != nil {
			k = r.IntN(shards)
		}
		texts[k] += row
	}
	return texts
}

// withLines puts the line of every row in front of it, as a first column.
func withLines(header string, rows []string) (string, []string) {
	line := 2
	out := make([]string, len(rows))
	for i, row := range rows {
		if out[i] = row; strings.TrimSpace(row) != "" {
			out[i] = fmt.Sprintf("%d,%s", line, row)
		}
		line += strings.Count(row, "\n")
	}
	return "line," + header, out
}

func same(t interface{ Errorf(string, ...any) }, want, got []byte, err error) {
	if err != nil {
		t.Errorf("%v", err)
	} else if !bytes.Equal(want, got) {
		t.Errorf("one machine gives\n%s\nmany give\n%s", want, got)
	}
}

// TestShardings compares the result of invented claims, with a review, over several shardings.
func TestShardings(t *testing.T) {
	const n = 20_000
	invented := generate.Claims{Rows: n, Seed: 7}
	var file bytes.Buffer
	if err := invented.Write(&file, 0, 1); err != nil {
		t.Fatal(err)
	}
	rows := strings.SplitAfter(strings.TrimPrefix(file.String(), generate.Header), "\n")[:n]
	o := Options{Frame: generate.Options(), Tickets: sampling.Tickets{Seed: "20261122-dice", Size: 60, Spares: 5}}
	_, drawn, err := onOneMachine(file.String(), nil, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range drawn.Frame.Exclusions {
		if e.Count == 0 && e.Reason != iromath.ExcludedOutsidePeriod {
			t.Errorf("no row is left out as %s: the claims do not try it", e.Reason)
		}
	}
	var determined bytes.Buffer
	if err := invented.WriteDeterminations(&determined, drawn.Worklist, 0, 1); err != nil {
		t.Fatal(err)
	}
	determined.WriteString("other,1.00,0.50,complete,,coding\n")
	header, found, _ := strings.Cut(determined.String(), "\n")
	o.Determinations = writeFiles(t, "determinations", distribute(header+"\n", strings.SplitAfter(found, "\n"), 3, nil))

	review := func(claims string) []byte {
		want, r, err := onOneMachine(claims, bytes.NewReader(determined.Bytes()), o)
		if err != nil {
			t.Fatal(err)
		}
		if r.Review.ErrorRate.Counts.Overpaid == 0 || r.Review.OtherDeterminations != 1 {
			t.Errorf("a review without findings tries nothing: %+v", r.Review.ErrorRate.Counts)
		}
		return want
	}
	want := review(file.String())
	for _, shards := range []int{1, 2, 7} {
		t.Run(fmt.Sprintf("%d shards", shards), func(t *testing.T) {
			o := o
			o.Claims = writeFiles(t, "claims", distribute(generate.Header, rows, shards, nil))
			got, err := onPrism(t, o)
			same(t, want, got, err)
		})
	}
	lineHeader, lined := withLines(generate.Header, rows)
	want = review(lineHeader + strings.Join(lined, ""))
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(lined), func(i, j int) { lined[i], lined[j] = lined[j], lined[i] })
	t.Run("rows in any order", func(t *testing.T) {
		o := o
		o.Order = "Line"
		o.Claims = writeFiles(t, "claims", distribute(lineHeader, lined, 5, rand.New(rand.NewPCG(3, 4))))
		got, err := onPrism(t, o)
		same(t, want, got, err)
	})
}

// TestRandomFiles draws small files with everything that rows can have wrong, cut and shuffled in every way.
func TestRandomFiles(t *testing.T) {
	runs := 0
	rapid.Check(t, func(rt *rapid.T) {
		if runs++; runs > 25 { // a run of the runner takes a tenth of a second
			return
		}
		const header = "claim_id,segment,payor,paid,paid_date\n"
		id := rapid.SampledFrom([]string{"A1", "A2", "A3", "A4", "B5", "B6", "B7", "", " A1 ", "é", "\x01"})
		segment := rapid.SampledFrom([]string{"1", "1", "2", ""})
		payor := rapid.SampledFrom([]string{"M", "M", "N", "X", "", "\u200b"})
		paid := rapid.SampledFrom([]string{"1.50", "2", "1,000.25", "0", "-3", "n/a", "", "99999999999999999"})
		day := rapid.SampledFrom([]string{"2026-01-05", "20260301", "1/2/2025", "x"})
		row := rapid.Custom(func(t *rapid.T) string {
			fields := []string{id.Draw(t, "id"), segment.Draw(t, "segment"), payor.Draw(t, "payor"), quote(paid.Draw(t, "paid")), day.Draw(t, "day")}
			switch rapid.IntRange(0, 12).Draw(t, "shape") {
			case 0:
				return " \n"
			case 1:
				return strings.Join(fields[:3], ",") + "\n"
			case 2:
				return strings.Join(fields, ",") + ",more\n"
			case 3:
				fields[1] = `"a"b`
			case 4:
				fields[1] = "\"1\n2\""
			case 5:
				return strings.Join(fields, ",") + "\r\n"
			}
			return strings.Join(fields, ",") + "\n"
		})
		rows := append(rapid.SliceOfN(row, 1, 40).Draw(rt, "rows"), "Z9,1,M,7.77,2026-06-01\n")
		o := Options{Tickets: sampling.Tickets{Seed: "s", Size: 1, Spares: rapid.Int64Range(0, 2).Draw(rt, "spares")}}
		if rapid.Bool().Draw(rt, "payors") {
			o.Frame.Payors = []string{"M", "N"}
		}
		if rapid.Bool().Draw(rt, "period") {
			o.Frame.From, _ = reportable.ParseDate("2026-01-01")
		}
		head, shuffled := header, rapid.Bool().Draw(rt, "shuffled")
		if shuffled {
			o.Order = "line"
			head, rows = withLines(header, rows)
		}
		want, _, err := onOneMachine(head+strings.Join(rows, ""), nil, o)
		if err != nil {
			return // fewer claims than units
		}
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "random"), 0))
		var any *rand.Rand
		if shuffled {
			r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
			any = r
		}
		o.Claims = writeFiles(t, "claims", distribute(head, rows, rapid.IntRange(1, 4).Draw(rt, "shards"), any))
		o.Buckets = rapid.Int64Range(1, 3).Draw(rt, "buckets")
		got, err := onPrism(t, o)
		same(rt, want, got, err)
	})
}

func quote(text string) string {
	if strings.Contains(text, ",") {
		return `"` + text + `"`
	}
	return text
}

func TestErrors(t *testing.T) {
	const head = "claim_id,paid\n"
	plan := sampling.Tickets{Seed: "s", Size: 1}
	determined := func(rows string) []string {
		return []string{"claim_id,paid,correct,documentation\n" + rows}
	}
	for _, c := range []struct {
		name           string
		claims         []string
		determinations []string
		options        Options
		want           string
	}{
		{name: "no files", want: "there are no claims files"},
		{name: "no seed", claims: []string{head}, options: Options{Tickets: sampling.Tickets{Size: 1}}, want: "seed"},
		{name: "no claim", claims: []string{head + "A,0\n", head}, want: "no claim in the frame"},
		{name: "too few claims", claims: []string{head + "A,1\n"}, options: Options{Tickets: sampling.Tickets{Seed: "s", Size: 2}}, want: "exceed the frame of 1"},
		{name: "headers", claims: []string{head + "A,1\n", "paid,claim_id\n1,B\n"}, want: "different headers"},
		{name: "no order column", claims: []string{head + "A,1\n"}, options: Options{Order: "line"}, want: `no column "line"`},
		{name: "no order", claims: []string{"line,claim_id,paid\nx,A,1\n"}, options: Options{Order: "line"}, want: "is not the line"},
		{name: "two rows of a claim in one place", claims: []string{"line,claim_id,paid\n2,A,1\n2,A,3\n"}, options: Options{Order: "line"},
			want: "two rows in the place 2"},
		{name: "two claims in one place", claims: []string{"line,claim_id,paid\n2,A,1\n2,B,3\n"}, options: Options{Order: "line"},
			want: "2 claims are in the place 2"},
		{name: "not a file of claims", claims: []string{"a,b\n"}, want: "claim_id"},
		{name: "no determination", claims: []string{head + "A,1\n"}, determinations: determined("B,1,1,complete\n"), want: "has no determination"},
		{name: "two determinations", claims: []string{head + "A,1\n"}, determinations: determined("A,1,1,complete\nA,1,1,complete\n"),
			want: "more than one determination"},
		{name: "another amount", claims: []string{head + "A,1\n"}, determinations: determined("A,2,1,complete\n"), want: "states 2 as paid"},
		{name: "contradiction", claims: []string{head + "A,1\n"}, determinations: determined("A,1,1,missing\n"), want: "correct amount"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := c.options
			if o.Tickets.Size == 0 {
				o.Tickets = plan
			}
			o.Claims = writeFiles(t, "claims", c.claims)
			o.Determinations = writeFiles(t, "determinations", c.determinations)
			if _, err := onPrism(t, o); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v; want one with %q", err, c.want)
			}
		})
	}
}
