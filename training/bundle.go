package training

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/internal/sorting"
)

// What can be wrong with a bundle beside [ErrProgram].
var (
	// ErrWrite: the folder did not take a file.
	ErrWrite = errors.New("training: the bundle could not be written")
	// ErrRead: the folder could not be read.
	ErrRead = errors.New("training: the bundle could not be read")
	// ErrDigest: a digest is not "sha256:" and 64 small hexadecimal digits.
	ErrDigest = errors.New("is not a digest")
)

// ArtifactKind says what an artifact is. It is part of its file name.
type ArtifactKind string

// The kinds of artifacts.
const (
	KindIncident       ArtifactKind = "incident"
	KindModule         ArtifactKind = "module"
	KindAttendance     ArtifactKind = "attendance"
	KindScores         ArtifactKind = "scores"
	KindProcedure      ArtifactKind = "procedure"
	KindSignOff        ArtifactKind = "signoff"
	KindSelection      ArtifactKind = "selection"
	KindAudit          ArtifactKind = "audit"
	KindRemediation    ArtifactKind = "remediation"
	KindMetric         ArtifactKind = "metric"
	KindLearned        ArtifactKind = "learned"
	KindRefund         ArtifactKind = "refund"
	KindDisclosure     ArtifactKind = "disclosure"
	KindMap            ArtifactKind = "map"
	KindPolicy         ArtifactKind = "policy"
	KindAcknowledgment ArtifactKind = "acknowledgment"
	KindEscalation     ArtifactKind = "escalation"
	KindHistory        ArtifactKind = "history"
	KindOther          ArtifactKind = "other"
)

// ArtifactKinds returns all kinds.
func ArtifactKinds() []ArtifactKind {
	return []ArtifactKind{KindIncident, KindModule, KindAttendance, KindScores, KindProcedure, KindSignOff, KindSelection,
		KindAudit, KindRemediation, KindMetric, KindLearned, KindRefund, KindDisclosure, KindMap, KindPolicy, KindAcknowledgment, KindEscalation,
		KindHistory, KindOther}
}

// Artifact is a piece of evidence.
type Artifact struct {
	// Date of what it is about, Topic in file-name form, Kind, and the ending of its file without the dot: together they
	// are its file name, date_topic_kind_nn.ext. Nothing else of the name can be chosen, so that nothing can lead out of
	// the folder.
	Date  Date         `json:"date"`
	Topic string       `json:"topic"`
	Kind  ArtifactKind `json:"kind"`
	Ext   string       `json:"ext"`
	// Title for people.
	Title string `json:"title"`
	// At is its timestamp: when it was made. If it has none, that of the bundle.
	At time.Time `json:"at,omitzero"`
	// Text or Content, one of the two: what it says. In JSON Content is in base64.
	Text    string `json:"text,omitempty"`
	Content []byte `json:"content,omitempty"`
}

// Bundle is the evidence of a training cycle or an incident, before it becomes files.
type Bundle struct {
	Clinic string `json:"clinic"`
	Title  string `json:"title"`
	// Made is when the bundle was made. It comes from the caller: nothing here reads a clock.
	Made      time.Time  `json:"made"`
	Artifacts []Artifact `json:"artifacts"`
}

// The files that every bundle has beside its artifacts.
const (
	// ManifestName is the file with the SHA-256 hash of every other file, as sha256sum -c reads it.
	ManifestName = "manifest.sha256"
	// IndexName lists all artifacts, by date and by topic, for people; IndexJSONName for programs.
	IndexName     = "index.txt"
	IndexJSONName = "index.json"
)

// ReadOnly is the mode of every file of a bundle.
const ReadOnly fs.FileMode = 0o444

// File is a file of a bundle.
type File struct {
	Name string `json:"name"`
	// SHA256 of its content, in hexadecimal digits.
	SHA256 string `json:"sha256"`
	// Content; in JSON in base64.
	Content []byte `json:"content"`
}

