package contract

import (
	"bytes"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the generated files")

func describe(t *testing.T) *API {
	t.Helper()
	api, err := Describe()
	if err != nil {
		t.Fatal(err)
	}
	return api
}

// TestTypeScript holds the declaration file of the npm package against the Go types.
func TestTypeScript(t *testing.T) {
	const file = "../../wasm/npm/contract.d.ts"
	want := describe(t).TypeScript()
	if *update {
		if err := os.WriteFile(file, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is stale: go generate ./internal/contract (%v)", file, err)
	}
}
