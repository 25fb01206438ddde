package training

import (
	"encoding/json"
	"errors"
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/dist"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/sampling"
)

// documented fails for an error that the documentation does not name.
func documented(t *testing.T, err error) {
	t.Helper()
	if err == nil {
		return
	}
	var claims errorrate.ClaimErrors
	for _, known := range []error{
		ErrProgram, ErrMissing, ErrWord, ErrDate, ErrReference, ErrRepeated, ErrScore, ErrCount, ErrAmount, ErrName, ErrText, ErrSelection, ErrDigest,
		ErrWrite, ErrRead, sampling.ErrMethod, sampling.ErrSeed, sampling.ErrFrame, sampling.ErrSize, sampling.ErrStratum, sampling.ErrDrawOn,
		errorrate.ErrNoClaims, dist.ErrTable, jsonform.ErrJSON,
	} {
		if errors.Is(err, known) {
			return
		}
	}
	if !errors.As(err, &claims) {
		t.Fatalf("an error that is not documented: %v", err)
	}
}

// decode reads a request, or reports that it is none.
func decode[T any](data []byte) (T, bool) {
	var v T
	return v, len(data) < 1<<16 && jsonform.Unmarshal(data, &v) == nil
}

// encoded fails if a result is not one JSON value.
func encoded(t *testing.T, v any, err error) {
	t.Helper()
	documented(t, err)
	if err != nil {
		return
	}
	data, err := json.Marshal(v)
	if err != nil || !json.Valid(data) {
		t.Fatalf("%v: %s", err, data)
	}
}

// FuzzProgram asks everything of a programme on a day. What Check finds nothing in can be audited, planned and bundled, and the
// bundle holds what was written.
func FuzzProgram(f *testing.F) {
	for _, p := range []Program{clinic(), {}} {
		data, err := json.Marshal(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, 140, "I1")
		f.Add(data, 800, "2026-02")
	}
	f.Fuzz(func(t *testing.T, data []byte, days int, what string) {
		p, ok := decode[Program](data)
		if !ok {
			return
		}
		bad := p.Check()
		documented(t, bad)
		on := p.Start.AddDays(days % 4000)
		audit, err := p.SelfAudit(on)
		encoded(t, audit, err)
		if bad == nil && days >= 0 && on.Compare(p.Start) >= 0 && on.Year() <= 9000 && err != nil {
			t.Fatalf("checked, and cannot be audited: %v", err)
		}
		plan, err := p.Plan(PlanRequest{on, on.AddDays(100)})
		encoded(t, plan, err)
		sprint, err := p.Sprint(what, on)
		encoded(t, sprint, err)
		outcome, err := p.Competency(what)
		encoded(t, outcome, err)
		if on.Year() < 1000 || on.Year() > 9000 {
			return
		}
		q := EvidenceRequest{Made: endOf(on, moment("2026-01-01T00:00:00Z").Location())}
		for _, q.Month = range []string{"", what} {
			if q.Incidents = nil; q.Month == "" {
				q.Incidents = []string{what}
			}
			answers, err := p.FactorView(q)
			encoded(t, answers, err)
			b, err := p.Evidence(q)
			documented(t, err)
			if err != nil {
				continue
			}
			r, err := b.Files()
			documented(t, err)
			if err != nil {
				continue
			}
			if v, err := VerifyBundle(r.FS(), r.Digest); err != nil || !v.Unchanged {
				t.Fatalf("%+v, %v", v, err)
			}
		}
	})
}

// FuzzBundle writes bundles: every name is a plain one, and what was written verifies.
func FuzzBundle(f *testing.F) {
	data, err := json.Marshal(sampleBundle())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"clinic":"c","title":"t","made":"2026-03-20T17:00:00Z","artifacts":[{"date":"2026-03-04","topic":"../x","kind":"module","ext":"txt","title":"t","text":"t"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, ok := decode[Bundle](data)
		if !ok {
			return
		}
		w := memoryFolder{}
		r, err := b.Write(w)
		encoded(t, r, err)
		if err != nil {
			if len(w) != 0 {
				t.Fatalf("wrote %d files of a bundle that is refused", len(w))
			}
			return
		}
		for name := range w {
			if !isBundleName(name) || !fs.ValidPath(name) {
				t.Fatalf("wrote %q", name)
			}
		}
		if v, err := VerifyBundle(fstest.MapFS(w), r.Digest); err != nil || !v.Unchanged {
			t.Fatalf("%+v, %v", v, err)
		}
	})
}

