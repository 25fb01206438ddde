// Package readfile reads the files that the flags of the examples name.
package readfile

import (
	"errors"
	"fmt"
	"io"
	"os"
)

const (
	// MaxJSON bounds a file of JSON, or of determinations.
	MaxJSON = 256 << 20
	// MaxClaims bounds a claims file where it has to be in memory as a whole.
	MaxClaims = int64(4) << 30
)

// ErrSize is returned for a file that is too large.
var ErrSize = errors.New("the file is too large")

// Read reads a file of at most so many bytes into memory, and stops at the bound where a file has no end.
func Read(name string, most int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() > most {
		return nil, tooLarge(name, most)
	}
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(data)) > most {
		return nil, tooLarge(name, most)
	}
	return data, err
}

func tooLarge(name string, most int64) error {
	return fmt.Errorf("%s: %w: more than %d bytes", name, ErrSize, most)
}
