package training

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func sampleBundle() Bundle {
	b := Bundle{Clinic: "Test Clinic", Title: "Copays", Made: moment("2026-03-20T17:00:00-04:00")}
	for _, a := range []struct{ date, topic, kind string }{
		{"2026-03-04", "copays", "module"}, {"2026-03-04", "copays", "module"}, {"2026-03-05", "copays", "signoff"}, {"2026-03-02", "levels", "incident"},
	} {
		b.Artifacts = append(b.Artifacts, Artifact{Date: day(a.date), Topic: a.topic, Kind: ArtifactKind(a.kind), Ext: "txt", Title: "a title", Text: "text " + fmt.Sprint(len(b.Artifacts))})
	}
	b.Artifacts[2].Text, b.Artifacts[2].Content, b.Artifacts[2].Ext, b.Artifacts[2].At = "", []byte{0, 1, 2, 0xff}, "pdf", moment("2026-03-05T10:00:00-05:00")
	return b
}

func mustFiles(t testing.TB, b Bundle) BundleFiles {
	t.Helper()
	r, err := b.Files()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestBundleFiles(t *testing.T) {
	r := mustFiles(t, sampleBundle())
	var names []string
	for _, f := range r.Files {
		names = append(names, f.Name)
	}
	want := []string{"2026-03-02_levels_incident_01.txt", "2026-03-04_copays_module_01.txt", "2026-03-04_copays_module_02.txt", "2026-03-05_copays_signoff_01.pdf",
		"index.json", "index.txt", "manifest.sha256"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(r, mustFiles(t, sampleBundle()), sameDates); diff != "" {
		t.Errorf("the same bundle gives other files: %s", diff)
	}
	index := string(r.Files[5].Content)
	if dates, topics, ok := strings.Cut(index, "By topic"); !ok || strings.Index(dates, "levels_incident") > strings.Index(dates, "copays_module") ||
		strings.Index(topics, "levels_incident") < strings.Index(topics, "copays_module") || !strings.Contains(index, "2026-03-05T10:00:00-05:00") {
		t.Error(index)
	}
	if !isDigest(r.Digest) || r.Digest != "sha256:"+r.Files[6].SHA256 {
		t.Error(r.Digest)
	}
	v, err := VerifyBundle(r.FS(), r.Digest)
	if err != nil || !v.Unchanged || v.Files != 6 || len(v.Warnings) != 0 {
		t.Errorf("%+v, %v", v, err)
	}
	if err := fstest.TestFS(r.FS(), names...); err != nil {
		t.Error(err)
	}
}

// TestIndexTakesOneLineEach: a title of several lines writes no lines of its own into the index.
func TestIndexTakesOneLineEach(t *testing.T) {
	b := sampleBundle()
	b.Title = "Copays\n\nBy date\n  2026-01-01_forged_module_01.pdf"
	b.Clinic = "Clinic\nMade 2020-01-01T00:00:00Z"
	for _, f := range mustFiles(t, b).Files {
		if f.Name == IndexName && (strings.Count(string(f.Content), "\nBy date\n") != 1 || strings.Count(string(f.Content), "\nMade ") != 1) {
			t.Errorf("%s", f.Content)
		}
	}
}

// TestBundleRefuses: what cannot be right makes no file.
func TestBundleRefuses(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Bundle)
		want   error
	}{
		{"no clinic", func(b *Bundle) { b.Clinic = "" }, ErrMissing},
		{"no title", func(b *Bundle) { b.Title = "" }, ErrMissing},
		{"no timestamp", func(b *Bundle) { b.Made = Bundle{}.Made }, ErrDate},
		{"no artifacts", func(b *Bundle) { b.Artifacts = nil }, ErrMissing},
		{"too many artifacts", func(b *Bundle) { b.Artifacts = make([]Artifact, maxArtifacts+1) }, ErrCount},
		{"no date", func(b *Bundle) { b.Artifacts[0].Date = Date{} }, ErrDate},
		{"unknown kind", func(b *Bundle) { b.Artifacts[0].Kind = "slides" }, ErrWord},
		{"path in the kind", func(b *Bundle) { b.Artifacts[0].Kind = "../x" }, ErrWord},
		{"no title of an artifact", func(b *Bundle) { b.Artifacts[0].Title = "" }, ErrMissing},
		{"title of control characters", func(b *Bundle) { b.Artifacts[0].Title = "a\x00b" }, ErrText},
		{"empty artifact", func(b *Bundle) { b.Artifacts[0].Text = "" }, ErrMissing},
		{"text and content", func(b *Bundle) { b.Artifacts[0].Content = []byte("x") }, ErrText},
		{"made after the bundle", func(b *Bundle) { b.Artifacts[0].At = moment("2026-03-20T17:00:01-04:00") }, ErrDate},
		{"made before the day it is about", func(b *Bundle) { b.Artifacts[0].At = moment("2026-03-03T23:59:59-05:00") }, ErrDate},
		{"about a day to come", func(b *Bundle) { b.Artifacts[0].Date = day("2026-03-21") }, ErrDate},
		{"year of the timestamp", func(b *Bundle) { b.Artifacts[0].At = moment("0001-01-02T00:00:00Z") }, ErrDate},
		{"a hundred of one name", func(b *Bundle) {
			for range 100 {
				b.Artifacts = append(b.Artifacts, b.Artifacts[0])
			}
		}, ErrCount},
	} {
		b := sampleBundle()
		c.change(&b)
		w := memoryFolder{}
		if _, err := b.Write(w); !errors.Is(err, c.want) || !errors.Is(err, ErrProgram) || len(w) != 0 {
			t.Errorf("%s: %v, wrote %d files", c.name, err, len(w))
		}
	}
}

