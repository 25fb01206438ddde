package goldentest

import "testing"

func TestLines(t *testing.T) {
	c := &Case{ID: "case", t: t, Printed: map[string]any{"a": "1", "row": map[string]any{"b": "2", "c": "3"}}}
	var problems []string
	c.run("module", func(c *Case) {
		if c.T() != t || !c.Has("row/b") || c.Has("row/d") {
			t.Error("a case without its test or its figures")
		}
		l := c.Lines("TITLE\n\n  A VALUE   1\nHEAD\nx 2 3 4\n")
		c.Equal("a", l.Value("A VALUE"))
		if f := l.Find("HEAD"); len(f) != 1 {
			t.Errorf("%q", f)
		}
		l.Equal("row", 1, "b", "c", "d") // the case has no d
	}, func(s string) { problems = append(problems, s) })
	if len(problems) != 0 || c.checked != 3 {
		t.Errorf("%d figures, %q", c.checked, problems)
	}
}

func TestFiguresAndColumns(t *testing.T) {
	m, err := Load("variable_rhc_two_stage")
	if err != nil {
		t.Fatal(err)
	}
	if n := m.Figures(); n != 488 {
		t.Errorf("%d figures", n)
	}
	if _, err := Load("no_module"); err == nil {
		t.Error("a module that is not there")
	}
	c := &Case{t: t, Input: []byte(`{"x":1}`)}
	if sizes := c.Column("rhc_grantspu.csv", "size"); len(sizes) == 0 {
		t.Error("no sizes")
	}
	var v struct{ X int }
	if c.Decode(&v); v.X != 1 {
		t.Errorf("%+v", v)
	}
}
