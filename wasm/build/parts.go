package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/wasm/internal/wasmfile"
)

// whole is the part with every calculation.
const whole = "whole"

// partNames are the programs in wasm/parts.
var partNames = []string{"appraisal", "compliance", "extrapolate", "review", "samplesize", "sampling", "verify", whole}

// contracts are what the parts answer, but for the whole.
var contracts = map[string]func() iromath.Contract{
	"appraisal":   iromath.AppraisalCalculations,
	"compliance":  iromath.ComplianceCalculations,
	"extrapolate": iromath.ExtrapolateCalculations,
	"review":      iromath.ReviewCalculations,
	"samplesize":  iromath.SampleSizeCalculations,
	"sampling":    iromath.SamplingCalculations,
	"verify":      iromath.VerifyCalculations,
}

// parts builds the programs.
func (b builder) parts() error {
	for _, name := range partNames {
		file := filepath.Join(b.dist, "wasm", name+".wasm")
		if err := buildPart(b.root, "./wasm/parts/"+name, file); err != nil {
			return err
		}
	}
	return nil
}

// buildPart builds a program of the module at root as a WebAssembly file without tables for tracebacks, where the toolchain is
// one that is known, and with packed data.
// Functions are not inlined: the file is an eighth smaller, and a calculation takes milliseconds either way.
func buildPart(root, program, file string) error {
	c := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-gcflags=all=-l", "-o", file, program)
	c.Dir = root
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWASM=", "GOFLAGS=", "GOEXPERIMENT=", "CGO_ENABLED=0")
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", program, err, out)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	switch stripped, err := wasmfile.Strip(data); {
	case err == nil:
		data = stripped
	case errors.Is(err, wasmfile.ErrToolchain): // the file is larger, and works
		fmt.Fprintf(os.Stderr, "build: %s keeps the tables for tracebacks: %v\n", program, err)
	default:
		return fmt.Errorf("%s: %w", program, err)
	}
	if data, err = wasmfile.Pack(data); err != nil {
		return fmt.Errorf("%s: %w", program, err)
	}
	return os.WriteFile(file, data, 0o644)
}

// generate writes what the client needs to know about the parts, the support script of the toolchain, and the licences of what
// is linked in.
func (b builder) generate() error {
	dir := filepath.Join(b.dist, "generated")
	of := map[string]string{}
	for part, contract := range contracts {
		for _, c := range contract() {
			of[c.Name] = part
		}
	}
	if err := writeModule(filepath.Join(dir, "parts.mjs"), "parts", of); err != nil {
		return err
	}
	if err := writeModule(filepath.Join(dir, "calculations.mjs"), "calculations", iromath.Calculations()); err != nil {
		return err
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	root := strings.TrimSpace(string(goroot))
	script, err := os.ReadFile(filepath.Join(root, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	// The script gets a scope of its own for globalThis, so that it changes nothing of the page it runs in.
	module := "export function load(globalThis) {\n" + string(script) + "\nreturn globalThis.Go;\n}\n"
	if err := os.WriteFile(filepath.Join(dir, "wasm_exec.mjs"), []byte(module), 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(b.dist, "wasm", "wasm_exec.js"), script, 0o644); err != nil {
		return err
	}
	return b.licences(root)
}

// writeModule writes a value as the constant of a JavaScript module.
func writeModule(file, name string, value any) error {
	data, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return os.WriteFile(file, fmt.Appendf(nil, "export const %s = %s;\n", name, data), 0o644)
}

// licences joins the licences of the toolchain and of the modules that are linked in.
func (b builder) licences(goroot string) error {
	c := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Dir}}{{end}}{{end}}", "./wasm/parts/whole")
	c.Dir = b.root
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	list, err := c.Output()
	if err != nil {
		return err
	}
	out := bytes.NewBufferString("The WebAssembly files of iromath hold code under these licences.\n")
	seen := map[string]bool{}
	for line := range strings.Lines("Go\t" + goroot + "\n" + string(list)) {
		name, dir, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || seen[name] {
			continue
		}
		seen[name] = true
		text, err := os.ReadFile(filepath.Join(dir, "LICENSE"))
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "\n== %s\n\n%s", name, text)
	}
	return os.WriteFile(filepath.Join(b.dist, "npm", "LICENSES.txt"), out.Bytes(), 0o644)
}
