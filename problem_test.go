package iromath

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/sampling"
	"github.com/iromath/iromath/training"
)

func ExampleProblemOf() {
	_, err := Calculate("errorrate", []byte(`{"claims":[{"id":"A-1","paid":"1,00"}]}`))
	p := ProblemOf(err)
	fmt.Println(p.Code, p.Field)
	_, err = Calculate("sampling.single_stage", []byte(`{"seed":"1","low":1,"high":10,"size":12}`))
	fmt.Println(ProblemOf(err).Code)
	// Output:
	// iromath.request claims[0].paid
	// sampling.size
}

func TestProblemOf(t *testing.T) {
	calculated := func(name, request string) error {
		_, err := Calculate(name, []byte(request))
		return err
	}
	quarterly := `{"agreement":{"protocol":"quarterly","sampleSize":2},"seeds":{"first":"1234"},` + exampleClaims
	for name, c := range map[string]struct {
		err                error
		code, field, row   string // row: code, field, id, message of the first
		rows, line, number int
	}{
		"unknown calculation": {err: calculated("none", `{}`), code: "iromath.calculation"},
		"unknown field":       {err: calculated("agreement", `{"protocol":"single","clauses":[],"x":1}`), code: "iromath.request"},
		"wrong type":          {err: calculated("errorrate", `{"claims":[{"id":1}]}`), code: "iromath.request", field: "claims[0].id"},
		"frame claims": {err: calculated("review", `{"agreement":{"protocol":"quarterly"},"seeds":{"first":"1"},"claims":[{"id":"A","paid":"0"}]}`),
			code: CodeInvalid, rows: 1, row: "||A|paid amount is not more than zero"},
		"reviewed claims": {err: calculated("errorrate", `{"claims":[{"number":3,"id":"A","paid":"-1","correct":"0","documentation":"complete"}]}`),
			code: "errorrate.paid", rows: 1, number: 3, row: "errorrate.paid||A|"},
		"determinations": {err: calculated("review", quarterly+`,"submitted":[{"determinations":[{"id":"A-9","documentation":"missing"},{"id":"A-2","documentation":"x"}]}]}`),
			code: "iromath.missing", field: "submitted[0]", rows: 3, row: "iromath.missing||A-3|"},
		"rows of a file": {err: calculated("review.determinations", `{"text":"claim_id,correct,documentation\nA,x,complete\nB\n"}`),
			code: CodeInvalid, rows: 2, line: 2, row: "|correct||not an amount"},
		"file": {err: calculated("review.frame", `{"text":""}`), code: "iromath.file"},
		"malformed row": {err: calculated("review.frame", `{"text":"claim_id,paid\nA,x\n"}`), code: "iromath.frame", rows: 1, line: 2,
			row: "|paid||"},
		"reported": {err: calculated("review.verify", `{"reported":{"agreement":{"protocol":"quarterly","sampleSize":2},"population":{"claims":"x"}},`+exampleClaims+`}`),
			code: "iromath.reported", field: "population.claims", rows: 1, row: "|population.claims||"},
		"programme": {err: training.ProgramErrors{{Field: "modules[2].title", Err: training.ErrMissing}, {Field: "people", Err: training.ErrCount}},
			code: "training.program", field: "modules[2].title", rows: 2, row: "training.missing|modules[2].title||is missing"},
		"correction": {err: &CorrectionError{Unknown: []string{"A"}, Repeated: []string{"B"}}, code: "iromath.correction", rows: 2,
			row: "||A|not in the frame"},
		"systems": {err: &SystemsError{NotOverpaid: []string{"A"}, Walks: []error{fmt.Errorf("%w: x", ErrWalkThrough)}}, code: "iromath.not_overpaid",
			rows: 2, row: "iromath.not_overpaid||A|walk-throughs of claims that were not overpaid"},
		"agreement": {err: calculated("agreement", `{"protocol":"single","spares":-1}`), code: "iromath.agreement", field: "spares"},
		"agreement of a review": {err: calculated("review", `{"agreement":{"protocol":"x"},"seeds":{"first":"1"},`+exampleClaims+`}`),
			code: "iromath.agreement", field: "agreement.protocol"},
		"no value": {err: calculated("review", `{"agreement":{"protocol":"single","repayDays":0}}`), code: "iromath.request",
			field: "agreement.repayDays"},
		"seeds": {err: calculated("review", `{"agreement":{"protocol":"quarterly","sampleSize":2},"seeds":{"first":"1","full":"2"},`+exampleClaims+`}`),
			code: "iromath.seeds", field: "seeds.full"},
		"seed of a review": {err: calculated("review", `{"agreement":{"protocol":"quarterly","sampleSize":2},"seeds":{"first":"x"},`+exampleClaims+`}`),
			code: "sampling.seed", field: "seeds.first"},
		"seed of tickets": {err: calculated("sampling.tickets", `{"seed":"","size":1,"ids":["A"]}`), code: "sampling.seed", field: "seed"},
		"seed of a plan": {err: calculated("sampling.verify.second", `{"plan":{"plan":{"seed":"x","low":1,"high":9,"size":1},"earlier":[]},"reported":[1]}`),
			code: "sampling.seed", field: "plan.plan.seed"},
		"seed of a stratum": {err: calculated("sampling.stratified", `{"seed":"1","strata":[{"name":"a","low":1,"high":9,"size":1},`+
			`{"name":"b","low":1,"high":9,"size":1,"seed":"x"}]}`), code: "sampling.seed", field: "strata[1].seed"},
		"seed of strata":   {err: calculated("sampling.stratified", `{"strata":[{"name":"a","low":1,"high":9,"size":1}]}`), code: "sampling.seed", field: "seed"},
		"seed of RHC":      {err: calculated("sampling.rhc", `{"partitionSeed":"1","selectionSeed":"x","size":1,"units":[{"name":"a","subUnits":1,"size":"1"}]}`), code: "sampling.seed", field: "selectionSeed"},
		"seed of the past": {err: calculated("sampling.draw_on", `{"more":1,"selection":{"seed":"x","low":1,"high":9,"size":1,"frameSize":9,"sample":[{"order":1,"number":1}],"spareUnits":[],"summation":"1"}}`), code: "sampling.selection", field: "selection.seed"},
		"two":              {err: fmt.Errorf("a: %w, %w", sampling.ErrSize, sampling.ErrSeed), code: "sampling.size"},
		"nested":           {err: fmt.Errorf("%w", errors.Join(errors.New("x"), errorrate.ErrID)), code: "errorrate.id"},
		"no code":          {err: errors.New("x"), code: CodeInvalid},
	} {
		t.Run(name, func(t *testing.T) {
			if c.err == nil {
				t.Fatal("no error")
			}
			p := ProblemOf(c.err)
			if p.Code != c.code || p.Field != c.field || p.Message != c.err.Error() || len(p.Rows) != c.rows || p.RowCount != c.rows {
				t.Errorf("%+v", p)
			}
			if c.rows > 0 {
				r := p.Rows[0]
				if !strings.HasPrefix(strings.Join([]string{r.Code, r.Field, r.ID, r.Message}, "|"), c.row) || r.Line != int64(c.line) || r.Number != int64(c.number) {
					t.Errorf("row %+v", r)
				}
			}
			data, err := json.Marshal(p)
			var back Problem
			if err != nil || json.Unmarshal(data, &back) != nil || fmt.Sprint(back) != fmt.Sprint(p) {
				t.Errorf("%s %v", data, err)
			}
		})
	}
	if p := ProblemOf(nil); p.Code != "" || p.Rows != nil {
		t.Errorf("%+v", p)
	}
}

