package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/iromath/iromath"
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

// save writes all files into a folder.
func (f files) save(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, data := range f {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// common are the files of every run: the saved review and the printouts of the random numbers.
func common(review *iromath.Review) (files, error) {
	saved, err := review.Save()
	if err != nil {
		return nil, err
	}
	f := files{"review.json": saved}
	for _, d := range review.Draws() {
		h := iromath.Heading{Audit: review.Agreement().Name}
		if err := f.add("random_numbers_"+string(d.Stage)+".txt", func(w io.Writer) error { return d.Selection.WriteText(w, h) }); err != nil {
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
	if err := f.add("worklist.csv", review.WriteWorklist); err != nil {
		return err
	}
	if err := f.save(o.out); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%d claims of the %s are to be pulled and reviewed: %s\n", len(review.Worklist()), review.Stage(), filepath.Join(o.out, "worklist.csv"))
	fmt.Fprintf(stdout, "go on with -resume %s and -determinations FILE\n", filepath.Join(o.out, "review.json"))
	return nil
}

// finished writes the report to stdout, and with -out everything to a folder.
func finished(review *iromath.Review, report iromath.Report, o options, stdout, stderr io.Writer) error {
	asJSON := func(w io.Writer) error {
		data, err := json.MarshalIndent(report, "", "  ")
		if err != nil {
			return err
		}
		_, err = w.Write(append(data, '\n'))
		return err
	}
	if o.out != "" {
		f, err := common(review)
		if err != nil {
			return err
		}
		for name, write := range map[string]func(io.Writer) error{
			"report.txt": report.WriteText, "report.json": asJSON, "overpayments.txt": report.ErrorRate.WriteOverpayments,
		} {
			if err := f.add(name, write); err != nil {
				return err
			}
		}
		if err := f.save(o.out); err != nil {
			return err
		}
		fmt.Fprintln(stderr, "written to", o.out)
	}
	if o.format == "json" {
		return asJSON(stdout)
	}
	return report.WriteText(stdout)
}