// IndexEntry is an artifact in the index.
type IndexEntry struct {
	Name   string       `json:"name"`
	Date   Date         `json:"date"`
	Topic  string       `json:"topic"`
	Kind   ArtifactKind `json:"kind"`
	Title  string       `json:"title"`
	At     time.Time    `json:"at"`
	Bytes  int          `json:"bytes"`
	SHA256 string       `json:"sha256"`
}

// BundleFiles are the files of a bundle. The same bundle gives the same bytes.
type BundleFiles struct {
	// Digest of the manifest, "sha256:" and 64 hexadecimal digits. Whoever keeps it elsewhere can prove that nothing was
	// changed.
	Digest string `json:"digest"`
	// Index by date.
	Index []IndexEntry `json:"index"`
	// Files in the order of their names, index and manifest included.
	Files []File `json:"files"`
}

// Bounds of a bundle.
const (
	maxArtifacts    = 10_000
	maxContent      = 1 << 30
	maxSameName     = 99
	maxExtension    = 8
	maxBundleDigits = 2
)

// Files turns a bundle into its files. Everything is checked before anything is made. Errors: [ProgramErrors] with
// everything that is wrong: [ErrName] for a topic or ending that is not fit for a file name (as "../x" is not),
// [ErrWord], [ErrDate] for a timestamp after that of the bundle or before the day the artifact is about, [ErrMissing],
// [ErrText], [ErrCount].
func (b Bundle) Files() (BundleFiles, error) {
	if err := b.check(); err != nil {
		return BundleFiles{}, err
	}
	var r BundleFiles
	numbers := map[string]int{}
	for _, a := range b.Artifacts {
		content := a.Content
		if a.Text != "" {
			content = []byte(a.Text)
		}
		if a.At.IsZero() {
			a.At = b.Made
		}
		stem := fmt.Sprintf("%s_%s_%s", a.Date, a.Topic, a.Kind)
		numbers[stem]++
		f := file(fmt.Sprintf("%s_%0*d.%s", stem, maxBundleDigits, numbers[stem], a.Ext), content)
		r.Files = append(r.Files, f)
		r.Index = append(r.Index, IndexEntry{Name: f.Name, Date: a.Date, Topic: a.Topic, Kind: a.Kind, Title: a.Title, At: a.At,
			Bytes: len(content), SHA256: f.SHA256})
	}
	sorting.By(r.Index, func(x, y IndexEntry) int { return strings.Compare(x.Name, y.Name) })
	index, err := jsonform.Indent(bundleIndex{Clinic: b.Clinic, Title: b.Title, Made: b.Made, Artifacts: r.Index})
	if err != nil {
		return BundleFiles{}, fmt.Errorf("%w: %w", ErrWrite, err)
	}
	r.Files = append(r.Files, file(IndexName, b.text(r.Index)), file(IndexJSONName, index))
	byName := func(x, y File) int { return strings.Compare(x.Name, y.Name) }
	sorting.By(r.Files, byName)
	var manifest bytes.Buffer
	for _, f := range r.Files {
		fmt.Fprintf(&manifest, "%s  %s\n", f.SHA256, f.Name)
	}
	m := file(ManifestName, manifest.Bytes())
	r.Files = append(r.Files, m)
	sorting.By(r.Files, byName)
	r.Digest = "sha256:" + m.SHA256
	return r, nil
}

// bundleIndex is index.json.
type bundleIndex struct {
	Clinic    string       `json:"clinic"`
	Title     string       `json:"title"`
	Made      time.Time    `json:"made"`
	Artifacts []IndexEntry `json:"artifacts"`
}

func file(name string, content []byte) File {
	sum := sha256.Sum256(content)
	return File{Name: name, SHA256: hex.EncodeToString(sum[:]), Content: slices.Clone(content)}
}