// FuzzVerify reads manifests and files that anybody may have written: one that is not the bundle is never unchanged.
func FuzzVerify(f *testing.F) {
	r := mustFiles(f, sampleBundle())
	manifest := r.Files[len(r.Files)-1].Content
	f.Add(manifest, "index.txt", []byte("x"))
	f.Add([]byte("  \n../x  ..\n"), "a/b", []byte{})
	f.Add([]byte(r.Files[0].SHA256+"  "+r.Files[0].Name+"\n"), r.Files[0].Name, r.Files[0].Content)
	f.Fuzz(func(t *testing.T, manifest []byte, name string, content []byte) {
		q := FilesRequest{Digest: r.Digest}
		for _, file := range r.Files {
			switch file.Name {
			case ManifestName:
				file.Content = manifest
			case name:
				continue
			}
			q.Files = append(q.Files, file)
		}
		q.Files = append(q.Files, File{Name: name, Content: content})
		v, err := q.Verify()
		encoded(t, v, err)
		same := slices.Equal(manifest, r.Files[len(r.Files)-1].Content)
		for _, file := range r.Files {
			if file.Name == name {
				same = same && slices.Equal(content, file.Content)
			}
		}
		if v.Unchanged && !same {
			t.Fatalf("%+v", v)
		}
	})
}

// FuzzRequests sends requests to the other doors.
func FuzzRequests(f *testing.F) {
	for _, s := range []string{
		`{"seed":"1","providers":[{"provider":"a","encounters":["x","y","z","u","v","w"]},{"provider":"b","encounters":[]}]}`,
		`{"seed":"-1","method":"r","charts":2,"providers":[{"provider":"a","encounters":["x","y","z"]}]}`,
		`{"provider":"a","seed":"7","encounters":["x"]}`,
		`{"reviewed":"2026-01-31","claims":[{"number":1,"id":"A","paid":"10","correct":"5","documentation":"complete"}]}`,
		`{"on":"2026-05-15","before":{"errors":12,"reviewed":30},"after":{"errors":3,"reviewed":30},"significance":"0.1","refunds":[{"claim":"A","amount":"1","identified":"2026-01-01"}]}`,
		`{"violations":40,"perViolation":"10000","base":"5200.00","multiplier":"3","preventedViolations":31,"preventedBase":"4030.00"}`,
		`{"id":"I1","identified":"2026-03-06T09:15:00-05:00","triggers":["staff_report"],"what":"x","topic":"x","roles":["manager"]}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if q, ok := decode[CompetencyDraw](data); ok {
			r, err := q.Draw()
			encoded(t, r, err)
		}
		if q, ok := decode[ChartDraw](data); ok {
			r, err := q.Draw()
			encoded(t, r, err)
		}
		if q, ok := decode[Lessons](data); ok {
			r, err := q.Plan()
			encoded(t, r, err)
		}
		if q, ok := decode[Metrics](data); ok {
			r, err := q.Compare()
			encoded(t, r, err)
		}
		if q, ok := decode[Penalty](data); ok {
			r, err := q.Illustrate()
			encoded(t, r, err)
		}
		if q, ok := decode[Incident](data); ok {
			r, err := q.Clock(q.Identified.Add(SprintHours * time.Hour))
			encoded(t, r, err)
		}
	})
}

// FuzzSlug: a slug is empty or a topic.
func FuzzSlug(f *testing.F) {
	f.Add("E/M levels")
	f.Add("../../x")
	f.Fuzz(func(t *testing.T, s string) {
		if got := Slug(s); got != "" && !isSlug(got, maxTopic) {
			t.Fatalf("%q gives %q", s, got)
		}
	})
}