// TestProblemRows: the rows are bounded, their number is told.
func TestProblemRows(t *testing.T) {
	p := ProblemOf(make(RowErrors, 2500))
	if len(p.Rows) != MaxProblemRows || p.RowCount != 2500 {
		t.Errorf("%d of %d", len(p.Rows), p.RowCount)
	}
}

// TestCodes: every exported error of every package has the code that its name gives.
func TestCodes(t *testing.T) {
	declared := map[string]string{} // "sampling.ErrSize" -> "sampling.size"
	aliases := map[string][]string{}
	packages := map[string]bool{}
	initial := regexp.MustCompile(`([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])`)
	code := func(pkg, name string) string {
		return pkg + "." + strings.ToLower(initial.ReplaceAllString(strings.TrimPrefix(name, "Err"), "${1}${3}_${2}${4}"))
	}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		switch {
		case d.IsDir() && (path == "examples" || path == "wasm" || strings.HasPrefix(path, ".") && path != "." || strings.HasSuffix(path, "test")):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		pkg := file.Name.Name
		packages[pkg] = true
		for _, decl := range file.Decls {
			general, ok := decl.(*ast.GenDecl)
			if !ok || general.Tok != token.VAR {
				continue
			}
			for _, spec := range general.Specs {
				v := spec.(*ast.ValueSpec)
				for i, name := range v.Names {
					if !strings.HasPrefix(name.Name, "Err") || i >= len(v.Values) {
						continue
					}
					switch value := v.Values[i].(type) {
					case *ast.CallExpr:
						declared[pkg+"."+name.Name] = code(pkg, name.Name)
					case *ast.SelectorExpr:
						of := value.X.(*ast.Ident).Name + "." + value.Sel.Name
						aliases[of] = append(aliases[of], code(pkg, name.Name))
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for of, names := range aliases {
		if len(names) == 1 {
			declared[of] = names[0]
		}
	}

	// The table of codes as it is written.
	file, err := parser.ParseFile(token.NewFileSet(), "problem_codes.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	table := map[string]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		entry, ok := n.(*ast.CompositeLit)
		if !ok || entry.Type != nil {
			return true
		}
		name := "iromath."
		switch e := entry.Elts[0].(type) {
		case *ast.Ident:
			name += e.Name
		case *ast.SelectorExpr:
			name = e.X.(*ast.Ident).Name + "." + e.Sel.Name
		}
		table[name] = strings.Trim(entry.Elts[1].(*ast.BasicLit).Value, `"`)
		return true
	})
	if len(declared) < 100 || len(packages) < 15 {
		t.Errorf("%d errors in %d packages: the search goes wrong", len(declared), len(packages))
	}
	for name, want := range declared {
		if table[name] != want {
			t.Errorf("%s has the code %q, not %q", name, table[name], want)
		}
		delete(table, name)
	}
	for name := range table {
		t.Errorf("there is no %s", name)
	}
	var all []string
	for _, c := range codedErrors() {
		if got := codeOf(fmt.Errorf("x: %w", c.err)); got != c.code {
			t.Errorf("%v has the code %q, not %q", c.err, got, c.code)
		}
		all = append(all, c.code)
	}
	slices.Sort(all)
	if len(slices.Compact(slices.Clone(all))) != len(all) {
		t.Errorf("a code stands for two errors: %v", all)
	}
}

// TestMessages: no message names a package twice.
func TestMessages(t *testing.T) {
	names := regexp.MustCompile(`\b(sampling|samplesize|appraisal|variable|attribute|errorrate|extrapolate|reportable|training|iromath): `)
	messages := 0
	for _, c := range Calculations() {
		var request any
		if err := json.Unmarshal(c.Example, &request); err != nil {
			t.Fatal(err)
		}
		try := func() {
			data, err := json.Marshal(request)
			if err != nil {
				t.Fatal(err)
			}
			if _, err = Calculate(c.Name, data); err == nil {
				return
			}
			messages++
			said := names.FindAllString(err.Error(), -1)
			slices.Sort(said)
			if len(slices.Compact(said)) < len(names.FindAllString(err.Error(), -1)) {
				t.Errorf("%s: %v", c.Name, err)
			}
		}
		var each func(value any, set func(any))
		each = func(value any, set func(any)) {
			switch v := value.(type) {
			case string:
				for _, bad := range []any{"x", ""} {
					set(bad)
					try()
				}
			case float64:
				set(-1.0)
				try()
			case []any:
				for i, inner := range v[:min(len(v), 2)] {
					each(inner, func(to any) { v[i] = to })
				}
				set([]any{})
				try()
			case map[string]any:
				for name, inner := range v {
					each(inner, func(to any) { v[name] = to })
					delete(v, name)
					try()
					v[name] = inner
				}
			}
			set(value)
		}
		each(request, func(to any) { request = to })
	}
	if messages == 0 {
		t.Error("no message")
	}
}
