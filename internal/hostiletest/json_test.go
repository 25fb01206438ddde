package hostiletest_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/hostiletest"
	"github.com/iromath/iromath/internal/textfile"
)

// refused calculates what has to be refused, with these texts in an error of bounded length.
func refused(t *testing.T, name string, request []byte, kind error, texts ...string) {
	t.Helper()
	_, err := iromath.Calculate(name, request)
	if err == nil {
		t.Errorf("accepted %.100s; want %q", request, texts)
		return
	}
	if kind != nil && !errors.Is(err, kind) {
		t.Errorf("%.300v; want one of %v", err, kind)
	}
	for _, s := range texts {
		if !strings.Contains(err.Error(), s) {
			t.Errorf("%.300v; want …%s…", err, s)
		}
	}
	short(t, request, err)
}

func short(t *testing.T, request []byte, err error) {
	t.Helper()
	if n := len(err.Error()); n > 4<<10 {
		t.Errorf("%.100s: an error of %d bytes: %.300v", request, n, err)
	}
}

// TestRequests: texts that are no requests are refused by every calculation, with the place; a byte order mark is no harm.
func TestRequests(t *testing.T) {
	million := []byte(`{"a0":1`)
	for i := range hostiletest.Thin(1_000_000, 20_000) {
		million = append(append(append(million, `,"a`...), strconv.Itoa(i+1)...), `":1`...)
	}
	million = append(million, '}')
	deep := strings.Repeat(`[`, 100_000)
	for _, c := range iromath.Calculations() {
		t.Run(c.Name, func(t *testing.T) {
			good := string(c.Example)
			want, err := iromath.Calculate(c.Name, c.Example)
			if err != nil {
				t.Fatal(err)
			}
			for _, same := range []string{"\uFEFF" + good, "\r\n\t " + good + "\r\n"} {
				if got, err := iromath.Calculate(c.Name, []byte(same)); err != nil || !bytes.Equal(got, want) {
					t.Errorf("%.20q: %v", same, err)
				}
			}
			for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
				for _, mark := range []bool{true, false} {
					refused(t, c.Name, hostiletest.UTF16(good, order, mark), textfile.ErrEncoding, "line 1, column ", "UTF-16")
				}
			}
			middle := strings.Index(good, `:"`) + 2 // within a text, where there is one
			if middle > 1 {
				refused(t, c.Name, []byte(good[:middle]+"\xE9"+good[middle:]), textfile.ErrEncoding, "line 1, column ", "Latin-1")
				refused(t, c.Name, []byte(good[:middle]+"\x00"+good[middle:]), textfile.ErrEncoding, "line 1, column ", "NUL")
				refused(t, c.Name, []byte(good[:middle]), iromath.ErrRequest, "line 1, column ")
				refused(t, c.Name, []byte(good[:middle]+"\n"+good[middle:]), iromath.ErrRequest, "line 1, column ")
			}
			refused(t, c.Name, []byte(good+good), iromath.ErrRequest, "follows")
			refused(t, c.Name, []byte("\n\n  "+deep), iromath.ErrRequest, "within each other")
			refused(t, c.Name, []byte(`{"x":`+deep), iromath.ErrRequest, "x")
			refused(t, c.Name, []byte(strings.Repeat(`{"x":`, 100_000)), iromath.ErrRequest, "")
			refused(t, c.Name, million, iromath.ErrRequest, `"a0"`)
			refused(t, c.Name, []byte(`{"`+strings.Repeat("x", hostiletest.MB)+`":1}`), iromath.ErrRequest, "xxx…")
			for _, s := range []string{"", " ", "nul", "NaN", "-", "01", "'x'", `{"a":1,}`, "{,}", "[1,]", `{"a" 1}`, `{1:2}`, "\x1F\x8B", "<html>"} {
				refused(t, c.Name, []byte(s), iromath.ErrRequest, "")
			}
		})
	}
}

// TestDoors: the functions that take JSON and stand beside the contract are as strict.
func TestDoors(t *testing.T) {
	frame, err := iromath.NewFrame([]iromath.FrameClaim{{ID: "A", Paid: decimal.NewFromInt(1)}})
	if err != nil {
		t.Fatal(err)
	}
	deep := strings.Repeat("[", 100_000)
	for name, read := range map[string]func([]byte) error{
		"ParseAgreement":       func(b []byte) error { _, err := iromath.ParseAgreement(b); return err },
		"ParseCorrections":     func(b []byte) error { _, err := iromath.ParseCorrections(b); return err },
		"ParseReported":        func(b []byte) error { _, err := iromath.ParseReported(b); return err },
		"ResumeReview":         func(b []byte) error { _, err := iromath.ResumeReview(b, frame); return err },
		"Replay":               func(b []byte) error { _, err := iromath.Replay(b, frame); return err },
		"SavedFrameOptions":    func(b []byte) error { _, err := iromath.SavedFrameOptions(b); return err },
		"Agreement, by itself": func(b []byte) error { return json.Unmarshal(b, new(iromath.Agreement)) },
		"Sums, by themselves":  func(b []byte) error { return json.Unmarshal(b, new(appraisal.Sums)) },
	} {
		for text, says := range map[string]string{
			string(hostiletest.UTF16("{}", binary.LittleEndian, true)): "UTF-16",
			string(hostiletest.UTF16("{}", binary.BigEndian, false)):   "UTF-16",
			"{\"x\":\"\xE9\"}": "Latin-1",
			"{\"x\":" + deep:   "x",
			deep:               "",
			`{"x":1`:           "",
			`{"` + strings.Repeat("x", hostiletest.MB) + `":1}`: "", // of a list: no object
			`{"x":` + strings.Repeat("9", hostiletest.MB) + `}`: "x",
			"\x1F\x8B": "",
			"{}\n{}":   "",
		} {
			err := read([]byte(text))
			if err == nil {
				t.Errorf("%s: %.30q is accepted", name, text)
				continue
			}
			short(t, []byte(text), err)
			if itself := strings.Contains(name, "self") || strings.Contains(name, "selves"); !itself && !strings.Contains(err.Error(), says) {
				t.Errorf("%s: %.30q: %.300v; want %s", name, text, err, says)
			}
		}
	}
}

