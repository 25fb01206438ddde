package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/iromath/iromath/training"
)

func call(t *testing.T, args ...string) (stdout, stderr string, err error) {
	t.Helper()
	var out, errs bytes.Buffer
	err = run(args, &out, &errs)
	return out.String(), errs.String(), err
}

// writable lets the test clean up.
func writable(t *testing.T, dir string) {
	t.Helper()
	t.Cleanup(func() {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Error(err)
		}
	})
}

// digestOf finds the digest in the story.
func digestOf(t *testing.T, story string) string {
	t.Helper()
	_, rest, ok := strings.Cut(story, "Keep this digest elsewhere: ")
	if !ok {
		t.Fatal(story)
	}
	return strings.TrimSpace(rest)
}

// TestStory: from incident to bundle, the same every time, and the digest is the one that the programme's own record has.
func TestStory(t *testing.T) {
	story, _, err := call(t)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Complex visits coded too high", "Copays waived at registration", "72 hours end 2026-08-27 16:20 -05:00: in time, after 68.67 hours",
		"level-5-without-support", "Fisher's exact test: hardly chance", "not legal advice", "42 CFR 1003.140(a)(2)", "Not disclosed through the Self-Disclosure Protocol: I1.",
		"2026-Q3-baker      seed 17812.85", "Self-audit of 2026-11-16",
	} {
		if !strings.Contains(story, want) {
			t.Errorf("the story does not say %q", want)
		}
	}
	if again, _, _ := call(t); again != story {
		t.Error("a second telling says something else")
	}
	var p training.Program
	if err := json.Unmarshal(exampleProgram, &p); err != nil {
		t.Fatal(err)
	}
	recorded := false
	for _, b := range p.Bundles {
		recorded = recorded || b.Digest == digestOf(t, story)
	}
	if !recorded {
		t.Error("the programme records another digest")
	}
}

// TestWriteAndVerify writes the bundle, verifies it, and tampers with it.
func TestWriteAndVerify(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "bundle")
	story, _, err := call(t, "-out", dir)
	if err != nil {
		t.Fatal(err)
	}
	writable(t, dir)
	digest := digestOf(t, story)
	if out, _, err := call(t, "-verify", dir, "-digest", digest); err != nil || !strings.Contains(out, `"unchanged": true`) || strings.Contains(out, "not_read_only") {
		t.Errorf("%v: %s", err, out)
	}
	if entries, err := os.ReadDir(parent); err != nil || len(entries) != 1 {
		t.Errorf("beside the bundle: %v, %v", entries, err)
	}
	if info, err := os.Stat(dir); err != nil || runtime.GOOS != "js" && info.Mode().Perm()&0o222 != 0 {
		t.Errorf("the folder can be written: %v, %v", info.Mode(), err)
	}
	if _, _, err := call(t, "-out", dir); !errors.Is(err, os.ErrExist) {
		t.Errorf("written over a bundle: %v", err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	index := filepath.Join(dir, training.IndexName)
	if err := os.Remove(index); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "more.txt"), nil, 0o444); err != nil {
		t.Fatal(err)
	}
	out, _, err := call(t, "-verify", dir, "-digest", digest)
	if !errors.Is(err, errChanged) || !strings.Contains(out, training.IndexName) || !strings.Contains(out, "more.txt") {
		t.Errorf("%v: %s", err, out)
	}
}

// TestOwnProgramme tells the story of a programme from a file, on an earlier day.
func TestOwnProgramme(t *testing.T) {
	name := filepath.Join(t.TempDir(), "program.json")
	if err := os.WriteFile(name, exampleProgram, 0o600); err != nil {
		t.Fatal(err)
	}
	story, _, err := call(t, "-program", name, "-incidents", "I2", "-made", "2026-08-28T20:00:00-05:00", "-day", "2026-08-29")
	if err != nil || !strings.Contains(story, "Self-audit of 2026-08-29") || strings.Contains(story, "round figures") || strings.Contains(story, "I1  2026") {
		t.Errorf("%v: %s", err, story)
	}
}

// TestRefuses: what is wrong is said, and nothing is written.
func TestRefuses(t *testing.T) {
	dir := t.TempDir()
	bad := filepath.Join(dir, "bad.json")
	if err := os.WriteFile(bad, bytes.Replace(exampleProgram, []byte(`"topic": "waived-copays"`), []byte(`"topic": "../waived"`), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "bundle")
	for _, args := range [][]string{
		{"extra"}, {"-nonsense"}, {"-verify", dir}, {"-digest", "x"}, {"-verify", dir, "-digest", "x"}, {"-verify", out, "-digest", "sha256:" + strings.Repeat("0", 64)},
		{"-program", "/no/such/file"}, {"-program", bad, "-out", out}, {"-incidents", "I9", "-out", out}, {"-made", "today", "-out", out}, {"-day", "today", "-out", out},
		{"-day", "2020-01-01", "-out", out}, {"-made", "2026-08-01T00:00:00Z", "-out", out}, {"-out", filepath.Join(out, "deep", "er")},
	} {
		if _, _, err := call(t, args...); err == nil {
			t.Errorf("%v is taken", args)
		}
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("%v, %v", entries, err)
	}
}

// TestNothingOutside: a folder on disk takes no name that leads out of it.
func TestNothingOutside(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "in")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for _, name := range []string{"../x", "/x", "a/../../x", ".."} {
		if err := (folder{root}).Create(name, []byte("x"), 0o444); err == nil {
			t.Errorf("%q is taken", name)
		}
	}
	if entries, err := os.ReadDir(parent); err != nil || len(entries) != 1 {
		t.Errorf("%v, %v", entries, err)
	}
}
