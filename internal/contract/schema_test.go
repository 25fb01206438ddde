package contract

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/contract/schematest"
	"github.com/shopspring/decimal"
)

const defs = "#/$defs/"

// checker checks values against the schemas of the contract as they are written.
func checker(t *testing.T, api *API) func(Form, []byte) error {
	t.Helper()
	var all []Form
	for _, t := range api.Types {
		all = append(all, Form{Kind: Named, Type: t})
	}
	raw, err := json.Marshal(map[string]any{"$defs": api.Schemas(defs, all...)})
	if err != nil {
		t.Fatal(err)
	}
	document, err := schematest.Parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	return func(f Form, value []byte) error {
		raw, err := json.Marshal(f.Schema(defs))
		if err != nil {
			return err
		}
		return document.Check(raw, value)
	}
}

// TestSchemas holds every example and its result against their schemas, and so every request that differs from an example
// in one thing and that the library answers.
func TestSchemas(t *testing.T) {
	api := describe(t)
	check := checker(t, api)
	answered := 0
	for i, c := range iromath.Calculations() {
		t.Run(c.Name, func(t *testing.T) {
			forms := api.Calculations[i]
			if err := check(forms.Request, c.Example); err != nil {
				t.Errorf("example: %v", err)
			}
			answer, err := iromath.Calculate(c.Name, c.Example)
			if err != nil {
				t.Fatal(err)
			}
			if err := check(forms.Result, answer); err != nil {
				t.Errorf("result: %v\n%s", err, answer)
			}
			if testing.Short() || c.Name == "sampling.seed_search" {
				return // it searches all seeds each time
			}
			for request := range variants(decode(t, c.Example)) {
				raw, err := json.Marshal(request)
				if err != nil {
					t.Fatal(err)
				}
				answer, err := iromath.Calculate(c.Name, raw)
				if err != nil {
					continue
				}
				answered++
				if err := check(forms.Result, answer); err != nil {
					t.Errorf("result of %s: %v", raw, err)
				}
			}
		})
	}
	if answered < 3000 && !testing.Short() {
		t.Errorf("%d changed requests were answered", answered)
	}
}

func decode(t *testing.T, raw []byte) any {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

// variants yields v with one thing changed, all of them.
func variants(v any) func(func(any) bool) {
	return func(yield func(any) bool) {
		switch v := v.(type) {
		case map[string]any:
			for _, name := range slices.Sorted(maps.Keys(v)) {
				less := maps.Clone(v)
				delete(less, name)
				if !yield(less) {
					return
				}
				for e := range variants(v[name]) {
					other := maps.Clone(v)
					other[name] = e
					if !yield(other) {
						return
					}
				}
			}
		case []any:
			if !yield([]any{}) {
				return
			}
			for i := range v {
				if !yield(slices.Delete(slices.Clone(v), i, i+1)) {
					return
				}
				for e := range variants(v[i]) {
					other := slices.Clone(v)
					other[i] = e
					if !yield(other) {
						return
					}
				}
			}
		case bool:
			yield(!v)
		case string:
			for _, s := range []string{"", "0", "1"} {
				if !yield(s) {
					return
				}
			}
		case json.Number:
			for _, n := range []int{0, 1} {
				if !yield(n) {
					return
				}
			}
		}
	}
}

// TestRequestSchemasRefuse: what the library refuses for its form, the schemas refuse too.
func TestRequestSchemasRefuse(t *testing.T) {
	api := describe(t)
	check := checker(t, api)
	for _, c := range []struct{ name, request, want string }{
		{"errorrate", `{"claims":[],"paidAmounts":[]}`, "paidAmounts"},
		{"errorrate", `{"claims":"none"}`, "claims"},
		{"errorrate", `{}`, "claims"},
		{"errorrate", `{"claims":[{"id":"A-1","paid":"ten","documentation":"missing"}]}`, "claims[0].paid"},
		{"errorrate", `{"claims":[{"id":"A-1","paid":true,"documentation":"missing"}]}`, "claims[0].paid"},
		{"errorrate", `{"claims":[{"id":"A-1","paid":10,"documentation":"lost"}]}`, "claims[0].documentation"},
		{"errorrate", `{"claims":[null]}`, "claims[0]"},
		{"sampling.single_stage", `{"seed":1,"low":1,"high":10,"size":2}`, "seed"},
		{"sampling.single_stage", `{"seed":"1","low":1,"high":10,"size":2.5}`, "size"},
		{"reportable.due_date", `{"from":"1.2.2026","days":3}`, "from"},
	} {
		i, _ := slices.BinarySearchFunc(api.Calculations, c.name, func(c Calculation, name string) int { return strings.Compare(c.Name, name) })
		if err := check(api.Calculations[i].Request, []byte(c.request)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %s: %v", c.name, c.request, err)
		}
		if _, err := iromath.Calculate(c.name, []byte(c.request)); err == nil {
			t.Errorf("the library takes %s %s", c.name, c.request)
		}
	}
}

// TestMirrors: the structs that stand for types with a JSON form of their own have that form.
func TestMirrors(t *testing.T) {
	values := []decimal.Decimal{decimal.New(-125, -1), decimal.Zero, decimal.New(3, 0)}
	var single appraisal.Sums
	if err := single.AddAll(values); err != nil {
		t.Fatal(err)
	}
	var pairs appraisal.PairSums
	if err := pairs.AddAll(values, values); err != nil {
		t.Fatal(err)
	}
	api := describe(t)
	check := checker(t, api)
	for name, value := range map[string]any{"AppraisalSums": single, "AppraisalPairSums": pairs} {
		raw, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(api.Types, func(t *Type) bool { return t.Name == name })
		if err := check(Form{Kind: Named, Type: api.Types[i]}, raw); err != nil {
			t.Errorf("%s %s: %v", name, raw, err)
		}
	}
}

// TestDecimalPattern: the pattern takes what the library reads as a number.
func TestDecimalPattern(t *testing.T) {
	pattern := regexp.MustCompile(decimals)
	for _, s := range []string{"0", "-0", "1.5", "1.", ".5", "+1", "1e5", "1E-5", "1.5e+3", "", "-", ".", "1e", "1,5", "1 ", " 1", "0x1", "1_0",
		"NaN", "Infinity", "--1", "1e1.5", "00012", "1.2.3", "e5"} {
		var d decimal.Decimal
		err := json.Unmarshal(fmt.Appendf(nil, "%q", s), &d)
		if pattern.MatchString(s) != (err == nil) {
			t.Errorf("%q: pattern %v, library %v", s, pattern.MatchString(s), err)
		}
	}
}
