package sampling

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
)

// ErrSizesFile is returned for a file of sizes that cannot be read.
var ErrSizesFile = errors.New("sampling: file of sizes")

// sizeText is a size in its one way of writing: digits, a point only before decimals, no zeros at their end.
func sizeText(d decimal.Decimal) string { return exact.String(d) }

// WriteSizes writes the file of sizes, of which [PPSSelection.SizesDigest] is the digest: for each unit, in their order,
// its size and a line feed; no commas, and no zeros behind the last decimal. With this file a printout can be drawn
// again: [ReadSizes] reads it, and `sha256sum` shows that it is the file of the draw. The error wraps [ErrSizes] for a
// size that cannot be drawn with.
func (p PPS) WriteSizes(w io.Writer) error {
	if _, err := newPPSLine(p.Sizes); err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	for _, d := range p.Sizes {
		out.WriteString(sizeText(d))
		out.WriteByte('\n')
	}
	return out.Flush()
}

// sizesDigest is the SHA-256 of the file of sizes that have been checked.
func sizesDigest(sizes []decimal.Decimal) string {
	sum := sha256.New()
	line := make([]byte, 0, 64)
	for _, d := range sizes {
		line = append(append(line[:0], sizeText(d)...), '\n')
		sum.Write(line)
	}
	return "sha256:" + hex.EncodeToString(sum.Sum(nil))
}

// ReadSizes reads a file of sizes, one a line, such as [PPS.WriteSizes] writes. Thousands commas, a dollar sign and zeros
// behind the last decimal are fine, blank lines are not: the line is the number of the unit. The error wraps
// [ErrSizesFile] and, with all wrong lines, [RowErrors].
func ReadSizes(r io.Reader) ([]decimal.Decimal, error) {
	var sizes []decimal.Decimal
	var wrong RowErrors
	err := textfile.Lines(r, func(number int64, line string) error {
		if err := wrong.Full(number); err != nil {
			return err
		}
		d, err := exact.ParseAmount(strings.TrimSpace(line))
		if err == nil {
			err = exact.Check(d)
		}
		switch {
		case err != nil:
			wrong = append(wrong, RowError{Line: number, Value: finding.Clip(line), Rule: "not a size"})
		case d.Sign() < 0:
			wrong = append(wrong, RowError{Line: number, Value: finding.Clip(line), Rule: "negative"})
		}
		sizes = append(sizes, exact.Canonical(d))
		return nil
	})
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrSizesFile, err)
	case len(wrong) > 0:
		return nil, fmt.Errorf("%w: %w", ErrSizesFile, wrong)
	}
	return sizes, nil
}
