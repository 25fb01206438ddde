package iromath

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/iromath/iromath/internal/csvscan"
	"github.com/iromath/iromath/internal/finding"
)

// ErrFile is returned for a file that cannot be read as a file of claims or determinations at all: no header with the
// columns, not UTF-8 text, a line of more than 1 MiB, damaged compression, more claims than [MaxFrameClaims].
var ErrFile = errors.New("iromath: not a usable CSV file")

// openTable opens a CSV file, plain or compressed with gzip, and reads its header line.
func openTable(r io.Reader, comma string) (*csvscan.Scanner, []string, error) {
	if comma == "" {
		comma = ","
	}
	if len(comma) != 1 || !strings.Contains(",;\t|", comma) {
		return nil, nil, fmt.Errorf("iromath: comma %q is none of \",\", \";\", \"\\t\" and \"|\"", finding.Clip(comma))
	}
	plain, err := decompress(r)
	if err != nil {
		return nil, nil, err
	}
	in := csvscan.New(plain, comma[0])
	header, err := readHeader(in)
	return in, header, err
}

const gzipMagic = "\x1F\x8B"

// decompress returns a reader of the plain text of r.
func decompress(r io.Reader) (io.Reader, error) {
	buffered := bufio.NewReaderSize(r, 64<<10)
	magic, err := buffered.Peek(2)
	if err != nil && err != io.EOF {
		return nil, fmt.Errorf("%w: %w", ErrFile, err)
	}
	if string(magic) != gzipMagic {
		return buffered, nil
	}
	unpacked, err := gzip.NewReader(buffered)
	if err != nil {
		return nil, fmt.Errorf("%w: the header of gzip: %w", ErrFile, err)
	}
	plain := bufio.NewReader(readFunc(unpacked.Read))
	if magic, _ := plain.Peek(2); string(magic) == gzipMagic { // an error of Peek comes again, with its line
		return nil, fmt.Errorf("%w: line 1: the file is compressed twice", ErrFile)
	}
	return plain, nil
}

// readFunc is a method Read as an [io.Reader]. As an interface, a gzip.Reader would have the whole of package time linked for the
// time in its header.
type readFunc func([]byte) (int, error)

func (f readFunc) Read(p []byte) (int, error) { return f(p) }

// readHeader returns the column names of the first row.
func readHeader(in *csvscan.Scanner) ([]string, error) {
	if !in.Next() {
		if err := in.Err(); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrFile, err)
		}
		return nil, fmt.Errorf("%w: the file is empty, there is no header line", ErrFile)
	}
	if p := in.Problem(); p != "" {
		return nil, fmt.Errorf("%w: line %d, the header: %s", ErrFile, in.Line(), p)
	}
	header := make([]string, in.Len())
	for i := range header {
		name := trimBlanks(in.Field(i))
		if i := strings.IndexByte(string(name), '\r'); i >= 0 {
			return nil,
				fmt.Errorf("%w: the header has a carriage return in it; save the file with the line ends of Windows or Unix",
					ErrFile)
		}
		header[i] = string(name)
	}
	return header, nil
}

// maxKept bounds the memory that the rows taken from a file need.
const maxKept = 256 << 20

// keptRows counts the memory of rows that are kept.
type keptRows int64

// add counts the current row: its text, and what a determination or a walk-through needs beside.
func (k *keptRows) add(in *csvscan.Scanner) error {
	const beside = 400
	if *k += keptRows(in.Size() + beside); *k > maxKept {
		return fmt.Errorf("%w: line %d: the rows of claims that are asked for need more than %d bytes", ErrFile, in.Line(), maxKept)
	}
	return nil
}

// columnFinder finds named columns in the header of a CSV file and collects what is wrong.
type columnFinder struct {
	header []string
	wrong  []string
}

// find returns the index of the column, or -1. A name that is given has to be there; of the default names, those that
// are needed. Blanks around a name and upper and lower case do not count.
func (f *columnFinder) find(name, byDefault string, needed bool) int {
	wanted := strings.TrimFunc(name, isBlank)
	if wanted == "" {
		wanted = byDefault
	} else {
		needed = true
	}
	at := -1
	for i, h := range f.header {
		if !strings.EqualFold(h, wanted) {
			continue
		}
		if at >= 0 {
			f.wrong = append(f.wrong, fmt.Sprintf("column %q stands twice", finding.Clip(wanted)))
			return -1
		}
		at = i
	}
	if at < 0 && needed {
		f.wrong = append(f.wrong, fmt.Sprintf("there is no column %q", finding.Clip(wanted)))
	}
	return at
}

// name is the name of a column as the header has it, "" for none.
func (f *columnFinder) name(column int) string {
	if column < 0 {
		return ""
	}
	return f.header[column]
}

// err says what is wrong, with the header.
func (f *columnFinder) err() error {
	if f.wrong == nil {
		return nil
	}
	return fmt.Errorf("%w: %s; the header has %s", ErrFile, strings.Join(f.wrong, ", "), listHeader(f.header))
}

// listHeader quotes the first hundred names of a header.
func listHeader(header []string) string {
	const most = 100
	var quoted []string
	for _, h := range header[:min(len(header), most)] {
		quoted = append(quoted, fmt.Sprintf("%q", show([]byte(h))))
	}
	s := strings.Join(quoted, ", ")
	if len(header) > most {
		s += fmt.Sprintf(" and %d more", len(header)-most)
	}
	return s
}
