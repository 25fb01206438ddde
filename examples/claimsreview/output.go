package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/extrapolate/reporthtml"
)

// files are the files of one run, by name.
type files map[string][]byte

// add writes a file by a function that writes to a writer.
func (f files) add(name string, write func(io.Writer) error) error {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	f[name] = b.Bytes()
	return nil
}

// save writes all files into a folder, in the order of their names. A worklist may have been filled in by hand: it is
// never overwritten by another one.
func (f files) save(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	names := slices.Sorted(maps.Keys(f))
	for _, name := range names {
		if !strings.HasPrefix(name, "worklist_") {
			continue
		}
		old, err := os.ReadFile(filepath.Join(dir, name))
		if err == nil && !bytes.Equal(old, f[name]) {
			return fmt.Errorf("%s is there and differs; move it away or choose another -out", filepath.Join(dir, name))
		}
	}
	for _, name := range names {
		if err := os.WriteFile(filepath.Join(dir, name), f[name], 0o644); err != nil {
			return err
		}
	}
	return nil
}

// common are the files of every run: the saved review, the printouts of random numbers and sample size, and the
// overpayments of each reviewed sample as RAT-STATS reads them.
func common(review *iromath.Review) (files, error) {
	saved, err := review.Save()
	if err != nil {
		return nil, err
	}
	f := files{"review.json": saved}
	h, o := iromath.Heading{Audit: review.Agreement().Name}, review.Outcome()
	if o.First != nil {
		if err := f.add("overpayments_"+string(review.Draws()[0].Stage)+".txt", o.First.WriteOverpayments); err != nil {
			return nil, err
		}
	}
	if o.Table != nil {
		if err := f.add("sample_size.txt", func(w io.Writer) error { return o.Table.WriteText(w, h) }); err != nil {
			return nil, err
		}
	}
	for _, d := range review.Draws() {
		if err := f.add("random_numbers_"+string(d.Stage)+".txt", func(w io.Writer) error { return d.WriteText(w, h) }); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// waiting ends a run whose review waits for determinations.
func waiting(review *iromath.Review, o options, stdout, stderr io.Writer) error {
	if o.out == "" {
		fmt.Fprintln(stderr, "the worklist follows; -out DIR also saves the review, to go on with -resume")
		return review.WriteWorklist(stdout)
	}
	f, err := common(review)
	if err != nil {
		return err
	}
	worklist := "worklist_" + string(review.Stage())
	if n := len(review.Corrections()); n > 0 { // of a corrected frame: the list before may have been filled in
		worklist += fmt.Sprintf("_correction_%d", n)
	}
	worklist += ".csv"
	if err := f.add(worklist, review.WriteWorklist); err != nil {
		return err
	}
	if err := f.save(o.out); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%d claims of the %s are to be pulled and reviewed: %s\n", len(review.Worklist()), review.Stage(), filepath.Join(o.out, worklist))
	fmt.Fprintf(stdout, "go on with -resume %s and -determinations FILE\n", filepath.Join(o.out, "review.json"))
	return nil
}

// form is a form of the report: the name of its file and its writer.
type form struct {
	file  string
	write func(io.Writer, iromath.Report) error
}

// forms are the forms by the names that -format takes.
var forms = map[string]form{
	"text":     {"report.txt", func(w io.Writer, r iromath.Report) error { return r.WriteText(w) }},
	"markdown": {"report.md", func(w io.Writer, r iromath.Report) error { return r.WriteMarkdown(w) }},
	"html":     {"report.html", func(w io.Writer, r iromath.Report) error { return reporthtml.Write(w, r.Document()) }},
	"json": {"report.json", func(w io.Writer, r iromath.Report) error {
		data, err := json.MarshalIndent(r, "", "  ")
		if err != nil {
			return err
		}
		_, err = w.Write(append(data, '\n'))
		return err
	}},
}

// finished writes the report to stdout, and with -out everything to a folder.
func finished(review *iromath.Review, report iromath.Report, o options, stdout, stderr io.Writer) error {
	if o.out != "" {
		f, err := common(review)
		if err != nil {
			return err
		}
		last := report.Draws[len(report.Draws)-1].Stage
		if err := f.add("overpayments_"+string(last)+".txt", report.ErrorRate.WriteOverpayments); err != nil {
			return err
		}
		for _, form := range forms {
			if err := f.add(form.file, func(w io.Writer) error { return form.write(w, report) }); err != nil {
				return err
			}
		}
		if len(review.SystemsWorklist()) > 0 {
			const name = "worklist_systems.csv"
			if _, err := os.Stat(filepath.Join(o.out, name)); err == nil {
				fmt.Fprintf(stderr, "%s is there and was left as it is\n", filepath.Join(o.out, name))
			} else if err := f.add(name, review.WriteSystemsWorklist); err != nil {
				return err
			}
		}
		if err := f.save(o.out); err != nil {
			return err
		}
		fmt.Fprintln(stderr, "written to", o.out)
	}
	return forms[o.format].write(stdout, report)
}
