package pipeline

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/iromath/iromath"
)

func init() {
	register.DoFn6x1[context.Context, Shard, func(int64, []byte), func(string, int64), func(Malformed), func(ShardLines), error](&readFn{})
	register.Emitter2[int64, []byte]()
	register.Emitter2[string, int64]()
	register.Emitter1[Malformed]()
	register.Emitter1[ShardLines]()
}

// Shard is one file of several, with its number in the order of the names, from 0.
type Shard struct {
	Number int64
	Name   string
}

// ShardLines is what a shard tells about its lines.
type ShardLines struct {
	Shard  int64
	Name   string
	Header string
	// Head are the lines up to the header line, All those of the whole shard. Both hold counts of lines only.
	Head, All iromath.FrameSummary
}

// Malformed is a malformed row with its place in the claims file.
type Malformed struct {
	Place
	Wrong iromath.RowError
}

// readFn reads the rows of a shard. Those with an id go out in batches, all rows of an id to the same bucket; a row that
// is malformed wherever it stands is counted and listed at once.
type readFn struct {
	Frame   iromath.FrameOptions
	Order   string
	Buckets int64
}

// batchBytes is about the size of a batch. An element of its own for every row costs a runner many times the work on
// the row.
const batchBytes = 32 << 10

func (f *readFn) ProcessElement(ctx context.Context, shard Shard, batch func(int64, []byte), count func(string, int64),
	malformed func(Malformed), lines func(ShardLines)) error {
	in, err := open(ctx, shard.Name)
	if err != nil {
		return err
	}
	defer in.Close()
	rows, err := iromath.OpenFrameRows(in, f.Frame)
	if err != nil {
		return fmt.Errorf("%s: %w", shard.Name, err)
	}
	order, err := orderColumn(rows.Header(), f.Order)
	if err != nil {
		return fmt.Errorf("%s: %w", shard.Name, err)
	}
	stats := ShardLines{Shard: shard.Number, Name: shard.Name, Header: strings.Join(rows.Header(), "\x00"), Head: rows.Summary()}
	var always int64
	batches := make([][]byte, f.Buckets)
	for rows.Next() {
		r := rows.Row()
		place := Place{shard.Number, r.Line}
		if f.Order != "" {
			if place, err = orderOf(rows, order); err != nil {
				return fmt.Errorf("%s: line %d: %w", shard.Name, r.Line, err)
			}
		}
		out := Row{Place: place, Segment: string(r.Segment), Cents: r.Cents, Broken: r.Broken, Reason: r.Reason}
		if r.Reason == "" {
			out.Payor = string(r.Payor)
		}
		if r.Reason == iromath.ExcludedMalformed {
			wrong := *rows.Malformed()
			wrong.Line = place.Line
			if r.Broken || len(r.ID) == 0 {
				always++
				malformed(Malformed{place, wrong})
			} else {
				out.Wrong = &wrong
			}
		}
		if len(r.ID) > 0 {
			k := bucketOf(r.ID, f.Buckets)
			if batches[k] = appendRow(batches[k], r.ID, out); len(batches[k]) >= batchBytes {
				batch(k, batches[k])
				batches[k] = nil // the runner may keep what it was given
			}
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("%s: %w", shard.Name, err)
	}
	for k, b := range batches {
		if len(b) > 0 {
			batch(int64(k), b)
		}
	}
	if always > 0 {
		count(string(iromath.ExcludedMalformed), always)
	}
	stats.All = rows.Summary()
	lines(stats)
	return nil
}

// bucketOf spreads ids over buckets, alike on every worker: FNV-1a, the upper half of it mixed once more.
func bucketOf(id []byte, buckets int64) int64 {
	h := uint64(14695981039346656037)
	for _, c := range id {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return int64((h ^ h>>29) * 0xBF58476D1CE4E5B9 >> 32 % uint64(buckets))
}

// orderColumn finds the column that says where a row stood before the rows were distributed.
func orderColumn(header []string, name string) (int, error) {
	if name == "" {
		return -1, nil
	}
	for i, h := range header {
		if strings.EqualFold(h, name) {
			return i, nil
		}
	}
	return -1, fmt.Errorf("there is no column %q for the order of the rows", name)
}

// orderOf reads the line that the current row had. Without it nothing can be decided about a row, nor left out.
func orderOf(rows *iromath.FrameRows, column int) (Place, error) {
	text, _ := rows.Field(column)
	line, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64)
	if err != nil || line < 1 {
		return Place{}, fmt.Errorf("%q is not the line that the row had in the claims file", text)
	}
	return Place{Line: line}, nil
}

// open opens a file of any file system that the program has registered.
func open(ctx context.Context, name string) (io.ReadCloser, error) {
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return nil, err
	}
	in, err := fs.OpenRead(ctx, name)
	if err != nil {
		fs.Close()
		return nil, err
	}
	return file{in, fs}, nil
}

// file closes its file system with it.
type file struct {
	io.ReadCloser
	fs io.Closer
}

func (f file) Close() error {
	err := f.ReadCloser.Close()
	if e := f.fs.Close(); err == nil {
		err = e
	}
	return err
}
