package finding

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestRowErrors(t *testing.T) {
	e := RowErrors{{Line: 7, Column: "paid", Value: "12x", Rule: "not an amount"}, {Line: 9, Rule: "too few fields"}}
	if got, want := e.Error(), `2 wrong rows: line 7, paid "12x": not an amount; line 9: too few fields`; got != want {
		t.Errorf("%s", got)
	}
	many := make(RowErrors, 3000)
	if got := many.Error(); !strings.HasPrefix(got, "3000 wrong rows: ") || !strings.HasSuffix(got, "; and 2000 more") {
		t.Errorf("%s", got)
	}
	if got := (RowErrors{{Line: 1, Rule: "r"}}).Error(); got != "1 wrong row: line 1: r" {
		t.Errorf("%s", got)
	}
	if w := Warn("code", "%d of %d", 1, 2); w.Code != "code" || w.Message != "1 of 2" {
		t.Errorf("%v", w)
	}
}

func TestClip(t *testing.T) {
	if got := Clip("short"); got != "short" {
		t.Error(got)
	}
	if got := Clip(strings.Repeat("é", 100)); !utf8.ValidString(got) || len(got) > 64 {
		t.Errorf("%q", got)
	}
}

func TestLength(t *testing.T) {
	kind := errors.New("x: incomplete")
	if err := Length(kind, "stages", 2, 2); err != nil {
		t.Error(err)
	}
	if err := Length(kind, "stages", 1, 2); !errors.Is(err, kind) || err.Error() != "x: incomplete: stages: 1, not 2" {
		t.Error(err)
	}
}
