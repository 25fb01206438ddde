package training

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// FS shows the files as a read-only file system, as a browser would keep them in memory.
func (r BundleFiles) FS() fs.FS { return newMemory(r.Files) }

// FilesRequest asks to verify files that come with their content, as from a browser.
type FilesRequest struct {
	Files []File `json:"files"`
	// Digest that was kept elsewhere.
	Digest string `json:"digest"`
}

// maxPath bounds the names of files that are verified.
const maxPath = 1000

// maxFolders bounds the folders that the names of files that are verified lead through; a bundle has none.
const maxFolders = 100_000

// Verify is [VerifyBundle] for files in memory. The hashes in Files are not looked at. Errors as of [VerifyBundle], [ErrName] for a
// name that is no path of a file system, or is there twice, and [ErrCount] for names that lead through too many folders.
func (q FilesRequest) Verify() (BundleVerification, error) {
	seen, folders := map[string]bool{}, 0
	for _, f := range q.Files {
		if folders += strings.Count(f.Name, "/"); folders > maxFolders {
			return BundleVerification{}, fmt.Errorf("training: %w: the names of files lead through more than %d folders", ErrCount, maxFolders)
		}
		if !fs.ValidPath(f.Name) || f.Name == "." || len(f.Name) > maxPath || seen[f.Name] {
			return BundleVerification{}, fmt.Errorf("training: file %q %w, or is there twice", clip(f.Name), ErrName)
		}
		seen[f.Name] = true
	}
	for _, f := range q.Files { // a file cannot be a folder as well
		for dir := path.Dir(f.Name); dir != "."; dir = path.Dir(dir) {
			if seen[dir] {
				return BundleVerification{}, fmt.Errorf("training: file %q %w: it is a folder too", clip(dir), ErrName)
			}
		}
	}
	return VerifyBundle(newMemory(q.Files), q.Digest)
}

// memory is a file system of files in memory.
type memory struct {
	files map[string][]byte
	dirs  map[string][]fs.DirEntry // in order
}

// newMemory makes a file system of files. Names that are no paths of a file system are not in it.
func newMemory(files []File) memory {
	m := memory{files: make(map[string][]byte, len(files)), dirs: map[string][]fs.DirEntry{".": nil}}
	for _, f := range files {
		if !fs.ValidPath(f.Name) || f.Name == "." {
			continue
		}
		m.files[f.Name] = f.Content
		m.enter(memoryInfo{path.Base(f.Name), int64(len(f.Content)), ReadOnly}, path.Dir(f.Name))
	}
	for _, list := range m.dirs {
		slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	}
	return m
}

// enter puts an entry into its folder, and the folder into its own where it is new.
func (m memory) enter(info memoryInfo, dir string) {
	if _, ok := m.dirs[dir]; !ok {
		m.enter(memoryInfo{path.Base(dir), 0, fs.ModeDir | 0o555}, path.Dir(dir))
	}
	m.dirs[dir] = append(m.dirs[dir], fs.FileInfoToDirEntry(info))
}

// Open opens a file or a folder.
func (m memory) Open(name string) (fs.File, error) {
	content, isFile := m.files[name]
	entries, isDir := m.dirs[name]
	info := memoryInfo{path.Base(name), int64(len(content)), ReadOnly}
	switch {
	case !fs.ValidPath(name):
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	case isDir:
		info.mode = fs.ModeDir | 0o555
	case !isFile:
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &memoryFile{info: info, Reader: bytes.NewReader(content), entries: entries}, nil
}

type memoryFile struct {
	*bytes.Reader
	info    memoryInfo
	entries []fs.DirEntry
}

func (f *memoryFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *memoryFile) Close() error               { return nil }

// ReadDir lists the folder; n as of [fs.ReadDirFile].
func (f *memoryFile) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 || n > len(f.entries) {
		if n > 0 && len(f.entries) == 0 {
			return nil, io.EOF
		}
		n = len(f.entries)
	}
	list := f.entries[:n]
	f.entries = f.entries[n:]
	return list, nil
}

type memoryInfo struct {
	name string
	size int64
	mode fs.FileMode
}

func (i memoryInfo) Name() string       { return i.name }
func (i memoryInfo) Size() int64        { return i.size }
func (i memoryInfo) Mode() fs.FileMode  { return i.mode }
func (i memoryInfo) ModTime() time.Time { return time.Time{} }
func (i memoryInfo) IsDir() bool        { return i.mode.IsDir() }
func (i memoryInfo) Sys() any           { return nil }
