package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// A limit is how many bytes the compressed forms of a part may have.
type limit struct{ gzip, brotli int64 }

// limits are those of parts that are loaded in about a second on a telephone, and of the exceptions.
var limits = map[string]limit{
	"":    {1_350_000, 1_050_000},
	whole: {2_350_000, 1_650_000}, // is in the page of one file alone, which is opened from a disk
}

// limitOf is the limit of a part.
func limitOf(part string) limit {
	if l, ok := limits[part]; ok {
		return l
	}
	return limits[""]
}

// tell lists the sizes of the parts. One that is above its limit is an error.
func (b builder) tell(quick bool) error {
	forms := append([]string{""}, compressedForms...)
	if quick {
		forms = forms[:1]
	}
	var over []error
	for _, name := range partNames {
		of := limitOf(name)
		fmt.Printf("%-12s", name)
		for _, form := range forms {
			info, err := os.Stat(filepath.Join(b.dist, "wasm", name+".wasm"+form))
			if err != nil {
				return err
			}
			fmt.Printf("%12d%s", info.Size(), form)
			if allowed := map[string]int64{".gz": of.gzip, ".br": of.brotli}[form]; allowed != 0 {
				fmt.Printf(" of %d", allowed)
				if info.Size() > allowed {
					over = append(over, fmt.Errorf("%s.wasm%s has %d bytes, more than %d", name, form, info.Size(), allowed))
				}
			}
		}
		fmt.Println()
	}
	return errors.Join(over...)
}
