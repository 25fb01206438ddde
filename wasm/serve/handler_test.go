package main

import (
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestHandler(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(t.TempDir(), "secret.txt")
	for name, text := range map[string]string{
		filepath.Join(dir, "index.html"): "page", filepath.Join(dir, "a.wasm"): "plain", filepath.Join(dir, "a.wasm.gz"): "small",
		filepath.Join(dir, "a.wasm.br"): "smaller", filepath.Join(dir, "b.js"): "script", filepath.Join(dir, "c.exe"): "no",
		filepath.Join(dir, "deep", "index.html"): "deep", outside: "secret",
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(outside, filepath.Join(dir, "link.txt")); err != nil {
		t.Fatal(err)
	}
	h := handler(dir)
	for _, c := range []struct {
		method, path, accept           string
		status                         int
		body, contentType, compression string
	}{
		{"GET", "/", "gzip, br", 200, "page", "text/html; charset=utf-8", ""},
		{"GET", "/deep/", "", 200, "deep", "text/html; charset=utf-8", ""},
		{"GET", "/a.wasm", "gzip, deflate, br, zstd", 200, "smaller", "application/wasm", "br"},
		{"GET", "/a.wasm", "gzip;q=0.5, br;q=0", 200, "small", "application/wasm", "gzip"},
		{"GET", "/a.wasm", "", 200, "plain", "application/wasm", ""},
		{"HEAD", "/a.wasm", "br", 200, "", "application/wasm", "br"},
		{"GET", "/b.js", "br", 200, "script", "text/javascript; charset=utf-8", ""},
		{"GET", "/nothing.js", "", 404, "404 page not found\n", "text/plain; charset=utf-8", ""},
		{"GET", "/c.exe", "", 404, "404 page not found\n", "text/plain; charset=utf-8", ""},
		{"GET", "/deep", "", 404, "404 page not found\n", "text/plain; charset=utf-8", ""},
		{"GET", "/../" + filepath.Base(outside), "", 404, "404 page not found\n", "text/plain; charset=utf-8", ""},
		{"GET", "/link.txt", "", 404, "404 page not found\n", "text/plain; charset=utf-8", ""},
		{"POST", "/", "", 405, "only files are here\n", "text/plain; charset=utf-8", ""},
	} {
		r := httptest.NewRequest(c.method, "http://localhost/", nil)
		r.URL.Path = c.path
		if c.accept != "" {
			r.Header.Set("Accept-Encoding", c.accept)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		body, _ := io.ReadAll(w.Body)
		if w.Code != c.status || string(body) != c.body || w.Header().Get("Content-Type") != c.contentType ||
			w.Header().Get("Content-Encoding") != c.compression {
			t.Errorf("%s %s: %d %q %v", c.method, c.path, w.Code, body, w.Header())
		}
		if got := w.Header().Get("Content-Security-Policy"); !strings.HasPrefix(got, "default-src 'none'") || strings.Contains(got, "unsafe-inline") {
			t.Errorf("%s: policy %q", c.path, got)
		}
	}
}

func TestServeRefuses(t *testing.T) {
	if err := serve(filepath.Join(t.TempDir(), "nothing"), 0); err == nil || !strings.Contains(err.Error(), "wasm/build") {
		t.Errorf("%v", err)
	}
	if err := serve(t.TempDir(), -1); err == nil {
		t.Error("a port below zero")
	}
}
