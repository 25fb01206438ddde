package hostiletest_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/internal/hostiletest"
	"github.com/iromath/iromath/internal/textfile"
	"github.com/iromath/iromath/sampling/samplesize"
)

// within fails if more memory was in use than so many MB.
func within(t *testing.T, m *hostiletest.Meter, mb int64) {
	t.Helper()
	p := m.Peak()
	t.Logf("%d MB in use", p/hostiletest.MB)
	if p > mb*hostiletest.MB {
		t.Errorf("%d MB in use, more than %d", p/hostiletest.MB, mb)
	}
}

func long(t *testing.T) {
	t.Helper()
	if testing.Short() || hostiletest.Race {
		t.Skip("a gigabyte takes too long here")
	}
}

// TestGigabyteOfClaims: the memory of a frame is that of its different claims, not that of the file.
func TestGigabyteOfClaims(t *testing.T) {
	long(t)
	const head = "claim_id,segment,payor,paid_date,paid\n"
	t.Run("different", func(t *testing.T) {
		m := hostiletest.NewMeter(hostiletest.Rows(head, hostiletest.GB, func(b []byte, i int64) []byte {
			b = strconv.AppendInt(append(b, 'C'), 1_000_000_000+i, 10)
			return append(b, ",1,Medicare Part B,2026-01-10,\"$1,234.56\"\n"...)
		}))
		f, err := iromath.ReadFrame(m, iromath.FrameOptions{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		perClaim := m.Peak() / f.Size()
		t.Logf("%d claims, %d bytes each", f.Size(), perClaim)
		if perClaim > 50 {
			t.Errorf("%d bytes a claim", perClaim)
		}
		if f.Size() < 19_000_000 {
			t.Errorf("%d claims", f.Size())
		}
	})
	t.Run("the same", func(t *testing.T) {
		m := hostiletest.NewMeter(hostiletest.Repeat(head, "A,1,Medicare Part B,2026-01-10,1234.56\n", hostiletest.GB))
		f, err := iromath.ReadFrame(m, iromath.FrameOptions{}, nil)
		if err != nil || f.Size() != 1 {
			t.Fatal(err)
		}
		within(t, m, 2)
	})
	t.Run("segments", func(t *testing.T) { // a text of 100 kB for each segment is no segment
		text := strings.Repeat("x", 100_000)
		m := hostiletest.NewMeter(hostiletest.Rows(head+"A,1,M,2026-01-10,5\n", hostiletest.GB, func(b []byte, i int64) []byte {
			return append(append(strconv.AppendInt(append(b, 'B'), i, 10), ","+text...), ",M,2026-01-10,5\n"...)
		}))
		f, err := iromath.ReadFrame(m, iromath.FrameOptions{}, nil)
		if err != nil || f.Size() != 1 {
			t.Fatal(err)
		}
		within(t, m, 16)
	})
}

// TestGigabyteOfDeterminations: those of other claims are passed over; of one claim, or of all, no more is kept than
// the bound says.
func TestGigabyteOfDeterminations(t *testing.T) {
	long(t)
	head, row := "claim_id,correct,documentation,reason\n", "A,5,complete,"
	for _, c := range []struct {
		name     string
		row      string
		worklist []iromath.FrameClaim
		most     int64
		refused  bool
	}{
		{"others", "B,5,complete," + strings.Repeat("a reason of some length ", 8) + "\n", []iromath.FrameClaim{{ID: "A"}}, 2, false},
		{"one claim", row + "\n", []iromath.FrameClaim{{ID: "A"}}, 512, true},
		{"all", row + "\n", nil, 512, true},
		{"long reasons", row + strings.Repeat("x", 1_000_000) + "\n", nil, 300, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := hostiletest.NewMeter(hostiletest.Repeat(head, c.row, hostiletest.GB))
			_, others, err := iromath.ReadDeterminations(m, iromath.DeterminationOptions{}, c.worklist)
			switch {
			case !c.refused && (err != nil || others < 5_000_000):
				t.Errorf("%d others, %v", others, err)
			case c.refused && (!errors.Is(err, iromath.ErrFile) || !strings.Contains(err.Error(), "line ")):
				t.Error(err)
			}
			within(t, m, c.most)
		})
	}
	t.Run("walk-throughs", func(t *testing.T) {
		m := hostiletest.NewMeter(hostiletest.Repeat("claim_id,coded_at_source,entered_correctly,cross_walked,cause\n", "A,no,yes,yes,why\n", hostiletest.GB))
		if _, _, err := iromath.ReadWalkThroughs(m, iromath.WalkThroughOptions{}, nil); !errors.Is(err, iromath.ErrFile) {
			t.Error(err)
		}
		within(t, m, 512)
	})
}

// TestGigabyteOfLines: a text file is given up at the first line that no design has a use for.
func TestGigabyteOfLines(t *testing.T) {
	long(t)
	for _, c := range []struct {
		name string
		read func(io.Reader) (any, error)
		row  string
		line string
		most int64
	}{
		{"textfile.ReadColumns", func(r io.Reader) (any, error) { return textfile.ReadColumns(r, 2, []int{2}) }, "1 1234.56\n", "line 10000001", 1000},
		{"textfile.ReadUnits", func(r io.Reader) (any, error) {
			return textfile.ReadUnits(r, false, func([]textfile.Unit) int { return 3 })
		}, "a unit 1 2 3\n", "line 1000001", 400},
		{"textfile.ReadNested", func(r io.Reader) (any, error) { return textfile.ReadNested(r, false, 3, 3, 0) }, "a unit 1 2 3\n", "line 1000001", 400},
		{"samplesize.ReadProbe", of(samplesize.ReadProbe), "1234.56\n", "line 10000001", 1000},
		{"blank lines", of(samplesize.ReadProbe), "\n", "line 10000001", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := hostiletest.NewMeter(hostiletest.Repeat("", c.row, hostiletest.GB))
			_, err := c.read(m)
			if !errors.Is(err, textfile.ErrLine) || !strings.Contains(err.Error(), c.line+":") {
				t.Errorf("%.300v; want %s", err, c.line)
			}
			within(t, m, c.most)
		})
	}
}

