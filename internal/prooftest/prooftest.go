// Package prooftest counts what proofs by enumeration list: populations, each with a plan of how it is sampled, and all the samples that
// are possible under these plans. The counts are held against proofs.json, from which a table of VERIFICATION.md is made, so that a proof
// that lists less than is stated there fails.
package prooftest

import (
	_ "embed"
	"encoding/json"
	"testing"
)

//go:embed proofs.json
var list []byte

// Counts are what a proof has listed.
type Counts struct {
	Populations int64 `json:"populations"`
	Samples     int64 `json:"samples"`
}

// Proof is a test that lists all possible samples.
type Proof struct {
	// Package is the package of the test, from the root of the module, Test its name.
	Package string `json:"package"`
	Test    string `json:"test"`
	// Of is the design or the computation, Shows what is proven of it.
	Of    string `json:"of"`
	Shows string `json:"shows"`
	Counts
	// Short is what is listed with -short, as in WebAssembly, where that is less.
	Short *Counts `json:"short,omitempty"`
}

// Proofs returns all proofs.
func Proofs() ([]Proof, error) {
	var proofs []Proof
	err := json.Unmarshal(list, &proofs)
	return proofs, err
}

// Count returns counts for a test of a package, and holds them against those of the list when the test ends.
func Count(t *testing.T, pkg string) *Counts {
	t.Helper()
	proofs, err := Proofs()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range proofs {
		if p.Package != pkg || p.Test != t.Name() {
			continue
		}
		want, got := p.Counts, new(Counts)
		if p.Short != nil && testing.Short() {
			want = *p.Short
		}
		t.Cleanup(func() {
			if !t.Failed() && *got != want {
				t.Errorf("%d populations with %d samples were listed; proofs.json has %d with %d", got.Populations, got.Samples, want.Populations, want.Samples)
			}
		})
		return got
	}
	t.Fatalf("%s of %s is not in proofs.json", t.Name(), pkg)
	return nil
}

// Population counts a population with a plan, whose samples follow.
func (c *Counts) Population() { c.Populations++ }

// Sample counts a sample.
func (c *Counts) Sample() { c.Samples++ }
