package training

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/iromath/iromath/internal/finding"
)

// BundleVerification is what [VerifyBundle] found.
type BundleVerification struct {
	// Unchanged says that the folder is exactly what it was: the manifest is the one whose digest was kept, and every
	// file is as it says.
	Unchanged bool `json:"unchanged"`
	// Digest of the manifest that is there now; empty if there is none.
	Digest string `json:"digest"`
	// DigestMatches says whether it is the one that was kept. If not, the manifest was changed, and the lists below, which
	// go by it, prove nothing.
	DigestMatches bool `json:"digestMatches"`
	// Changed, Missing and Added are names of files, in order.
	Changed []string `json:"changed,omitempty"`
	Missing []string `json:"missing,omitempty"`
	Added   []string `json:"added,omitempty"`
	// Files is the number of files of the manifest.
	Files int `json:"files"`
	// Warnings: not_read_only.
	Warnings []Warning `json:"warnings,omitempty"`
}

// maxManifest bounds a manifest that is read: the artifacts, two indexes, and about 160 bytes a line.
const maxManifest = 200 * (maxArtifacts + 2)

// VerifyBundle looks at a bundle and finds every file that was changed, is missing or was added, against the digest that was
// kept elsewhere. A file that has become a folder or a link is changed; an empty folder is added too. It reads only what
// the file system shows; nothing is written.
//
// Errors: [ErrDigest] for a digest that is none, [ErrRead] where something could not be read. A manifest that is not
// there or cannot be read as one is a finding, no error.
func VerifyBundle(fsys fs.FS, digest string) (BundleVerification, error) {
	if !isDigest(digest) {
		return BundleVerification{}, fmt.Errorf("training: %q %w: it is \"sha256:\" and 64 small hexadecimal digits",
			clip(digest), ErrDigest)
	}
	if fsys == nil {
		return BundleVerification{}, fmt.Errorf("%w: there is no file system", ErrRead)
	}
	found, writable, err := hashes(fsys)
	if err != nil {
		return BundleVerification{}, err
	}
	var v BundleVerification
	sum, there := found[ManifestName]
	want := map[string]string{}
	switch {
	case !there:
		v.Missing = append(v.Missing, ManifestName)
	case sum == "":
		v.Changed = append(v.Changed, ManifestName)
	default:
		v.Digest = "sha256:" + sum
		v.DigestMatches = v.Digest == digest
		if !v.DigestMatches {
			v.Changed = append(v.Changed, ManifestName)
		}
		if want, err = readManifest(fsys); err != nil {
			return BundleVerification{}, err
		}
	}
	v.Files = len(want)
	for name, sum := range want {
		switch have, there := found[name]; {
		case !there:
			v.Missing = append(v.Missing, name)
		case have != sum:
			v.Changed = append(v.Changed, name)
		}
	}
	for name := range found {
		if _, ok := want[name]; !ok && name != ManifestName {
			v.Added = append(v.Added, name)
		}
	}
	for _, list := range [][]string{v.Changed, v.Missing, v.Added} {
		slices.Sort(list)
	}
	v.Unchanged = v.DigestMatches && len(v.Changed)+len(v.Missing)+len(v.Added) == 0
	if len(writable) > 0 {
		v.Warnings = append(v.Warnings, Warning{Code: "not_read_only",
			Message: fmt.Sprintf("Not read-only: %s, such as %s. Make every file read-only.",
				finding.Count(int64(len(writable)), "file", "files"), clip(writable[0]))})
	}
	return v, nil
}

// hashes of all files, by name; empty for what is no regular file. Folders are listed if nothing is in them.
func hashes(fsys fs.FS) (found map[string]string, writable []string, err error) {
	found = map[string]string{}
	err = fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			if name == "." {
				return nil
			}
			inside, err := fs.ReadDir(fsys, name)
			if err == nil && len(inside) == 0 {
				found[name] = ""
			}
			return err
		case !d.Type().IsRegular():
			found[name] = ""
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		if info.Mode().Perm()&0o222 != 0 {
			writable = append(writable, name)
		}
		f, err := fsys.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		h := sha256.New()
		if _, err := io.Copy(h, f); err != nil {
			return err
		}
		found[name] = hex.EncodeToString(h.Sum(nil))
		return nil
	})
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrRead, err)
	}
	return found, writable, nil
}

// readManifest reads the lines of the manifest that are lines of a manifest. One that lists other lines has another digest
// and is reported as changed.
func readManifest(fsys fs.FS) (map[string]string, error) {
	f, err := fsys.Open(ManifestName)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRead, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxManifest))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRead, err)
	}
	want := map[string]string{}
	for _, line := range bytes.Split(data, []byte("\n")) {
		sum, name, ok := strings.Cut(string(line), "  ")
		if ok && isDigest("sha256:"+sum) && isBundleName(name) {
			want[name] = sum
		}
	}
	return want, nil
}

// isBundleName reports whether a name could be that of a bundle's file: no folders, no way out.
func isBundleName(name string) bool {
	stem, ext, ok := strings.Cut(name, ".")
	if !ok || len(name) > 200 || !isSlug(ext, maxExtension) || strings.Contains(ext, "-") {
		return false
	}
	for _, part := range strings.Split(stem, "_") {
		if !isSlug(part, maxTopic) {
			return false
		}
	}
	return true
}
