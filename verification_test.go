package iromath

import (
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iromath/iromath/internal/goldentest"
	"github.com/iromath/iromath/internal/prooftest"
)

var update = flag.Bool("update", false, "write the deterministic part of VERIFICATION.md")

// goldenModules are the RAT-STATS modules whose printed figures are recomputed, each by a test that looks at every
// figure.
var goldenModules = []struct{ module, name, test string }{
	{"random_single", "Random numbers, single stage", "sampling: TestGolden"},
	{"random_sets", "Random numbers, sets of two, three and four", "sampling: TestGoldenSets"},
	{"random_frames", "Random numbers, frames single stage and sets of two", "sampling: TestGoldenFrames"},
	{"rhc_selection", "RHC sample selection", "sampling: TestGoldenRHC"},
	{"size_variable_probe", "Sample size, variable, probe sample", "sampling/samplesize: TestGoldenProbe"},
	{"size_variable_error_rate", "Sample size, variable, error rate", "sampling/samplesize: TestGoldenErrorRate"},
	{"size_variable_stratified", "Sample size, variable, stratified", "sampling/samplesize: TestGoldenStratified"},
	{"size_attribute", "Sample size, attribute", "sampling/samplesize: TestGoldenAttribute"},
	{"variable_unrestricted", "Variable appraisal, unrestricted", "appraisal/variable: TestGoldenUnrestricted"},
	{"variable_stratified", "Variable appraisal, stratified", "appraisal/variable: TestGoldenStratified"},
	{"strata_formation", "Strata formation", "appraisal/variable: TestGoldenStrataFormation"},
	{"variable_two_stage", "Variable appraisal, two-stage", "appraisal/variable: TestGoldenTwoStage"},
	{"variable_three_stage", "Variable appraisal, three-stage", "appraisal/variable: TestGoldenThreeStage"},
	{"variable_rhc_two_stage", "Variable appraisal, RHC two stage", "appraisal/variable: TestGoldenRHCTwoStage"},
	{"variable_rhc_three_stage", "Variable appraisal, RHC three stage", "appraisal/variable: TestGoldenRHCThreeStage"},
	{"variable_stratified_cluster", "Variable appraisal, stratified cluster", "appraisal/variable: TestGoldenStratifiedCluster"},
	{"variable_stratified_multistage", "Variable appraisal, stratified multistage", "appraisal/variable: TestGoldenStratifiedMultistage"},
	{"variable_post_stratified", "Variable appraisal, post-stratified", "appraisal/variable: TestGoldenPostStratified"},
	{"variable_unknown_universe", "Variable appraisal, unknown universe size", "appraisal/variable: TestGoldenUnknownUniverse"},
	{"attribute_unrestricted", "Attribute appraisal, unrestricted", "appraisal/attribute: TestGoldenUnrestricted"},
	{"attribute_stratified", "Attribute appraisal, stratified", "appraisal/attribute: TestGoldenStratified"},
	{"attribute_two_stage", "Attribute appraisal, two-stage", "appraisal/attribute: TestGoldenTwoStage"},
	{"attribute_three_stage", "Attribute appraisal, three-stage", "appraisal/attribute: TestGoldenThreeStage"},
	{"attribute_rhc_two_stage", "Attribute appraisal, RHC two stage", "appraisal/attribute: TestGoldenRHCTwoStage"},
	{"attribute_rhc_three_stage", "Attribute appraisal, RHC three stage", "appraisal/attribute: TestGoldenRHCThreeStage"},
	{"attribute_stratified_cluster", "Attribute appraisal, stratified cluster", "appraisal/attribute: TestGoldenStratifiedCluster"},
	{"attribute_stratified_multistage", "Attribute appraisal, stratified multistage", "appraisal/attribute: TestGoldenStratifiedMultistage"},
}

