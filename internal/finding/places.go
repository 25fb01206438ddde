package finding

import (
	"fmt"
	"strings"
)

// Unit is how errors and warnings speak of the unit with index i of a design: "unit 3 (Region 7)".
func Unit(what string, i int, name string) string {
	if name == "" {
		return fmt.Sprintf("%s %d", what, i+1)
	}
	return fmt.Sprintf("%s %d (%s)", what, i+1, Clip(name))
}

// Places are the units of a design that a warning is about.
type Places []string

// warn makes one warning about all places, which names up to three of them, and none about no place. sentence has one
// %s for them.
func (p Places) warn(code, sentence string) []Warning {
	if len(p) == 0 {
		return nil
	}
	text := strings.Join(p[:min(len(p), 3)], ", ")
	if more := len(p) - 3; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return []Warning{Warn(code, sentence, text)}
}

// Singles are the warnings of designs in which zero stands for the variance of single units or items: "single_unit" and
// "single_item".
func Singles(units, items Places) []Warning {
	return append(units.warn("single_unit", "One unit was drawn out of more in %s: its variance is not known and was taken as zero."),
		items.warn("single_item", "One item was drawn out of more in %s: its variance is not known and was taken as zero.")...)
}

// NoVariation warns of a standard error of zero although not every unit was examined: "no_variation".
func NoVariation(values string) Warning {
	return Warn("no_variation", "A standard error is 0 although not every unit was examined: the %s do not vary.", values)
}
