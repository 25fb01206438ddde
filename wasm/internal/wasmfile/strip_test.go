package wasmfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// build makes a program of Go.
func build(dir string, source string, flags ...string) ([]byte, error) {
	file := filepath.Join(dir, "program.wasm")
	c := exec.Command("go", append(append([]string{"build", "-trimpath", "-ldflags=-s -w", "-o", file}, flags...), source)...)
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWASM=", "GOFLAGS=", "GOEXPERIMENT=")
	if out, err := c.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, out)
	}
	return os.ReadFile(file)
}

const noInlining = "-gcflags=all=-l"

// stress is the program in testdata, built once.
var stress = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	return build(dir, "testdata/stress/main.go", noInlining)
})

// skip leaves out a test that builds a program, where that is too much or the toolchain is not the one that is known.
func skip(t testing.TB) {
	t.Helper()
	if v := runtime.Version(); testing.Short() || !strings.HasPrefix(v, toolchain) {
		t.Skip("builds a program with", toolchain+"; this is", v)
	}
}

func stressFile(t testing.TB) []byte {
	t.Helper()
	skip(t)
	file, err := stress()
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// node runs JavaScript and returns what it wrote to both outputs.
func node(t *testing.T, arguments ...string) (stdout, stderr []byte, err error) {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("Node is not there")
	}
	var out, errs bytes.Buffer
	c := exec.Command("node", arguments...)
	c.Stdout, c.Stderr = &out, &errs
	err = c.Run()
	return out.Bytes(), errs.Bytes(), err
}

