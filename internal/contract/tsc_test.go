package contract

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/iromath/iromath"
)

// TestTypeScriptCompiles compiles every example and its result as values of their types. It needs the TypeScript compiler
// of the npm package, or one named by the variable TSC.
func TestTypeScriptCompiles(t *testing.T) {
	tsc := os.Getenv("TSC")
	if tsc == "" {
		tsc = "../../wasm/node_modules/.bin/tsc"
	}
	if _, err := exec.LookPath(tsc); err != nil {
		t.Skip("no TypeScript compiler: npm ci in wasm, or set TSC")
	}
	tsc, err := filepath.Abs(tsc)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var ts bytes.Buffer
	ts.WriteString("import type { Request, Result, Calculation, CalculationName } from \"./contract.js\";\n")
	for i, c := range iromath.Calculations() {
		answer, err := iromath.Calculate(c.Name, c.Example)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&ts, "export const request%d: Request<%q> = %s;\n", i, c.Name, c.Example)
		fmt.Fprintf(&ts, "export const result%d: Result<%q> = %s;\n", i, c.Name, answer)
	}
	// what a type must refuse
	ts.WriteString(`// @ts-expect-error: a number where a text is wanted
export const seed: Request<"sampling.single_stage"> = { seed: 1, low: 1, high: 10, size: 2 };
// @ts-expect-error: no such calculation
export const name: CalculationName = "samplesize.nothing";
// @ts-expect-error: a field that does not exist
export const field: Request<"errorrate"> = { claims: [], paidAmounts: [] };
// @ts-expect-error: none of the choices
export const choice: Request<"agreement"> = { protocol: "yearly" };
// @ts-expect-error: the protocol is missing
export const missing: Request<"agreement"> = { name: "CIA" };
// @ts-expect-error: figures of results are texts
export const figure: number = ({} as Result<"appraisal.percentile">).percentile;
`)
	for name, data := range map[string][]byte{"contract.d.ts": describe(t).TypeScript(), "examples.ts": ts.Bytes()} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(tsc, "--strict", "--exactOptionalPropertyTypes", "--noEmit", "--target", "es2022", "--module", "nodenext",
		"--types", "", "examples.ts", "contract.d.ts")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
