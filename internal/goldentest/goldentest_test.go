package goldentest

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLeaves(t *testing.T) {
	var v map[string]any
	if err := json.Unmarshal([]byte(`{"a":"1","b":{"c":["2",["3"]],"d":[]},"e":null}`), &v); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"a": "1", "b/c/0": "2", "b/c/1/0": "3", "b/d": "[]", "e": "[]"}
	if diff := cmp.Diff(want, leaves(v)); diff != "" {
		t.Error(diff)
	}
}

// TestRunFails runs cases that have to fail: a wrong figure, a figure not looked at, one that is not printed.
func TestRunFails(t *testing.T) {
	for name, check := range map[string]func(c *Case){
		"wrong":        func(c *Case) { c.Equal("a", "2"); c.Equal("b", []string{"x"}) },
		"forgotten":    func(c *Case) { c.Equal("a", "1") },
		"not printed":  func(c *Case) { c.Equal("a", "1"); c.Equal("b", []string{"x"}); c.Equal("c", "3") },
		"not computed": func(c *Case) { c.Equal("a", "1"); c.Equal("b", []string{}) },
		"twice":        func(c *Case) { c.Equal("a", "1"); c.Equal("b", []string{"x"}); c.Equal("a", "1") },
	} {
		if problems := problemsOf(check); len(problems) == 0 {
			t.Errorf("%s: nothing was reported", name)
		}
	}
	good := func(c *Case) { c.Equal("a", "1"); c.Equal("b", []string{"x"}) }
	if problems := problemsOf(good); len(problems) != 0 {
		t.Errorf("reported of a good case: %v", problems)
	}
}

// problemsOf checks a case that prints a: "1" and b: ["x"].
func problemsOf(check func(c *Case)) []string {
	c := &Case{ID: "case", Printed: map[string]any{"a": "1", "b": []any{"x"}}}
	var problems []string
	c.run("module", check, func(s string) { problems = append(problems, s) })
	return problems
}

func TestEveryFileLoads(t *testing.T) {
	entries, err := files.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, e := range entries {
		name := e.Name()
		if len(name) < 5 || name[len(name)-5:] != ".json" || name == "exceptions.json" {
			continue
		}
		m, err := Load(name[:len(name)-5])
		if err != nil {
			t.Error(err)
			continue
		}
		for _, c := range m.Cases {
			known[m.Module+"/"+c.ID] = true
		}
	}
	exceptions, err := Exceptions()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range exceptions {
		if !known[e.Module+"/"+e.Case] || e.Path == "" || e.Reason == "" {
			t.Errorf("an exception of no case, or without a reason: %+v", e)
		}
	}
}
