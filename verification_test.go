package iromath

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iromath/iromath/internal/goldentest"
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