// peerFiles are figures of other software or published results that tests read from files, one a line behind the header.
var peerFiles = []struct{ file, what, test string }{
	{"internal/dist/testdata/quantiles_R.csv", "R 4.2.2: t and normal percentiles, to 2e-14 (R's own rows err by up to 1e-14)", "internal/dist"},
	{"internal/dist/testdata/hypergeom_exact_pmf_cdf.csv", "hypergeometric pmf, cdf and sf, correctly rounded from exact rationals, to the last digit", "internal/dist"},
	{"internal/dist/testdata/clopper_pearson_R.csv", "R 4.2.2: beta quantiles behind Clopper-Pearson limits, to 1e-13 (R's own rows err by up to 7.5e-15)", "internal/dist"},
	{"appraisal/attribute/testdata/limits_R.csv", "R 4.2.2 `phyper`: exact limits of counts, equal", "appraisal/attribute"},
	{"appraisal/attribute/testdata/clopper_pearson_R.csv", "R 4.2.2 `binom.test`: limits of a share, to 1e-13", "appraisal/attribute"},
	{"sampling/testdata/consistent_sampler.json", "consistent_sampler (R. Rivest, MIT): ticket and id of each selection, in order", "sampling"},
	{"sampling/testdata/selection_r.json", "R 4.2.2: `sample.int`, both sample kinds, every list in order", "sampling"},
	{"sampling/testdata/selection_r_more.json", "R 4.2.2, further lists at the edges of its algorithms", "sampling"},
	{"sampling/testdata/selection_python.json", "Python 3.11 `random.sample` and NumPy 1.24 `choice`, every list in order", "sampling"},
	{"sampling/testdata/selection_python_more.json", "the same, further lists", "sampling"},
	{"appraisal/variable/testdata/golden_survey.csv", "R survey 4.1-1 on published samples (simple random, stratified, clusters, two stages, ratio): estimates, standard errors, t, limits with t and z, to 1e-12", "appraisal/variable"},
	{"appraisal/variable/testdata/survey.json", "the same, totals from five samples of schools with 17 digits: standard errors and limits, to 1e-12", "appraisal/variable"},
	{"appraisal/variable/testdata/survey_more.csv", "R survey 4.1-1, made by survey_more.R: ratio, difference, regression and PPS estimates, to 1e-12", "appraisal/variable"},
	{"appraisal/variable/testdata/nist_numacc1.csv", "NIST StRD NumAcc1: values behind the certified mean and standard deviation, all certified digits", "appraisal/variable"},
	{"appraisal/variable/testdata/nist_numacc2.csv", "NIST StRD NumAcc2, the same", "appraisal/variable"},
	{"appraisal/variable/testdata/nist_numacc3.csv", "NIST StRD NumAcc3, the same", "appraisal/variable"},
	{"appraisal/variable/testdata/nist_lew.csv", "NIST StRD Lew, the same", "appraisal/variable"},
	{"appraisal/variable/testdata/nist_mavro.csv", "NIST StRD Mavro, the same", "appraisal/variable"},
	{"appraisal/variable/testdata/nist_michelso.csv", "NIST StRD Michelso, the same", "appraisal/variable"},
}

const (
	beginCounts = "<!-- counts: begin (go test . -run TestVerification -update) -->\n"
	endCounts   = "<!-- counts: end -->\n"
)

