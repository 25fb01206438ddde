package samplesize

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/goldentest"
)

// TestGoldenProbe compares every cell, mark and figure of RAT-STATS' probe sample tables with our printout.
func TestGoldenProbe(t *testing.T) {
	goldentest.Run(t, "size_variable_probe", func(c *goldentest.Case) {
		var in struct {
			Values     []decimal.Decimal `json:"probe_values"`
			Universe   int64             `json:"universe_size"`
			Precisions []json.Number     `json:"precision_percent"`
			Levels     []json.Number     `json:"confidence_percent"`
		}
		c.Decode(&in)
		p := Probe{Universe: in.Universe, Overpayments: in.Values}
		for _, v := range in.Precisions {
			p.Precisions = append(p.Precisions, decimal.RequireFromString(v.String()).Shift(-2))
		}
		for _, v := range in.Levels {
			p.Levels = append(p.Levels, decimal.RequireFromString(v.String()).Shift(-2))
		}
		table, err := p.Table()
		if err != nil {
			c.T().Fatal(err)
		}
		var out bytes.Buffer
		if err := table.WriteText(&out, Heading{Date: "5/11/2010", Time: "21:52"}); err != nil {
			c.T().Fatal(err)
		}
		var columns, rows []string
		var cells [][]string
		note := "no"
		for _, line := range strings.Split(out.String(), "\n") {
			line = strings.ReplaceAll(line, " (*)", "(*)") // one field a cell
			f := strings.Fields(line)
			if len(f) > 0 && (f[0] == "Precision" || f[0] == "Level") {
				f = f[1:]
			}
			value := func(label string) (string, bool) {
				v, ok := strings.CutPrefix(line, label+": ")
				return v, ok
			}
			if v, ok := value("Estimated Mean"); ok {
				c.Equal("estimated_mean", v)
			} else if v, ok := value("Estimated Std. Deviation"); ok {
				c.Equal("estimated_std_deviation", v)
			} else if v, ok := value("Universe Size"); ok {
				c.Equal("universe_size", v)
			} else if strings.HasPrefix(line, "NOTE(*)") {
				note = "yes"
			} else if len(f) == len(in.Levels) && strings.HasSuffix(f[0], "%") {
				columns = f
			} else if len(f) == len(in.Levels)+1 && strings.HasSuffix(f[0], "%") {
				rows = append(rows, f[0])
				for i := range f {
					f[i] = strings.ReplaceAll(f[i], "(*)", " (*)")
				}
				cells = append(cells, f[1:])
			}
		}
		c.Equal("table", map[string]any{"columns": columns, "rows": rows, "cells": cells})
		c.Equal("note_asterisk", fmt.Sprint(note))
	})
}