// text is index.txt.
func (b Bundle) text(index []IndexEntry) []byte {
	var w bytes.Buffer
	fmt.Fprintf(&w, "%s\n%s\nMade %s\n\nBy date\n", oneLine(b.Clinic), oneLine(b.Title), stamp(b.Made))
	line := func(e IndexEntry) { fmt.Fprintf(&w, "  %-60s  %s  %s\n", e.Name, stamp(e.At), oneLine(e.Title)) }
	for _, e := range index {
		line(e)
	}
	fmt.Fprintf(&w, "\nBy topic\n")
	byTopic := slices.Clone(index)
	slices.SortStableFunc(byTopic, func(x, y IndexEntry) int { return strings.Compare(x.Topic, y.Topic) })
	topic := ""
	for _, e := range byTopic {
		if e.Topic != topic {
			topic = e.Topic
			fmt.Fprintf(&w, "%s\n", topic)
		}
		line(e)
	}
	fmt.Fprintf(&w, "\n%s holds the SHA-256 hash of every file: sha256sum -c %s\n", ManifestName, ManifestName)
	return w.Bytes()
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (b Bundle) check() error {
	c := checker{}
	c.text("clinic", b.Clinic, true)
	c.text("title", b.Title, true)
	c.time("made", b.Made)
	if len(b.Artifacts) == 0 {
		c.add("artifacts", ErrMissing)
	}
	if len(b.Artifacts) > maxArtifacts {
		c.addf("artifacts", "%w: %d are more than %d", ErrCount, len(b.Artifacts), maxArtifacts)
		return c.err()
	}
	same, total := map[string]int{}, 0
	for i, a := range b.Artifacts {
		field := fmt.Sprintf("artifacts[%d]", i)
		c.date(field+".date", a.Date, Date{}, "")
		c.topic(field+".topic", a.Topic)
		word(&c, field+".kind", a.Kind, ArtifactKinds())
		if !isSlug(a.Ext, maxExtension) || strings.Contains(a.Ext, "-") {
			c.addf(field+".ext", "%q %w: small letters and digits, at most %d", clip(a.Ext), ErrName, maxExtension)
		}
		c.text(field+".title", a.Title, true)
		at := a.At
		if at.IsZero() {
			at = b.Made
		} else {
			c.time(field+".at", at)
		}
		if at.After(b.Made) {
			c.addf(field+".at", "%w %s is after the bundle was made, %s", ErrDate, stamp(at), stamp(b.Made))
		}
		c.after(field+".at", dayOf(at), a.Date, "the day it is about")
		switch {
		case a.Text == "" && len(a.Content) == 0:
			c.addf(field, "text or content %w", ErrMissing)
		case a.Text != "" && len(a.Content) > 0:
			c.addf(field, "%w and content: an artifact has one of the two", ErrText)
		}
		if total += len(a.Text) + len(a.Content); total > maxContent {
			c.addf(field, "%w: the bundle is larger than %d bytes", ErrCount, maxContent)
			break
		}
		stem := fmt.Sprintf("%s_%s_%s", a.Date, a.Topic, a.Kind)
		if same[stem]++; same[stem] == maxSameName+1 {
			c.addf(field, "%w: more than %d artifacts named %s", ErrCount, maxSameName, stem)
		}
	}
	return c.err()
}

// Folder is where a bundle is written. A browser, a ZIP file and a folder on disk can all be one; the program that owns
// them brings it.
type Folder interface {
	// Create makes a file with the content and the mode. It fails if there is one of that name already. Names have no
	// slashes, backslashes or dots but the one before the ending.
	Create(name string, content []byte, mode fs.FileMode) error
}

// Write writes the files into an empty folder, read-only, the manifest last, and returns what [Bundle.Files] does. An
// error of the bundle itself leaves the folder untouched; one of the folder wraps [ErrWrite].
func (b Bundle) Write(folder Folder) (BundleFiles, error) {
	r, err := b.Files()
	if err != nil {
		return BundleFiles{}, err
	}
	for _, last := range []bool{false, true} {
		for _, f := range r.Files {
			if (f.Name == ManifestName) != last {
				continue
			}
			if err := folder.Create(f.Name, f.Content, ReadOnly); err != nil {
				return BundleFiles{}, fmt.Errorf("%w: %s: %w", ErrWrite, f.Name, err)
			}
		}
	}
	return r, nil
}
