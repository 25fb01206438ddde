// Build makes everything that runs in browsers, in wasm/dist:
//
//	wasm/        the parts of the library as WebAssembly, each with a gzip and a brotli form beside it, within limits
//	npm/         the npm package
//	page/        the page, with compressed forms
//	SHA256SUMS   of all files
//
// The same sources and toolchain give the same bytes, wherever they are. It takes Go, Node and npm:
//
//	go run ./wasm/build
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	quick := flag.Bool("quick", false, "leave out the compressed forms and the sums")
	flag.Parse()
	if err := run(*quick); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

// builder knows where things are.
type builder struct {
	root string // of the module
	dist string
}

func newBuilder() (builder, error) {
	mod, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		return builder{}, err
	}
	root := filepath.Dir(strings.TrimSpace(string(mod)))
	return builder{root, filepath.Join(root, "wasm", "dist")}, nil
}

func run(quick bool) error {
	b, err := newBuilder()
	if err != nil {
		return err
	}
	steps := []func() error{b.clean, b.parts, b.generate, b.install, b.npm, b.compressParts, b.page, b.compressPage, b.sums}
	if quick {
		steps = []func() error{b.clean, b.parts, b.generate, b.install, b.npm, b.page}
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return b.tell(quick)
}

func (b builder) clean() error {
	if err := os.RemoveAll(b.dist); err != nil {
		return err
	}
	for _, dir := range []string{"wasm", "npm/wasm", "generated"} {
		if err := os.MkdirAll(filepath.Join(b.dist, dir), 0o755); err != nil {
			return err
		}
	}
	return nil
}

// command runs a program in wasm/ with its output on ours.
func (b builder) command(name string, arguments ...string) error {
	c := exec.Command(name, arguments...)
	c.Dir = filepath.Join(b.root, "wasm")
	c.Stdout, c.Stderr = os.Stderr, os.Stderr
	if err := c.Run(); err != nil {
		return fmt.Errorf("%s %s: %w", name, strings.Join(arguments[:min(len(arguments), 2)], " "), err)
	}
	return nil
}

// install gets the tools that package-lock.json names, if they are not there or it is newer.
func (b builder) install() error {
	wanted, err := os.Stat(filepath.Join(b.root, "wasm", "package-lock.json"))
	if err != nil {
		return err
	}
	if there, err := os.Stat(filepath.Join(b.root, "wasm", "node_modules", ".package-lock.json")); err == nil && !there.ModTime().Before(wanted.ModTime()) {
		return nil
	}
	return b.command("npm", "ci", "--no-audit", "--no-fund")
}

// npm makes the package, with the sums of its WebAssembly files.
func (b builder) npm() error {
	if err := b.command("node", "npm/build.mjs", filepath.Join(b.dist, "generated"), filepath.Join(b.dist, "npm")); err != nil {
		return err
	}
	for _, p := range partNames {
		if p == whole {
			continue // the parts are enough
		}
		from := filepath.Join(b.dist, "wasm", p+".wasm")
		if err := copyFile(from, filepath.Join(b.dist, "npm", "wasm", p+".wasm")); err != nil {
			return err
		}
	}
	return writeSums(filepath.Join(b.dist, "npm", "wasm"))
}

// page makes the page, where its sources are.
func (b builder) page() error {
	if _, err := os.Stat(filepath.Join(b.root, "wasm", "page")); err != nil {
		return nil
	}
	return b.command("npm", "run", "--silent", "build:page")
}

func copyFile(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o644)
}
