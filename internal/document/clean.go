package document

import (
	"strings"
	"unicode"
)

// Clean makes a text from outside harmless in every form: control characters, line ends and marks that turn the direction
// of writing become blanks, so that a name can neither imitate another line nor show figures in another order. What is not
// UTF-8 or no character at all becomes the replacement character.
func Clean(s string) string { return strings.Map(clean, strings.ToValidUTF8(s, "\uFFFD")) }

func clean(r rune) rune {
	switch {
	case unicode.IsControl(r), r == '\u2028', r == '\u2029', unicode.Is(unicode.Bidi_Control, r):
		return ' '
	case r >= '\uFDD0' && r <= '\uFDEF', r&0xFFFE == 0xFFFE: // Unicode's noncharacters
		return '\uFFFD'
	}
	return r
}

// Lines are the cleaned lines of a printout.
func Lines(text string) []string {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(Clean(line), " ")
	}
	return lines
}
