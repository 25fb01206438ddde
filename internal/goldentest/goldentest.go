// Package goldentest runs the published figures of RAT-STATS, one JSON file a module, against what this module prints.
//
// Every figure is compared as a string, and a case in which a figure was not looked at fails. A figure that cannot come
// out is listed in testdata/exceptions.json with the reason, and its entry fails as soon as the figure does come out.
package goldentest

import (
	"embed"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

//go:embed testdata
var files embed.FS

// File returns a file of the golden data.
func File(name string) ([]byte, error) { return files.ReadFile("testdata/" + name) }

// Module is one golden file.
type Module struct {
	Module string `json:"module"`
	Source string `json:"source"`
	Cases  []Case `json:"cases"`
}

// Case is one worked example of the manuals.
type Case struct {
	ID      string          `json:"id"`
	Page    string          `json:"page"`
	Input   json.RawMessage `json:"input"`
	Printed map[string]any  `json:"printed"`
	Notes   string          `json:"notes"`

	t        *testing.T
	module   string
	report   func(problem string)
	open     map[string]string // path of a figure -> its printed text, not looked at yet
	checked  int
	requests int // that were kept
}

// Exception is a published figure that cannot come out.
type Exception struct {
	Module string `json:"module"`
	Case   string `json:"case"`
	Path   string `json:"path"`
	Reason string `json:"reason"`
}

// Load reads one golden file.
func Load(module string) (Module, error) {
	var m Module
	data, err := File(module + ".json")
	if err != nil {
		return m, err
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return m, fmt.Errorf("%s: %w", module, err)
	}
	if len(m.Cases) == 0 {
		return m, fmt.Errorf("%s: no cases", module)
	}
	return m, nil
}

// Exceptions reads the list of figures that cannot come out.
func Exceptions() ([]Exception, error) {
	var list []Exception
	data, err := File("exceptions.json")
	if err != nil {
		return nil, err
	}
	err = json.Unmarshal(data, &list)
	return list, err
}

// Figures counts the printed figures of a module.
func (m Module) Figures() int {
	n := 0
	for _, c := range m.Cases {
		n += len(leaves(c.Printed))
	}
	return n
}

// Run runs check on every case of a module, each as a subtest.
func Run(t *testing.T, module string, check func(c *Case)) {
	t.Helper()
	m, err := Load(module)
	if err != nil {
		t.Fatal(err)
	}
	for i := range m.Cases {
		c := &m.Cases[i]
		t.Run(c.ID, func(t *testing.T) {
			c.t = t
			c.run(module, check, func(problem string) { t.Error(problem) })
			t.Logf("%s %s (%s): %d figures", module, c.ID, c.Page, c.checked)
		})
	}
}

// run checks a case and reports every figure that was wrong or not looked at.
func (c *Case) run(module string, check func(c *Case), report func(problem string)) {
	c.module, c.open, c.report = module, leaves(c.Printed), report
	check(c)
	if len(c.open) > 0 {
		left := slices.Sorted(maps.Keys(c.open))
		report(fmt.Sprintf("%d of %d figures were not looked at: %s", len(left), len(left)+c.checked, strings.Join(left, ", ")))
	}
}

// T returns the test of the case.
func (c *Case) T() *testing.T { return c.t }

// Decode decodes the input of the case.
func (c *Case) Decode(v any) {
	c.t.Helper()
	if err := json.Unmarshal(c.Input, v); err != nil {
		c.t.Fatal(err)
	}
}

// Has reports whether the case prints anything at a path such as "screen/examined".
func (c *Case) Has(path string) bool {
	for p := range leaves(c.Printed) {
		if p == path || strings.HasPrefix(p, path+"/") {
			return true
		}
	}
	return false
}

// Equal compares got (a string, a list or a map of such) with what is printed at path, every figure below it.
func (c *Case) Equal(path string, got any) {
	raw, err := json.Marshal(got)
	if err != nil {
		c.report(err.Error())
		return
	}
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		c.report(err.Error())
		return
	}
	have := map[string]string{}
	walk(path, v, have)
	for p := range leaves(c.Printed) {
		if p == path || strings.HasPrefix(p, path+"/") {
			if _, ok := have[p]; !ok {
				c.report(p + ": printed, but nothing was computed for it")
				delete(c.open, p)
			}
		}
	}
	exceptions, err := Exceptions()
	if err != nil {
		c.report(err.Error())
	}
	for p, g := range have {
		want, ok := c.open[p]
		if !ok {
			c.report(fmt.Sprintf("%s: computed %q, but nothing is printed there (or it was compared before)", p, g))
			continue
		}
		delete(c.open, p)
		c.checked++
		listed := slices.ContainsFunc(exceptions, func(e Exception) bool {
			return e.Module == c.module && e.Case == c.ID && e.Path == p
		})
		switch {
		case g == want && listed:
			c.report(p + ": listed as an exception, but it comes out")
		case g != want && !listed:
			c.report(fmt.Sprintf("%s: computed %q, printed %q", p, g, want))
		}
	}
}

// Column returns one column of a CSV file of the golden data.
func (c *Case) Column(file, column string) []string {
	c.t.Helper()
	data, err := File(file)
	if err != nil {
		c.t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		c.t.Fatal(err)
	}
	i := slices.Index(rows[0], column)
	if i < 0 {
		c.t.Fatalf("%s has no column %s", file, column)
	}
	var values []string
	for _, r := range rows[1:] {
		values = append(values, r[i])
	}
	return values
}

// leaves returns every figure below v by its path. An empty list is a figure too: "nothing is printed".
func leaves(v any) map[string]string {
	m := map[string]string{}
	walk("", v, m)
	return m
}

func walk(path string, v any, into map[string]string) {
	join := func(s string) string {
		if path == "" {
			return s
		}
		return path + "/" + s
	}
	switch v := v.(type) {
	case map[string]any:
		for k, e := range v {
			walk(join(k), e, into)
		}
	case []any:
		if len(v) == 0 {
			into[path] = "[]"
		}
		for i, e := range v {
			walk(join(fmt.Sprint(i)), e, into)
		}
	case nil:
		into[path] = "[]"
	default:
		into[path] = fmt.Sprint(v)
	}
}