// TestPathTricks: no topic and no ending leads anywhere, and nothing is written for one.
func TestPathTricks(t *testing.T) {
	for _, trick := range []string{
		"../x", "..", ".", "/etc/passwd", `..\x`, `C:\x`, "c:x", "a/b", `a\b`, "a\x00b", "a b", "A", "ä", "", "-a", "a-", "a--b", "a_b", "a.b", "con:", "%2e%2e", "\u2215x", "a\n",
		"~", "$HOME", "*", strings.Repeat("a", 61),
	} {
		for _, what := range []string{"topic", "ending"} {
			b := sampleBundle()
			if what == "topic" {
				b.Artifacts[1].Topic = trick
			} else {
				b.Artifacts[1].Ext = trick
			}
			if trick == "con" {
				continue
			}
			w := memoryFolder{}
			if _, err := b.Write(w); !errors.Is(err, ErrName) || len(w) != 0 {
				t.Errorf("%s %q: %v, wrote %d files", what, trick, err, len(w))
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		b := sampleBundle()
		b.Artifacts[0].Topic, b.Artifacts[0].Ext = rapid.String().Draw(t, "topic"), rapid.StringMatching(`[a-z./\\]{0,5}`).Draw(t, "ext")
		w := memoryFolder{}
		if _, err := b.Write(w); err != nil && len(w) != 0 {
			t.Fatalf("wrote %d files", len(w))
		}
		for name := range w {
			if strings.ContainsAny(name, `/\:`) || strings.Contains(name, "..") || !fs.ValidPath(name) || !isBundleName(name) {
				t.Fatalf("wrote %q", name)
			}
		}
	})
}

// memoryFolder is a folder in memory. It refuses what is there already.
type memoryFolder map[string]*fstest.MapFile

func (m memoryFolder) Create(name string, content []byte, mode fs.FileMode) error {
	if m[name] != nil {
		return fs.ErrExist
	}
	m[name] = &fstest.MapFile{Data: content, Mode: mode}
	return nil
}

// failing fails at a number of files.
type failing struct {
	memoryFolder
	after int
}

func (f failing) Create(name string, content []byte, mode fs.FileMode) error {
	if len(f.memoryFolder) == f.after {
		return fs.ErrPermission
	}
	return f.memoryFolder.Create(name, content, mode)
}

func TestWrite(t *testing.T) {
	w := memoryFolder{}
	r, err := sampleBundle().Write(w)
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range w {
		if f.Mode != ReadOnly {
			t.Errorf("%s has mode %s", name, f.Mode)
		}
	}
	if v, err := VerifyBundle(fstest.MapFS(w), r.Digest); err != nil || !v.Unchanged {
		t.Errorf("%+v, %v", v, err)
	}
	if _, err := sampleBundle().Write(w); !errors.Is(err, ErrWrite) || !errors.Is(err, fs.ErrExist) {
		t.Errorf("a folder that is not empty: %v", err)
	}
	for n := range 7 {
		f := failing{memoryFolder{}, n}
		if _, err := sampleBundle().Write(f); !errors.Is(err, ErrWrite) || f.memoryFolder[ManifestName] != nil {
			t.Errorf("a folder that fails after %d files: %v", n, err)
		}
	}
}

// TestTampering changes a bundle in every way and wants every change found.
func TestTampering(t *testing.T) {
	r := mustFiles(t, sampleBundle())
	const module, index = "2026-03-04_copays_module_01.txt", "index.txt"
	for _, c := range []struct {
		name                    string
		change                  func(memoryFolder)
		changed, missing, added string
		digest                  bool
	}{
		{"nothing", func(memoryFolder) {}, "", "", "", true},
		{"a byte", func(m memoryFolder) { m[module].Data[0] ^= 1 }, module, "", "", true},
		{"a byte more", func(m memoryFolder) { m[module].Data = append(m[module].Data, '\n') }, module, "", "", true},
		{"emptied", func(m memoryFolder) { m[module].Data = nil }, module, "", "", true},
		{"removed", func(m memoryFolder) { delete(m, module) }, "", module, "", true},
		{"added", func(m memoryFolder) {
			m["2026-03-04_copays_module_03.txt"] = &fstest.MapFile{Data: []byte("x"), Mode: ReadOnly}
		}, "", "", "2026-03-04_copays_module_03.txt", true},
		{"added, hidden", func(m memoryFolder) { m[".hidden"] = &fstest.MapFile{Mode: ReadOnly} }, "", "", ".hidden", true},
		{"added in a folder", func(m memoryFolder) { m["more/x.txt"] = &fstest.MapFile{Mode: ReadOnly} }, "", "", "more/x.txt", true},
		{"an empty folder", func(m memoryFolder) { m["more"] = &fstest.MapFile{Mode: fs.ModeDir | 0o555} }, "", "", "more", true},
		{"renamed", func(m memoryFolder) { m["x.txt"] = m[module]; delete(m, module) }, "", module, "x.txt", true},
		{"two exchanged", func(m memoryFolder) {
			other := "2026-03-04_copays_module_02.txt"
			m[module], m[other] = m[other], m[module]
		}, module + " 2026-03-04_copays_module_02.txt", "", "", true},
		{"moved into a folder", func(m memoryFolder) { m["a/"+module] = m[module]; delete(m, module) }, "", module, "a/" + module, true},
		{"became a link", func(m memoryFolder) { m[module].Mode = fs.ModeSymlink | 0o444 }, module, "", "", true},
		{"became a folder", func(m memoryFolder) { m[module] = &fstest.MapFile{Mode: fs.ModeDir | 0o555} }, module, "", "", true},
		{"the index", func(m memoryFolder) { m[index].Data[3] = 'X' }, index, "", "", true},
		{"the manifest", func(m memoryFolder) { m[ManifestName].Data = append(m[ManifestName].Data, ' ') }, ManifestName, "", "", false},
		{"the manifest removed", func(m memoryFolder) { delete(m, ManifestName) }, "", ManifestName, "all", false},
		{"the manifest emptied", func(m memoryFolder) { m[ManifestName].Data = nil }, ManifestName, "", "all", false},
		{"the manifest became a link", func(m memoryFolder) { m[ManifestName].Mode = fs.ModeSymlink | 0o444 }, ManifestName, "", "all", false},
		{"a file and the manifest, consistently", func(m memoryFolder) {
			other := sampleBundle()
			other.Artifacts[0].Text = "never happened"
			for _, f := range mustFiles(t, other).Files {
				m[f.Name] = &fstest.MapFile{Data: f.Content, Mode: ReadOnly}
			}
		}, ManifestName, "", "", false},
		{"a line less in the manifest, and its file", func(m memoryFolder) {
			lines := strings.SplitAfter(string(m[ManifestName].Data), "\n")
			m[ManifestName].Data = []byte(strings.Join(lines[1:], ""))
			delete(m, "2026-03-02_levels_incident_01.txt")
		}, ManifestName, "", "", false},
		{"a way out in the manifest", func(m memoryFolder) {
			m[ManifestName].Data = append(m[ManifestName].Data, []byte(strings.Repeat("a", 64)+"  ../../etc/passwd\n")...)
		}, ManifestName, "", "", false},
		{"everything", func(m memoryFolder) { clear(m) }, "", ManifestName, "", false},
	} {
		m := memoryFolder{}
		if _, err := sampleBundle().Write(m); err != nil {
			t.Fatal(err)
		}
		for _, f := range m { // the folder may share bytes with nobody
			f.Data = slices.Clone(f.Data)
		}
		c.change(m)
		v, err := VerifyBundle(fstest.MapFS(m), r.Digest)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		added := strings.Join(v.Added, " ")
		if c.added == "all" && len(v.Added) == 6 {
			added = "all"
		}
		if strings.Join(v.Changed, " ") != c.changed || strings.Join(v.Missing, " ") != c.missing || added != c.added || v.DigestMatches != c.digest {
			t.Errorf("%s: %+v", c.name, v)
		}
		if v.Unchanged != (c.name == "nothing") {
			t.Errorf("%s: unchanged %v", c.name, v.Unchanged)
		}
		// The same by the door for files in memory, where links and folders do not exist.
		var q FilesRequest
		q.Digest = r.Digest
		plain := true
		for _, name := range slices.Sorted(maps.Keys(m)) {
			plain = plain && m[name].Mode.IsRegular()
			q.Files = append(q.Files, File{Name: name, Content: m[name].Data})
		}
		if w, err := q.Verify(); plain && (err != nil || cmp.Diff(v, w) != "") {
			t.Errorf("%s in memory: %+v, %v", c.name, w, err)
		}
	}
}

// TestTamperingProperties: any change of any byte of any file is found.
func TestTamperingProperties(t *testing.T) {
	r := mustFiles(t, sampleBundle())
	rapid.Check(t, func(t *rapid.T) {
		m := fstest.MapFS{}
		for _, f := range r.Files {
			m[f.Name] = &fstest.MapFile{Data: slices.Clone(f.Content), Mode: ReadOnly}
		}
		f := rapid.SampledFrom(r.Files).Draw(t, "file")
		i := rapid.IntRange(0, len(f.Content)-1).Draw(t, "byte")
		m[f.Name].Data[i] ^= byte(rapid.IntRange(1, 255).Draw(t, "bits"))
		v, err := VerifyBundle(m, r.Digest)
		if err != nil || v.Unchanged || !slices.Contains(v.Changed, f.Name) {
			t.Fatalf("%+v, %v", v, err)
		}
	})
}

// TestVerifyOnDisk: modes, and a link instead of a file.
func TestVerifyOnDisk(t *testing.T) {
	dir := t.TempDir()
	r := mustFiles(t, sampleBundle())
	for _, f := range r.Files {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	v, err := VerifyBundle(os.DirFS(dir), r.Digest)
	if err != nil || !v.Unchanged || len(v.Warnings) != 1 || v.Warnings[0].Code != "not_read_only" {
		t.Errorf("%+v, %v", v, err)
	}
	_, err = VerifyBundle(os.DirFS(filepath.Join(dir, "nowhere")), r.Digest)
	wantError(t, "no folder", err, ErrRead, "")
	_, err = VerifyBundle(nil, r.Digest)
	wantError(t, "no file system", err, ErrRead, "")
	module := filepath.Join(dir, "2026-03-04_copays_module_01.txt")
	outside := filepath.Join(t.TempDir(), "same.txt")
	if err := os.Rename(module, outside); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, module); err != nil {
		t.Skip("no links here:", err)
	}
	if v, err = VerifyBundle(os.DirFS(dir), r.Digest); err != nil || v.Unchanged || len(v.Changed) != 1 {
		t.Errorf("a link to the same bytes: %+v, %v", v, err)
	}
}

func TestVerifyRefuses(t *testing.T) {
	r := mustFiles(t, sampleBundle())
	for _, d := range []string{"", "sha256:", r.Digest[7:], strings.ToUpper(r.Digest), r.Digest + "0", "md5:" + r.Digest[7:]} {
		_, err := VerifyBundle(r.FS(), d)
		wantError(t, d, err, ErrDigest, "64")
	}
	for _, names := range [][]string{{"../x"}, {"/x"}, {"."}, {""}, {"a", "a"}, {"a", "a/b"}, {"a/../b"}, {`a//b`}} {
		q := FilesRequest{Digest: r.Digest}
		for _, n := range names {
			q.Files = append(q.Files, File{Name: n})
		}
		_, err := q.Verify()
		wantError(t, strings.Join(names, " "), err, ErrName, "")
	}
	deep := FilesRequest{Digest: r.Digest}
	for i := range maxFolders/400 + 1 {
		deep.Files = append(deep.Files, File{Name: fmt.Sprint(i) + strings.Repeat("/a", 400)})
	}
	_, err := deep.Verify()
	wantError(t, "folders", err, ErrCount, "folders")
	for _, broken := range []fs.FS{brokenFS{r.FS(), "index.txt"}, brokenFS{r.FS(), ManifestName}, brokenFS{r.FS(), "."}} {
		_, err := VerifyBundle(broken, r.Digest)
		wantError(t, "broken", err, ErrRead, "")
	}
	if list, err := fs.ReadDir(BundleFiles{Files: []File{{Name: "/x"}, {Name: "../x"}, {Name: "."}, {Name: ""}, {Name: "a/b"}}}.FS(), "."); err != nil || len(list) != 1 {
		t.Errorf("%v, %v", list, err)
	}
	if _, err := r.FS().Open("../x"); !errors.Is(err, fs.ErrInvalid) {
		t.Error(err)
	}
	if _, err := r.FS().Open("x"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// brokenFS cannot open one name.
type brokenFS struct {
	fs.FS
	name string
}

func (b brokenFS) Open(name string) (fs.File, error) {
	if name == b.name {
		return nil, fs.ErrPermission
	}
	return b.FS.Open(name)
}
