package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
)

// column is a column of the CSV file: shares and means have six decimals, and no text where a method has none.
type column struct {
	name string
	text func(r row) string
	read func(r *row, text string) error
}

func textColumn(name string, field func(*row) *string) column {
	return column{name, func(r row) string { return *field(&r) }, func(r *row, text string) error {
		*field(r) = text
		return nil
	}}
}

func intColumn(name string, field func(*row) *int) column {
	return column{name, func(r row) string { return strconv.Itoa(*field(&r)) }, func(r *row, text string) (err error) {
		*field(r), err = strconv.Atoi(text)
		return err
	}}
}

func floatColumn(name string, field func(*row) *float64) column {
	return column{name, func(r row) string { return floatText(*field(&r)) }, func(r *row, text string) (err error) {
		*field(r) = math.NaN()
		if text != "" {
			*field(r), err = strconv.ParseFloat(text, 64)
		}
		return err
	}}
}

// shareColumns are a share and its binomial standard error.
func shareColumns(name string, field func(*row) *float64) []column {
	return []column{floatColumn(name, field), {name + "_se",
		func(r row) string { return floatText(r.standardError(*field(&r))) }, func(*row, string) error { return nil }}}
}

func floatText(x float64) string {
	if math.IsNaN(x) {
		return ""
	}
	return strconv.FormatFloat(x, 'f', 6, 64)
}

var columns = slices.Concat(
	[]column{
		textColumn("population", func(r *row) *string { return &r.Population }),
		intColumn("error_rate_percent", func(r *row) *int { return &r.Rate }),
		intColumn("sample_size", func(r *row) *int { return &r.Size }),
		textColumn("method", func(r *row) *string { return &r.Method }),
		intColumn("replicates", func(r *row) *int { return &r.Replicates }),
		{"seed", func(r row) string { return strconv.FormatUint(r.Seed, 10) }, func(r *row, text string) (err error) {
			r.Seed, err = strconv.ParseUint(text, 10, 64)
			return err
		}},
	},
	shareColumns("no_error", func(r *row) *float64 { return &r.NoError }),
	shareColumns("two_sided_90", func(r *row) *float64 { return &r.TwoSided }),
	shareColumns("lower_90", func(r *row) *float64 { return &r.Lower90 }),
	shareColumns("lower_95", func(r *row) *float64 { return &r.Lower95 }),
	shareColumns("upper_95", func(r *row) *float64 { return &r.Upper95 }),
	[]column{
		floatColumn("mean_width", func(r *row) *float64 { return &r.Width }),
		floatColumn("below_zero", func(r *row) *float64 { return &r.BelowZero }),
		floatColumn("mean_lower_90", func(r *row) *float64 { return &r.MeanLower90 }),
		floatColumn("mean_lower_95", func(r *row) *float64 { return &r.MeanLower95 }),
		floatColumn("mean_upper_95", func(r *row) *float64 { return &r.MeanUpper95 }),
		floatColumn("mean_point", func(r *row) *float64 { return &r.Mean }),
		floatColumn("sd_point", func(r *row) *float64 { return &r.Spread }),
	},
)

// writeCSV writes rows with a header line.
func writeCSV(w io.Writer, rows []row) error {
	out := csv.NewWriter(w)
	line := make([]string, len(columns))
	for i, c := range columns {
		line[i] = c.name
	}
	if err := out.Write(line); err != nil {
		return err
	}
	for _, r := range rows {
		for i, c := range columns {
			line[i] = c.text(r)
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// readCSV reads what writeCSV wrote.
func readCSV(r io.Reader) ([]row, error) {
	lines, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return nil, err
	}
	if len(lines) == 0 || !slices.EqualFunc(lines[0], columns, func(name string, c column) bool { return name == c.name }) {
		return nil, fmt.Errorf("the header line is not that of a coverage study")
	}
	var rows []row
	for i, line := range lines[1:] {
		var one row
		for j, c := range columns {
			if err := c.read(&one, line[j]); err != nil {
				return nil, fmt.Errorf("line %d, %s: %w", i+2, c.name, err)
			}
		}
		rows = append(rows, one)
	}
	return rows, nil
}
