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

// compressedForms are the endings that compress.mjs adds.
var compressedForms = []string{".gz", ".br"}

// compressParts writes the compressed forms of what the parts are.
func (b builder) compressParts() error {
	files, err := filesIn(filepath.Join(b.dist, "wasm"))
	if err != nil {
		return err
	}
	return b.compress("wasm", files)
}

// compressPage writes the compressed forms of what the page is, where it is; those of the parts are there already.
func (b builder) compressPage() error {
	if _, err := os.Stat(filepath.Join(b.dist, "page")); err != nil {
		return nil
	}
	files, err := filesIn(filepath.Join(b.dist, "page"))
	if err != nil {
		return err
	}
	var others []string
	for _, f := range files {
		if filepath.Ext(f) != ".wasm" {
			others = append(others, f)
			continue
		}
		for _, form := range compressedForms {
			if err := copyFile(filepath.Join(b.dist, f+form), filepath.Join(b.dist, "page", f+form)); err != nil {
				return err
			}
		}
	}
	return b.compress("page", others)
}

// compress writes the compressed forms of files in a folder that a server sends compressed.
func (b builder) compress(dir string, files []string) error {
	arguments := []string{"build/compress.mjs"}
	for _, f := range files {
		if slices.Contains(compressible, filepath.Ext(f)) {
			arguments = append(arguments, filepath.Join(b.dist, dir, filepath.FromSlash(f)))
		}
	}
	return b.command("node", arguments...)
}

// sums writes the sums of everything.
func (b builder) sums() error { return writeSums(b.dist) }

// writeSums writes SHA256SUMS of the files in a folder, which sha256sum -c reads.
func writeSums(root string) error {
	files, err := filesIn(root)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	for _, f := range files {
		if strings.HasPrefix(f, "generated/") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(root, f))
		if err != nil {
			return err
		}
		fmt.Fprintf(&out, "%x  %s\n", sha256.Sum256(data), f)
	}
	return os.WriteFile(filepath.Join(root, "SHA256SUMS"), out.Bytes(), 0o644)
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