// TestGzip: compressed files that are bombs, damaged or in several members.
func TestGzip(t *testing.T) {
	repeat, member := hostiletest.Repeat, func(text string) io.Reader { return strings.NewReader(text) }
	for _, r := range readers() {
		if !r.csv {
			continue
		}
		good := r.file("12.50")
		head, body, _ := strings.Cut(good, "\n")
		head += "\n"
		whole := hostiletest.Gzip(t, member(good))
		last := fmt.Sprintf("line %d", 1+strings.Count(good, "\n"))
		corrupt := bytes.Clone(whole)
		corrupt[len(corrupt)-5] ^= 1
		want := mustRead(t, r, good)
		t.Run(r.name, func(t *testing.T) {
			for name, file := range map[string][]byte{
				"whole": whole, "in members": hostiletest.Gzip(t, member(head[:3]), member(""), member(head[3:]), member(body)),
			} {
				got, err := r.read(bytes.NewReader(file))
				if err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
					t.Errorf("%s: %v, %v; want %v", name, got, err, want)
				}
			}
			for _, c := range []struct {
				name string
				file []byte
				text []string
			}{
				{"truncated", whole[:len(whole)-9], []string{"line", "unexpected EOF"}},
				{"checksum", corrupt, []string{last, "checksum"}},
				{"garbage behind", append(bytes.Clone(whole), "garbage behind it"...), []string{last, "gzip: invalid header"}},
				{"compressed twice", hostiletest.Gzip(t, bytes.NewReader(whole)), []string{"line 1", "compressed twice"}},
				{"header alone", whole[:10], []string{"line 1", "unexpected EOF"}},
				{"half a header", whole[:5], []string{"gzip", "unexpected EOF"}},
			} {
				t.Run(c.name, func(t *testing.T) { mustRefuse(t, r, bytes.NewReader(c.file), iromath.ErrFile, c.text...) })
			}
		})
	}
	bombs := []struct {
		name string
		file []byte
		text string // of the error; "" for a bomb that is a file
	}{
		{"zeros", hostiletest.Gzip(t, repeat("", "\x00", 64*hostiletest.MB)), "line 1: "},
		{"zeros behind a header", hostiletest.Gzip(t, repeat("claim_id,paid\nA,5\n", "\x00", 64*hostiletest.MB)), "line 3: "},
		{"one line", hostiletest.Gzip(t, repeat("claim_id,paid\nA,5\n", "x", 64*hostiletest.MB)), "line 3 has more than"},
		{"one field in quotes", hostiletest.Gzip(t, repeat("claim_id,paid\nA,\"5\n", "x", 64*hostiletest.MB)), "line 3 has more than"},
		{"blank lines", hostiletest.Gzip(t, repeat("claim_id,paid\nA,5\n", "\n", 16*hostiletest.MB)), ""},
		{"one claim again and again", hostiletest.Gzip(t, repeat("claim_id,paid\n", "A,5\n", 16*hostiletest.MB)), ""},
		{"wrong rows", hostiletest.Gzip(t, repeat("claim_id,paid\nA,5\n", "\"\n", 2*hostiletest.MB)), ""},
	}
	for _, b := range bombs {
		t.Run(b.name, func(t *testing.T) {
			m := hostiletest.NewMeter(bytes.NewReader(b.file))
			_, err := iromath.ReadFrame(m, iromath.FrameOptions{}, nil)
			if (err == nil) != (b.text == "") || err != nil && !strings.Contains(err.Error(), b.text) {
				t.Errorf("%v; want %q", err, b.text)
			}
			within(t, m, 16)
		})
	}
}

// TestGigabyteBomb: a gigabyte of zeros, and of claims, out of a megabyte.
func TestGigabyteBomb(t *testing.T) {
	long(t)
	for name, unit := range map[string]string{"zeros": "\x00", "claims": "A," + strings.Repeat(" ", 4000) + "5\n"} {
		file := hostiletest.Gzip(t, strings.NewReader("claim_id,paid\nA,5\n"))
		member := hostiletest.Gzip(t, hostiletest.Repeat("", unit, 16*hostiletest.MB))
		for range hostiletest.GB / (16 * hostiletest.MB) {
			file = append(file, member...)
		}
		if len(file) > 2*hostiletest.MB {
			t.Errorf("%s: %d bytes are no bomb", name, len(file))
		}
		m := hostiletest.NewMeter(bytes.NewReader(file))
		_, err := iromath.ReadFrame(m, iromath.FrameOptions{}, nil)
		if (unit == "\x00") != (err != nil) {
			t.Errorf("%s: %v", name, err)
		}
		within(t, m, 16)
	}
}
