package textfile

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

const (
	// MaxLine bounds the bytes of one line of a text file.
	MaxLine = 1 << 20
	// MaxLines bounds the lines of a text file, all of which are kept in memory: as many as one draw has units.
	MaxLines = 10_000_000
)

var (
	// ErrEncoding is returned for a file that is not plain UTF-8 or ASCII text.
	ErrEncoding = errors.New("not plain UTF-8 text")
	// ErrLine is returned for a line longer than [MaxLine], or with the line ends of an old Macintosh in it, and for a
	// file of more than [MaxLines].
	ErrLine = errors.New("not lines of text")
)

// Lines calls f for every line of r, with its number from 1 and without its line end. A byte order mark is taken off.
// Text in UTF-16, NUL bytes, bytes that are not UTF-8 and carriage returns within a line are errors, with their line.
func Lines(r io.Reader, f func(number int64, line string) error) error {
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 0, 64<<10), MaxLine)
	var number int64
	for in.Scan() {
		if number++; number > MaxLines {
			return fmt.Errorf("%w: line %d: a file has at most %d", ErrLine, number, MaxLines)
		}
		line := bytes.TrimRight(in.Bytes(), "\r")
		if number == 1 {
			line = TrimBOM(line)
		}
		if at, err := CheckEncoding(line); err != nil {
			return fmt.Errorf("line %d, byte %d: %w", number, at+1, err)
		}
		if at := bytes.IndexByte(line, '\r'); at >= 0 {
			return fmt.Errorf("%w: line %d, byte %d: a carriage return; save the file with the line ends of Windows or Unix",
				ErrLine, number, at+1)
		}
		if err := f(number, string(line)); err != nil {
			return err
		}
	}
	switch err := in.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return fmt.Errorf("%w: line %d has more than %d bytes", ErrLine, number+1, MaxLine)
	case err != nil:
		return fmt.Errorf("line %d: %w", number+1, err)
	}
	return nil
}
