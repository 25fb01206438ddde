package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// compressible are the kinds of files that a server sends compressed.
var compressible = []string{".wasm", ".js", ".mjs", ".css", ".html", ".svg", ".json", ".webmanifest", ".txt"}

// compress writes the compressed forms of what servers send.
func (b builder) compress() error {
	files := []string{"build/compress.mjs"}
	for _, dir := range []string{"wasm", "page"} {
		root := filepath.Join(b.dist, dir)
		if _, err := os.Stat(root); err != nil {
			continue
		}
		list, err := filesIn(root)
		if err != nil {
			return err
		}
		for _, f := range list {
			if slices.Contains(compressible, filepath.Ext(f)) {
				files = append(files, filepath.Join(root, f))
			}
		}
	}
	return b.command("node", files...)
}

// sums writes SHA256SUMS, which sha256sum -c reads.
func (b builder) sums() error {
	files, err := filesIn(b.dist)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	for _, f := range files {
		if strings.HasPrefix(f, "generated/") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(b.dist, f))
		if err != nil {
			return err
		}
		fmt.Fprintf(&out, "%x  %s\n", sha256.Sum256(data), f)
	}
	return os.WriteFile(filepath.Join(b.dist, "SHA256SUMS"), out.Bytes(), 0o644)
}

// filesIn lists the files in a folder and below, in order, with slashes.
func filesIn(root string) ([]string, error) {
	var list []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		relative, err := filepath.Rel(root, path)
		list = append(list, filepath.ToSlash(relative))
		return err
	})
	return list, err
}

// tell lists the sizes of the parts.
func (b builder) tell(quick bool) error {
	forms := []string{"", ".gz", ".br"}
	if quick {
		forms = forms[:1]
	}
	for _, name := range partNames {
		fmt.Printf("%-12s", name)
		for _, form := range forms {
			info, err := os.Stat(filepath.Join(b.dist, "wasm", name+".wasm"+form))
			if err != nil {
				return err
			}
			fmt.Printf("%12d%s", info.Size(), form)
		}
		fmt.Println()
	}
	return nil
}