// TestStripRuns: panics, deep stacks, garbage collection and reflection do the same, and a deadlock is found.
func TestStripRuns(t *testing.T) {
	file := stressFile(t)
	stripped, err := Strip(file)
	if err != nil {
		t.Fatal(err)
	}
	packed, err := Pack(stripped)
	if err != nil {
		t.Fatal(err)
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	run := func(file []byte) string {
		name := filepath.Join(t.TempDir(), "program.wasm")
		if err := os.WriteFile(name, file, 0o644); err != nil {
			t.Fatal(err)
		}
		out, errs, err := node(t, filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec_node.js"), name)
		fault, _, _ := strings.Cut(string(errs), "\n")
		return fmt.Sprintf("%s%s %v", out, fault, err)
	}
	before := run(file)
	if !strings.Contains(before, "wrapper: value method main.square.Area called using nil *square pointer") ||
		!strings.HasSuffix(before, "fatal error: all goroutines are asleep - deadlock! exit status 2") {
		t.Fatalf("the program does not what it is for:\n%s", before)
	}
	if after := run(packed); after != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
}

// dump instantiates a program without running it, which runs its start function, and writes its memory.
const dump = `
const fs = require("fs");
const module = new WebAssembly.Module(fs.readFileSync(process.argv[1]));
const imports = {};
for (const i of WebAssembly.Module.imports(module)) (imports[i.module] ??= {})[i.name] = () => {};
fs.writeFileSync(process.argv[2], new Uint8Array(new WebAssembly.Instance(module, imports).exports.mem.buffer));
`

// TestStripTables: after the start function each function has the same tables, and the rest of the memory is the same.
func TestStripTables(t *testing.T) {
	file := stressFile(t)
	stripped, err := Strip(file)
	if err != nil {
		t.Fatal(err)
	}
	memoryOf := func(file []byte) []byte {
		name, out := filepath.Join(t.TempDir(), "program.wasm"), filepath.Join(t.TempDir(), "memory")
		if err := os.WriteFile(name, file, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, errs, err := node(t, "-e", dump, name, out); err != nil {
			t.Fatalf("%v\n%s", err, errs)
		}
		memory, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		return memory
	}
	before, after := memoryOf(file), memoryOf(stripped)
	old, err := findTables(before)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before[:old.names], after[:old.names]) || !bytes.Equal(before[old.funcdataEnd:], after[old.funcdataEnd:]) {
		t.Error("the memory differs beside the tables")
	}
	moved := *old
	moved.memory = after
	a, b := newLayout(old), newLayout(&moved)
	names := map[string]string{}
	for i := range old.functions {
		x, y := function(a, i), function(b, i)
		names[x.name] = y.name
		if x.name == "" || y.name != x.name && (y.name != "" && y.name != "runtime." || x.values[3]&0xFF == wrapper && strings.Contains(x.name, ".(*")) ||
			strings.HasPrefix(x.name, "runtime.") != strings.HasPrefix(y.name, "runtime.") {
			t.Errorf("the name of %s is %q", x.name, y.name)
		}
		x.name, y.name = "", ""
		if fmt.Sprint(x) != fmt.Sprint(y) {
			t.Fatalf("function %d: %v, not %v", i, y, x)
		}
	}
	for _, name := range []string{"reflect.makeFuncStub", "reflect.methodValueCall", "reflect.Value.SetInt", "internal/reflectlite.Value.Len"} {
		if names[name] != name {
			t.Errorf("the name of %s is %q", name, names[name])
		}
	}
	if names["main.main"] != "" || names["runtime.gopanic"] != "runtime." {
		t.Errorf("the names %q and %q stay", names["main.main"], names["runtime.gopanic"])
	}
	if a.outside || b.outside {
		t.Error("a table lies outside of the memory")
	}
}

// described is what the runtime knows of a function.
type described struct {
	name   string
	values []uint32
	tables [][]byte
}

// function looks one up as the runtime does.
func function(l *layout, i uint64) described {
	pc := uint64(l.first) + i
	index := uint64(l.uint32(l.findfunctab + (i<<16)/bucket*20))
	for uint64(l.uint32(l.functab+8*(index+1))) <= pc {
		index++
	}
	f := l.functab + uint64(l.uint32(l.functab+8*index+4))
	u := func(offset uint64) uint32 { return l.uint32(f + offset) }
	d := described{values: []uint32{u(0), u(8), u(12), u(40) & 0xFFFFFF}}
	d.name, _ = l.name(u(4))
	pcdata, funcdata := uint64(u(28)), uint64(u(40)>>24)
	pcs := func(offset uint32) {
		if offset != 0 {
			d.tables = append(d.tables, l.pcTable(offset))
		} else {
			d.tables = append(d.tables, nil)
		}
	}
	pcs(u(16))
	if pcdata > 1 {
		pcs(u(44 + 4))
	} else {
		pcs(0)
	}
	for kind, c := range []struct {
		read  func(uint32) []byte
		align uint64
	}{{l.pointerMap, 4}, {l.pointerMap, 4}, {l.objectTable, 8}, {nil, 1}, {l.deferTable, 1}} {
		offset := none
		if uint64(kind) < funcdata {
			offset = u(44 + 4*pcdata + 4*uint64(kind))
		}
		if offset == none {
			d.tables = append(d.tables, nil)
			continue
		}
		d.tables = append(d.tables, c.read(offset))
		if (l.funcdata+uint64(offset))%c.align != 0 {
			d.name += " is not aligned"
		}
	}
	return d
}

// withMemory is a file with a memory that was changed.
func withMemory(t testing.TB, file []byte, change func(t *tables)) []byte {
	t.Helper()
	sections, err := split(file)
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range sections {
		if s.id == sectionData {
			list, err := segments(s.content)
			if err != nil {
				t.Fatal(err)
			}
			memory := image(list)
			found, err := findTables(memory)
			if err != nil {
				t.Fatal(err)
			}
			change(found)
			sections[i].content = dataSection([]segment{{0, memory}})
		}
	}
	return join(sections)
}

func TestStripRefuses(t *testing.T) {
	file := stressFile(t)
	stripped, err := Strip(file)
	if err != nil {
		t.Fatal(err)
	}
	inlined, err := build(t.TempDir(), "testdata/stress/main.go")
	if err != nil {
		t.Fatal(err)
	}
	put := func(address func(t *tables) uint64, n uint32) []byte {
		return withMemory(t, file, func(t *tables) { binary.LittleEndian.PutUint32(t.at(address(t), 4), n) })
	}
	record := func(i, offset uint64) func(t *tables) uint64 {
		return func(t *tables) uint64 { return t.functab + uint64(t.uint32(t.functab+8*i+4)) + offset }
	}
	header := func(i uint64) func(t *tables) uint64 {
		return func(t *tables) uint64 {
			return uint64(bytes.Index(t.memory, headerMagic)) + i
		}
	}
	versioned := func(begins string) []byte {
		v := runtime.Version()
		named := "\x02Go" + string(rune(len(v)))
		if bytes.Count(file, []byte(named+v)) != 1 {
			t.Fatal("the file does not name its toolchain as it should")
		}
		return bytes.Replace(file, []byte(named+v), []byte(named+begins+v[len(begins):]), 1)
	}
	for name, c := range map[string]struct {
		file []byte
		want error
	}{
		"nothing":                   {nil, ErrFile},
		"no sections":               {magic, ErrToolchain},
		"stripped":                  {stripped, ErrToolchain},
		"inlined":                   {inlined, ErrToolchain},
		"another version":           {versioned("go2"), ErrToolchain},
		"another minor version":     {versioned(toolchain + "1"), ErrToolchain},
		"another magic":             {put(header(0), 0xFFFFFFF0), ErrToolchain},
		"another quantum":           {put(header(4), 0x08040000), ErrToolchain},
		"more functions":            {put(header(8), 1<<30), ErrToolchain},
		"another place of pctab":    {put(header(56), 72), ErrToolchain},
		"another order of records":  {put(func(t *tables) uint64 { return t.functab + 12 }, 8), ErrToolchain},
		"another entry":             {put(record(7, 0), 8), ErrToolchain},
		"a name beyond the names":   {put(record(7, 4), 1<<30), ErrToolchain},
		"a table beyond the tables": {put(record(7, 16), 1<<30), ErrToolchain},
		"more tables":               {put(record(7, 28), 6), ErrToolchain},
		"another kind":              {put(record(7, 40), 99), ErrToolchain},
		"a hole in the search":      {put(func(t *tables) uint64 { return t.findfunctab + 20 }, 1), ErrToolchain},
		"something in the search":   {put(func(t *tables) uint64 { return t.findfunctab + 24 }, 1), ErrToolchain},
	} {
		if out, err := Strip(c.file); !errors.Is(err, c.want) {
			t.Errorf("%s: %d bytes, %v", name, len(out), err)
		}
	}
}

// FuzzStrip: whatever is in the tables, they have a new form or there is an error.
func FuzzStrip(f *testing.F) {
	skip(f)
	dir := f.TempDir()
	source := filepath.Join(dir, "main.go")
	if err := os.WriteFile(source, []byte("package main\n\nfunc main() { println() }\n"), 0o644); err != nil {
		f.Fatal(err)
	}
	file, err := build(dir, source, noInlining)
	if err != nil {
		f.Fatal(err)
	}
	var original *tables
	withMemory(f, file, func(t *tables) { original = t })
	f.Add(uint32(0), []byte{})
	f.Add(uint32(original.functab-original.names), []byte{1, 2, 3, 4})
	f.Fuzz(func(t *testing.T, offset uint32, data []byte) {
		memory := bytes.Clone(original.memory)
		copy(memory[original.names:original.findfunctabEnd][uint64(offset)%(original.findfunctabEnd-original.names):], data)
		if start, err := strip(memory); err == nil != (start != nil) {
			t.Fatalf("%d bytes, %v", len(start), err)
		}
	})
}
