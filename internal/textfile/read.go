package textfile

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// MaxLine bounds the bytes of one line of a text file.
const MaxLine = 1 << 20

// ErrEncoding is returned for a file that is not plain UTF-8 or ASCII text.
var ErrEncoding = errors.New("textfile: not plain UTF-8 text")

// ErrLine is returned for a line longer than [MaxLine].
var ErrLine = errors.New("textfile: line too long")

// Lines calls f for every line of r, with its number from 1 and without its line end. A byte order mark is taken off.
// Text in UTF-16, NUL bytes and bytes that are not UTF-8 are errors.
func Lines(r io.Reader, f func(number int64, line string) error) error {
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 0, 64<<10), MaxLine)
	var number int64
	for in.Scan() {
		number++
		line := in.Bytes()
		if number == 1 {
			if bytes.HasPrefix(line, []byte{0xFF, 0xFE}) || bytes.HasPrefix(line, []byte{0xFE, 0xFF}) {
				return fmt.Errorf("%w: line 1 starts with a UTF-16 byte order mark; save the file as UTF-8", ErrEncoding)
			}
			line = bytes.TrimPrefix(line, []byte("\xEF\xBB\xBF"))
		}
		if bytes.IndexByte(line, 0) >= 0 || !utf8.Valid(line) {
			return fmt.Errorf("%w: line %d has a NUL byte or is not UTF-8", ErrEncoding, number)
		}
		if err := f(number, string(line)); err != nil {
			return err
		}
	}
	if errors.Is(in.Err(), bufio.ErrTooLong) {
		return fmt.Errorf("%w: line %d has more than %d bytes", ErrLine, number+1, MaxLine)
	}
	return in.Err()
}