// TestVerificationIsUpToDate fails when the counts in VERIFICATION.md are not those of the test data.
func TestVerificationIsUpToDate(t *testing.T) {
	var b strings.Builder
	b.WriteString("| RAT-STATS module | cases | printed figures | match as strings | test |\n|---|---:|---:|---:|---|\n")
	exceptions, err := goldentest.Exceptions()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range goldenModules {
		golden, err := goldentest.Load(m.module)
		if err != nil {
			t.Fatal(err)
		}
		missed := 0
		for _, e := range exceptions {
			if e.Module == m.module {
				missed++
			}
		}
		figures := golden.Figures()
		fmt.Fprintf(&b, "| %s | %d | %d | %d | %s |\n", m.name, len(golden.Cases), figures, figures-missed, m.test)
	}
	b.WriteString("\nFigures that cannot come out:")
	if len(exceptions) == 0 {
		b.WriteString(" none.")
	}
	for _, e := range exceptions {
		fmt.Fprintf(&b, "\n- %s, case %s, %s: %s", e.Module, e.Case, e.Path, e.Reason)
	}
	b.WriteString("\n\n| figures of others, read from files | rows or lists | test |\n|---|---:|---|\n")
	for _, p := range peerFiles {
		data, err := os.ReadFile(filepath.FromSlash(p.file))
		if err != nil {
			t.Fatal(err)
		}
		rows := strings.Count(string(data), "\n") - 1
		if strings.HasSuffix(p.file, ".json") { // a list of records
			var records []any
			if err := json.Unmarshal(data, &records); err != nil {
				t.Fatal(err)
			}
			rows = len(records)
		}
		fmt.Fprintf(&b, "| %s | %d | %s |\n", p.what, rows, p.test)
	}
	writeProofs(t, &b)
	writeTests(t, &b)
	page, err := os.ReadFile("VERIFICATION.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(page), beginCounts)
	counts, after, ok2 := strings.Cut(rest, endCounts)
	if !ok || !ok2 {
		t.Fatal("VERIFICATION.md has lost the marks around the counts")
	}
	if *update {
		if err := os.WriteFile("VERIFICATION.md", []byte(before+beginCounts+b.String()+endCounts+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(b.String(), counts); diff != "" {
		t.Errorf("VERIFICATION.md is stale: %s", diff)
	}
}

// writeProofs writes what proofs by enumeration list, and fails for one whose test is not there.
func writeProofs(t *testing.T, b *strings.Builder) {
	t.Helper()
	proofs, err := prooftest.Proofs()
	if err != nil {
		t.Fatal(err)
	}
	b.WriteString("\n| proof by enumeration of | shown in exact fractions or integers | populations with a plan | samples | in WebAssembly | test |\n|---|---|---:|---:|---:|---|\n")
	for _, p := range proofs {
		counting := fmt.Sprintf("func %s(t *testing.T) {\n\tproof := prooftest.Count(t, %q)", p.Test, p.Package)
		files, err := filepath.Glob(filepath.Join(filepath.FromSlash(p.Package), "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(files, func(file string) bool {
			text, err := os.ReadFile(file)
			return err == nil && strings.Contains(string(text), counting)
		}) {
			t.Errorf("no %s counts in %s", p.Test, p.Package)
		}
		short := "the same"
		if p.Short != nil {
			short = fmt.Sprintf("%d, %d", p.Short.Populations, p.Short.Samples)
		}
		name := p.Test
		if p.Package != "." {
			name = p.Package + ": " + name
		}
		fmt.Fprintf(b, "| %s | %s | %d | %d | %s | %s |\n", p.Of, p.Shows, p.Populations, p.Samples, short, name)
	}
}

// testCounts are the numbers of the tests of a package; properties are tests on random inputs of rapid.
type testCounts struct{ tests, properties, fuzz, examples int }

// writeTests writes how many tests the packages have, natively and under js/wasm.
func writeTests(t *testing.T, b *strings.Builder) {
	t.Helper()
	native, wasm := countTests(t, "linux", "amd64"), countTests(t, "js", "wasm")
	b.WriteString("\n| package | tests | of them on random inputs (properties) | fuzz targets | examples | in WebAssembly |\n|---|---:|---:|---:|---:|---:|\n")
	both := maps.Clone(native)
	maps.Copy(both, wasm)
	for _, dir := range slices.Sorted(maps.Keys(both)) {
		n, w := native[dir], "the same"
		if js := wasm[dir]; js != n {
			w = fmt.Sprintf("%d, %d, %d, %d", js.tests, js.properties, js.fuzz, js.examples)
		}
		fmt.Fprintf(b, "| %s | %d | %d | %d | %d | %s |\n", filepath.ToSlash(dir), n.tests, n.properties, n.fuzz, n.examples, w)
	}
}

// countTests counts the tests of each package of the module on a platform.
func countTests(t *testing.T, goos, goarch string) map[string]testCounts {
	t.Helper()
	platform := build.Default
	platform.GOOS, platform.GOARCH, platform.CgoEnabled = goos, goarch, false
	counts := map[string]testCounts{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			_, err := os.Stat(filepath.Join(path, "go.mod"))
			if path != "." && (err == nil || d.Name() == "testdata" || d.Name() == "node_modules" || strings.HasPrefix(d.Name(), ".")) {
				return fs.SkipDir
			}
			return nil
		}
		dir, name := filepath.Split(path)
		dir = filepath.Clean(dir)
		if !strings.HasSuffix(name, "_test.go") {
			return nil
		}
		if ok, err := platform.MatchFile(dir, name); err != nil || !ok {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		c := counts[dir]
		for _, decl := range file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || f.Recv != nil {
				continue
			}
			switch name := f.Name.Name; {
			case strings.HasPrefix(name, "Test") && name != "TestMain":
				c.tests++
				if callsRapid(f) {
					c.properties++
				}
			case strings.HasPrefix(name, "Fuzz"):
				c.fuzz++
			case strings.HasPrefix(name, "Example"):
				c.examples++
			}
		}
		counts[dir] = c
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return counts
}

// callsRapid reports whether a function checks a property itself.
func callsRapid(f *ast.FuncDecl) (calls bool) {
	ast.Inspect(f, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok && x.Name == "rapid" && s.Sel.Name == "Check" {
				calls = true
			}
		}
		return !calls
	})
	return calls
}
