package jsonform

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/hostiletest"
	"github.com/iromath/iromath/internal/textfile"
)

// TestUnmarshalNamesThePlace: what is no JSON is refused with line and column, and the path as far as it was read.
func TestUnmarshalNamesThePlace(t *testing.T) {
	for in, want := range map[string]string{
		"":                                     "line 1, column 1: unexpected EOF",
		"{\"amount\":\n  tru}":                 "amount: line 2, column 3: ",
		"{\"amount\":\"1\",\n\n x":             "line 3, column 2: ",
		"{\"amount\":\"1\"\n":                  "line 2, column 1: unexpected EOF",
		"{\"Ä\":\"ä\", \"amount\": 01}":        `unknown field "Ä"`,
		"{\"amount\":\"ä\xE9\"}":               "line 1, column 13: " + textfile.ErrEncoding.Error() + ": the byte 0xE9",
		"{\"amount\":\r\n\"\x00\"}":            "line 2, column 2: " + textfile.ErrEncoding.Error() + ": a NUL byte",
		"\xFF\xFE":                             "line 1, column 1: " + textfile.ErrEncoding.Error() + ": a byte order mark of UTF-16 (little",
		"{\"amount\":\"1\x01\"}":               "amount: line 1, column 11: ",
		"\uFEFF\uFEFF{}":                       "line 1, column 1: ",
		"{\"amount\":\"" + long("x") + "\"}":   "amount: a number of 1000000 characters; it may have 1000",
		"{\"amount\":" + long("9") + "}":       "amount: a number of 1000000 characters",
		"{\"amount\":\"1e" + long("9") + "\"}": "amount: a number of 1000002 characters",
	} {
		var v inner
		err := Unmarshal([]byte(in), &v)
		if !errors.Is(err, ErrJSON) || !strings.HasPrefix(err.Error(), ErrJSON.Error()+": "+want) || len(err.Error()) > 2000 {
			t.Errorf("%.50q: %.300v, want %s…", in, err, want)
		}
	}
	var v inner
	if err := Unmarshal([]byte("\uFEFF{\"amount\":\"1\"}"), &v); err != nil || !v.Amount.Equal(decimal.NewFromInt(1)) {
		t.Error(err)
	}
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		if err := Unmarshal(hostiletest.UTF16(`{"amount":"1"}`, order, false), &v); !errors.Is(err, textfile.ErrEncoding) {
			t.Error(err)
		}
	}
}

func long(s string) string { return strings.Repeat(s, 1_000_000) }

// TestUnmarshalIsBounded: a short text cannot ask for much time or memory.
func TestUnmarshalIsBounded(t *testing.T) {
	type wide struct {
		A [10_000]int64 `json:"a"`
	}
	type tree struct {
		Branches []tree          `json:"branches,omitempty"`
		ByName   map[string]tree `json:"byName,omitempty"`
		Value    *wide           `json:"value,omitempty"`
	}
	var list []wide
	var some tree
	for _, c := range []struct {
		name string
		into any
		text string
		want string
	}{
		{"wide elements", &list, "[" + strings.Repeat("{},", 20_000) + "{}]", "[13421]: the value would take more than 1073741824 bytes"},
		{"deep lists", &some, `{"branches":` + strings.Repeat(`[{"branches":`, 100_000), "more than 100 objects and lists within each other"},
		{"deep objects", &some, strings.Repeat(`{"byName":{"x":`, 100_000), "more than 100 objects and lists within each other"},
		{"brackets", &some, `{"branches":` + strings.Repeat(`[`, 1_000_000), "more than 100 "},
		{"many wide values", &some, `{"branches":[` + strings.Repeat(`{"value":{}},`, 20_000) + `{}]}`, "the value would take more than"},
		{"a million unknown keys", &some, `{"k` + strings.Join(strings.Fields(strings.Repeat("1 ", hostiletest.Thin(1_000_000, 20_000))), `":1,"k`) + `":1}`, `unknown field "k1"`},
		{"a long key", &some, `{"` + long("k") + `":1}`, `unknown field "kkkk`},
		{"a long key of a map", &some, `{"byName":{"` + long("k") + `":1}}`, "byName.kkkk"},
		{"a long key twice", &some, `{"byName":{"` + long("k") + `":{},"` + long("k") + `":{}}}`, "stands twice"},
	} {
		start := time.Now()
		err := Unmarshal([]byte(c.text), c.into)
		if !errors.Is(err, ErrJSON) || !strings.Contains(fmt.Sprint(err), c.want) || len(err.Error()) > 4000 {
			t.Errorf("%s: %.300v, want %s", c.name, err, c.want)
		}
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s: %v", c.name, d)
		}
	}
	keys := make([]string, hostiletest.Thin(1_000_000, 20_000))
	for i := range keys {
		keys[i] = fmt.Sprintf(`"k%d":{}`, i)
	}
	var large tree
	if err := Unmarshal([]byte(`{"byName":{`+strings.Join(keys, ",")+`}}`), &large); err != nil || len(large.ByName) != len(keys) {
		t.Error(err)
	}
	if err := Unmarshal([]byte(`{"byName":{`+strings.Join(keys, ",")+`,"k0":{}}}`), &some); err == nil {
		t.Error("a key twice among many")
	}
}