// leaf is a value within a request.
type leaf struct {
	path     string
	from, to int // where it stands
	text     bool
}

// leaves finds all values of a request that hold no other.
func leaves(t *testing.T, request []byte) []leaf {
	t.Helper()
	var list []leaf
	dec := json.NewDecoder(bytes.NewReader(request))
	dec.UseNumber()
	var walk func(path string)
	next := func() (json.Token, int, int) {
		tok, err := dec.Token()
		if err != nil {
			t.Fatal(err)
		}
		to := int(dec.InputOffset())
		from := to
		switch v := tok.(type) {
		case json.Number:
			from -= len(v)
		case bool:
			from -= len(fmt.Sprint(v))
		case nil:
			from -= len("null")
		case string: // the texts of the examples have no escapes that json.Marshal would not write
			for from--; ; from-- {
				var s string
				if request[from-1] == '"' && json.Unmarshal(request[from-1:to], &s) == nil && s == v {
					from--
					break
				}
			}
		}
		return tok, from, to
	}
	walk = func(path string) {
		tok, from, to := next()
		switch tok {
		case json.Delim('{'):
			for dec.More() {
				key, _, _ := next()
				walk(strings.TrimPrefix(path+"."+key.(string), "."))
			}
			next()
		case json.Delim('['):
			for i := 0; dec.More(); i++ {
				walk(fmt.Sprintf("%s[%d]", path, i))
			}
			next()
		default:
			_, text := tok.(string)
			list = append(list, leaf{path, from, to, text})
		}
	}
	walk("")
	return list
}

var later = regexp.MustCompile(`\[[1-9][0-9]*\]`)

// TestValues: any value in any place of any request is taken or refused, soon and in few words; a number that is none, with
// the path to it.
func TestValues(t *testing.T) {
	values := []string{`null`, `true`, `[]`, `{}`, `""`, `" "`, `"\u0000"`, `"\ud800"`, `"x\r\n=1+1"`, `-1`, `-0`, `"-0"`, `0`, `"1e5"`, `0.5`, `1e2`,
		`9223372036854775807`, `-9223372036854775808`, `9223372036854775808`, `1e18`, `"999999999999999999999999"`,
		`"` + strings.Repeat("9", 40) + `"`, `"0.` + strings.Repeat("0", 39) + `1"`, `"1e40"`, `"1e-40"`, `"1e9999"`, `"-1e-9999"`}
	// What is a number nowhere, and no text of a seed, an id or a name either where a number is wanted.
	none := []string{`1e400`, `1e999999999999`, `"1.234,56"`, strings.Repeat("9", 1_000_000), `-1e-400`, `"1e999999999"`, `"1,234.56"`, `"$5"`, `" 5"`, `"NaN"`, `"Infinity"`,
		`"0x10"`, `"٣"`, `"１"`, `"1_000"`, `"(5)"`}
	long := `"` + strings.Repeat("9", hostiletest.Thin(1_000_000, 10_000)) + `"`
	deep := strings.Repeat("[", 90) + strings.Repeat("]", 90)
	values, none = values[:hostiletest.Thin(len(values), 4)], none[:hostiletest.Thin(len(none), 4)]
	type run struct {
		took time.Duration
		what string
	}
	var slow []run
	for _, c := range iromath.Calculations() {
		t.Run(c.Name, func(t *testing.T) {
			places := slices.DeleteFunc(leaves(t, c.Example), func(p leaf) bool {
				return later.MatchString(p.path) // like the first of its list
			})
			for i, p := range places {
				if i%(1+len(places)/hostiletest.Thin(len(places)+1, 4)) > 0 {
					continue
				}
				for k, v := range append(slices.Concat(values, none), long, deep) {
					request := slices.Concat(c.Example[:p.from], []byte(v), c.Example[p.to:])
					start := time.Now()
					_, err := iromath.Calculate(c.Name, request)
					slow = append(slow, run{time.Since(start), fmt.Sprintf("%s: %s: %.50s", c.Name, p.path, v)})
					if err == nil {
						if !p.text && k >= len(values) {
							t.Errorf("%s: %.50s is taken for a number", p.path, v)
						}
						continue
					}
					short(t, request, err)
					if !p.text && k >= len(values) && !strings.Contains(err.Error(), strings.TrimPrefix(p.path, "saved.")+": ") {
						t.Errorf("%s: %.50s: the error does not say where: %.300v", p.path, v, err)
					}
				}
			}
		})
	}
	slices.SortFunc(slow, func(a, b run) int { return int(b.took - a.took) })
	for _, s := range slow[:10] {
		t.Logf("%v %s", s.took, s.what)
	}
	if s := slow[0]; s.took > 20*time.Second {
		t.Errorf("%v %s", s.took, s.what)
	}
}
