package goldentest

import (
	"slices"
	"strings"
	"testing"
)

// failing notes that a test failed, and where it would have stopped.
type failing struct {
	testing.TB
	failed bool
}

func (f *failing) Helper()               {}
func (f *failing) Fatal(...any)          { f.failed = true }
func (f *failing) Fatalf(string, ...any) { f.failed = true }

func TestPage(t *testing.T) {
	f := &failing{TB: t}
	p := NewPage(f, "TITLE\n\n  MEAN   1.50 2\n 7 8\n\n")
	if got := p.Next("MEAN"); !slices.Equal(got, []string{"1.50", "2"}) || p.At != 3 {
		t.Errorf("%v, %d", got, p.At)
	}
	if got := strings.Join(p.Row(), " "); got != "7 8" {
		t.Error(got)
	}
	if p.Row(); !f.failed {
		t.Error("a row behind the end")
	}
	if f.failed = false; p.Next("MEAN") != nil || !f.failed {
		t.Error("a label that does not come again")
	}
}
