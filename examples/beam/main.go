// Command beam runs a claims review over files in any number of shards, on Apache Beam. See the README.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
	"github.com/iromath/iromath/examples/beam/generate"
	"github.com/iromath/iromath/examples/beam/pipeline"
	"github.com/iromath/iromath/reportable"
)

var (
	claims         = flag.String("claims", "", "pattern of the shards of the claims file, which are taken in the order of their names")
	determinations = flag.String("determinations", "", "pattern of the shards of the determinations; none before the review")
	output         = flag.String("output", "", "file for the result, on a file system that all workers see")
	seed           = flag.String("seed", "", "public seed of the tickets")
	size           = flag.Int64("size", 100, "claims in the sample")
	spares         = flag.Int64("spares", 0, "spares behind them")
	order          = flag.String("order", "", "column with the line that a row had in the claims file, for shards in any order")
	buckets        = flag.Int64("buckets", pipeline.DefaultBuckets, "parts that the claim ids are divided into; a worker holds the rows of one part in memory")
	payors         = flag.String("payors", "", "accepted payors, separated by commas")
	from           = flag.String("from", "", "first day of the review period")
	through        = flag.String("through", "", "last day of the review period")
	single         = flag.Bool("single", false, "give the result with the library alone, in this process, from claims in one file")

	rows      = flag.Int64("generate", 0, "write so many invented claims and end")
	determine = flag.String("determine", "", "write invented determinations on the worklist of this result and end")
	shards    = flag.Int64("shards", 8, "number of invented files")
	folder    = flag.String("folder", ".", "folder for the invented files")
	random    = flag.Uint64("random", 1, "seed of what is invented")
)

func main() {
	flag.Parse()
	beam.Init() // on a worker it does the work and does not return
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	o, err := options()
	if err != nil {
		return err
	}
	switch invented := (generate.Claims{Rows: *rows, Seed: *random}); {
	case *rows > 0:
		return writeShards("claims", invented.Write)
	case *determine != "":
		return writeDeterminations(invented)
	}
	if *output == "" {
		return errors.New("-output has to be given")
	}
	if o.Claims, err = pipeline.Shards(ctx, *claims); err != nil {
		return err
	}
	if *determinations != "" {
		if o.Determinations, err = pipeline.Shards(ctx, *determinations); err != nil {
			return err
		}
	}
	if *single {
		return runSingle(o)
	}
	p, s := beam.NewPipelineWithRoot()
	if err := pipeline.Build(s, o); err != nil {
		return err
	}
	return beamx.Run(ctx, p)
}

func options() (o pipeline.Options, err error) {
	o.Order, o.Output, o.Buckets = *order, *output, *buckets
	o.Tickets.Seed, o.Tickets.Size, o.Tickets.Spares = *seed, *size, *spares
	if *payors != "" {
		o.Frame.Payors = strings.Split(*payors, ",")
	}
	for _, d := range []struct {
		text string
		date *reportable.Date
	}{{*from, &o.Frame.From}, {*through, &o.Frame.Through}} {
		if d.text == "" {
			continue
		}
		if *d.date, err = reportable.ParseDate(d.text); err != nil {
			return o, err
		}
	}
	return o, nil
}

// runSingle reads the claims in one go, so that several shards would have several headers.
func runSingle(o pipeline.Options) error {
	if len(o.Claims) != 1 || len(o.Determinations) > 1 {
		return errors.New("-single takes claims and determinations in one file each")
	}
	in, err := os.Open(o.Claims[0])
	if err != nil {
		return err
	}
	defer in.Close()
	var determinations io.Reader
	if len(o.Determinations) == 1 {
		data, err := os.ReadFile(o.Determinations[0])
		if err != nil {
			return err
		}
		determinations = bytes.NewReader(data)
	}
	result, err := pipeline.Single(in, determinations, o)
	if err != nil {
		return err
	}
	data, err := result.Encode()
	if err != nil {
		return err
	}
	return os.WriteFile(o.Output, data, 0o644)
}

// writeDeterminations writes determinations on the worklist of an earlier result.
func writeDeterminations(c generate.Claims) error {
	data, err := os.ReadFile(*determine)
	if err != nil {
		return err
	}
	var result pipeline.Result
	if err := json.Unmarshal(data, &result); err != nil {
		return fmt.Errorf("%s: %w", *determine, err)
	}
	return writeShards("determinations", func(w io.Writer, shard, shards int64) error {
		return c.WriteDeterminations(w, result.Worklist, shard, shards)
	})
}

// writeShards writes files such as claims-000000-of-000008.csv.
func writeShards(name string, write func(w io.Writer, shard, shards int64) error) error {
	for i := range *shards {
		path := filepath.Join(*folder, fmt.Sprintf("%s-%06d-of-%06d.csv", name, i, *shards))
		if err := writeFile(path, func(w io.Writer) error { return write(w, i, *shards) }); err != nil {
			return err
		}
	}
	return nil
}

func writeFile(name string, write func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
