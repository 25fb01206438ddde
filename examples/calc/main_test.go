package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iromath/iromath"
)

func call(t *testing.T, stdin string, args ...string) (string, error) {
	t.Helper()
	var out, errs bytes.Buffer
	err := run(args, strings.NewReader(stdin), &out, &errs)
	return out.String(), err
}

// TestEveryCalculation lists the calculations, prints the example of each, and calculates it from stdin and from a file.
func TestEveryCalculation(t *testing.T) {
	list, err := call(t, "", "-list")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range iromath.Calculations() {
		if !strings.Contains(list, c.Name+"\n") {
			t.Errorf("%s is not listed", c.Name)
		}
		request, err := call(t, "", "-example", c.Name)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), "request.json")
		if err := os.WriteFile(file, []byte(request), 0o600); err != nil {
			t.Fatal(err)
		}
		fromStdin, err := call(t, request, c.Name)
		if err != nil {
			t.Fatalf("%s: %v", c.Name, err)
		}
		fromFile, err := call(t, "", "-compact", c.Name, file)
		if err != nil {
			t.Fatalf("%s: %v", c.Name, err)
		}
		if page, err := call(t, request, "-print", c.Name); c.Printout != (err == nil) || c.Printout != (page != "") {
			t.Errorf("%s: printed %q, %v", c.Name, page, err)
		}
		var compact bytes.Buffer
		if err := json.Compact(&compact, []byte(fromStdin)); err != nil || compact.String()+"\n" != fromFile {
			t.Errorf("%s: the result of a file differs from that of stdin: %v", c.Name, err)
		}
	}
}

func TestRefuses(t *testing.T) {
	for _, c := range []struct {
		stdin string
		args  []string
		want  error
	}{
		{"{}", []string{"no.such"}, iromath.ErrCalculation},
		{"", []string{"-example", "no.such"}, iromath.ErrCalculation},
		{`{"universe":10,"paid":["1"]}`, []string{"samplesize.probe"}, iromath.ErrRequest},
		{`{"protocol":"single"} extra`, []string{"agreement"}, iromath.ErrRequest},
		{`{"protocol":5}`, []string{"agreement"}, iromath.ErrRequest},
		{"", []string{"errorrate", "/no/such/file"}, os.ErrNotExist},
		{"", nil, nil},
		{"", []string{"-list", "errorrate"}, nil},
		{"", []string{"a", "b", "c"}, nil},
		{"", []string{"-nonsense"}, nil},
	} {
		out, err := call(t, c.stdin, c.args...)
		if err == nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%v: %v", c.args, err)
		}
		if out != "" {
			t.Errorf("%v: wrote %q", c.args, out)
		}
	}
}
