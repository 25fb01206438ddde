//go:build !js

package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath"
)

// TestPartsAreTheWhole: each calculation is in exactly one part.
func TestPartsAreTheWhole(t *testing.T) {
	of := map[string]string{}
	for part, contract := range contracts {
		if !slices.Contains(partNames, part) {
			t.Errorf("the part %s is not built", part)
		}
		for _, c := range contract() {
			if of[c.Name] != "" {
				t.Errorf("%s is in the parts %s and %s", c.Name, of[c.Name], part)
			}
			of[c.Name] = part
		}
	}
	for _, c := range iromath.Calculations() {
		if of[c.Name] == "" {
			t.Errorf("%s is in no part", c.Name)
		}
	}
	if len(of) != len(iromath.Calculations()) || len(contracts)+1 != len(partNames) {
		t.Errorf("%d calculations in the parts, %d in the whole", len(of), len(iromath.Calculations()))
	}
}

// TestNoTemplates: the template packages keep every exported method of a program alive, so that it is twice as large.
func TestNoTemplates(t *testing.T) {
	list := exec.Command("go", "list", "-deps", "./wasm/parts/...")
	list.Dir, list.Env = "../..", append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	names := strings.Fields(string(out))
	if !slices.Contains(names, "github.com/iromath/iromath/wasm/bridge") {
		t.Fatalf("what is listed is not what is built: %v", names)
	}
	for _, name := range []string{"text/template", "html/template", "net/http", "plugin"} {
		if slices.Contains(names, name) {
			t.Errorf("%s is linked in", name)
		}
	}
}

// TestNamesOfFunctions: wasmfile.Strip keeps the names of functions that these packages read, and no others.
func TestNamesOfFunctions(t *testing.T) {
	list := exec.Command("go", "list", "-deps", "-f", "{{$d := .Dir}}{{$p := .ImportPath}}{{range .GoFiles}}{{$p}} {{$d}}/{{.}}\n{{end}}", "./wasm/parts/...")
	list.Dir, list.Env = "../..", append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	reads := regexp.MustCompile(`runtime\.(FuncForPC|Caller|Callers|CallersFrames|Stack)\(|debug\.(Stack|PrintStack)\(`)
	var packages []string
	for line := range strings.Lines(string(out)) {
		name, file, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || name == "runtime" {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if reads.Match(text) && !slices.Contains(packages, name) {
			packages = append(packages, name)
		}
	}
	slices.Sort(packages)
	// internal/bisect reads them only where GODEBUG asks for it.
	if want := []string{"internal/bisect", "internal/reflectlite", "reflect"}; !slices.Equal(packages, want) {
		t.Errorf("%q read names of functions, not %q", packages, want)
	}
}

// TestSameBytes builds a part from the sources in two places.
func TestSameBytes(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the library")
	}
	elsewhere := filepath.Join(t.TempDir(), "a", "copy")
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		relative, err := filepath.Rel("../..", path)
		switch {
		case err != nil:
			return err
		case d.IsDir() && (slices.Contains([]string{".git", "node_modules", "testdata", "examples"}, d.Name()) || d.Name() == "dist" && filepath.Base(filepath.Dir(path)) == "wasm"):
			return fs.SkipDir
		case d.IsDir():
			return os.MkdirAll(filepath.Join(elsewhere, relative), 0o755)
		case !d.Type().IsRegular() || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		return copyFile(path, filepath.Join(elsewhere, relative))
	})
	if err != nil {
		t.Fatal(err)
	}
	var files [][]byte
	for _, root := range []string{"../..", elsewhere} {
		file := filepath.Join(t.TempDir(), "part.wasm")
		if err := buildPart(root, "./wasm/parts/samplesize", file); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, data)
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Errorf("%d and %d bytes that differ", len(files[0]), len(files[1]))
	}
	if bytes.Contains(files[1], []byte(elsewhere)) {
		t.Error("the file names the folder it was built in")
	}
}

func TestSums(t *testing.T) {
	b := builder{dist: t.TempDir()}
	for name, text := range map[string]string{"b": "", "a/x": "abc", "generated/y": "left out"} {
		file := filepath.Join(b.dist, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.sums(); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(b.dist, "SHA256SUMS"))
	want := "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a/x\n" +
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b\n"
	if err != nil || string(got) != want {
		t.Errorf("%v\n%s", err, got)
	}
}

// TestLimits: a part that has grown beyond its limit ends the build.
func TestLimits(t *testing.T) {
	b := builder{dist: t.TempDir()}
	if err := os.Mkdir(filepath.Join(b.dist, "wasm"), 0o755); err != nil {
		t.Fatal(err)
	}
	size := func(part, form string, n int64) {
		file, err := os.Create(filepath.Join(b.dist, "wasm", part+".wasm"+form))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		if err := file.Truncate(n); err != nil {
			t.Fatal(err)
		}
	}
	for _, part := range partNames {
		size(part, "", 1<<24)
		size(part, ".gz", limitOf(part).gzip)
		size(part, ".br", limitOf(part).brotli)
	}
	if err := b.tell(false); err != nil {
		t.Error(err)
	}
	size("sampling", ".gz", 1_350_001)
	size("appraisal", ".br", 1_050_001)
	err := b.tell(false)
	if err == nil || err.Error() != "appraisal.wasm.br has 1050001 bytes, more than 1050000\nsampling.wasm.gz has 1350001 bytes, more than 1350000" {
		t.Errorf("%v", err)
	}
	for part := range limits {
		if part != "" && !slices.Contains(partNames, part) {
			t.Errorf("a limit of %s, which is not built", part)
		}
	}
}

// TestLockFile: the tools come from wherever npm is told, and what comes is checked.
func TestLockFile(t *testing.T) {
	lock, err := os.ReadFile("../package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(lock, []byte(`"resolved"`)) {
		t.Error("package-lock.json names a registry")
	}
	packages := bytes.Count(lock, []byte(`"node_modules/`))
	if checked := bytes.Count(lock, []byte(`"integrity": "sha512-`)); checked != packages || packages == 0 {
		t.Errorf("%d of %d packages are checked", checked, packages)
	}
}
