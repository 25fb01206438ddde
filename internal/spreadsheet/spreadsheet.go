// Package spreadsheet writes texts into CSV files so that a spreadsheet shows them and never runs them.
//
// A spreadsheet takes a cell of a CSV file for a formula if it begins with =, +, - or @; quotes around it change nothing.
// A claim id such as =HYPERLINK(...) would run when the worklist is opened. The usual remedy is an apostrophe in front,
// which makes it a text. That alone cannot be undone: a reader could not tell it from an apostrophe of the text itself.
// Here it can. [Escape] puts one more apostrophe in front of a text that would be a formula without the apostrophes it
// begins with, and [Unescape] takes one off exactly such a text, so that every text comes back unchanged.
//
// A program of another country may take semicolons, or tabs, for the ends of cells, and the quotes in the middle of a line
// for nothing. So every part behind a semicolon, a tab or a line end is treated like a cell of its own.
//
// Source: OWASP, CSV Injection (which also names full-width signs, tabs and carriage returns in front).
package spreadsheet

import "strings"

// Escape returns a text as it is safe in a cell. [Unescape] gives the text again.
func Escape(text string) string {
	return parts(text, func(part string) string { return "'" + part })
}

// Unescape returns the text of a cell that [Escape] made; any other text that is not of its form stays as it is.
func Unescape(cell string) string {
	return parts(cell, func(part string) string { return strings.TrimPrefix(part, "'") })
}

// parts changes the parts of a text that would be formulas without the apostrophes in front of them.
func parts(text string, change func(string) string) string {
	if !strings.ContainsAny(text, signs) {
		return text
	}
	var b strings.Builder
	for text != "" {
		part, end := text, ""
		if i := strings.IndexAny(text, ";\t\r\n"); i >= 0 {
			part, end = text[:i], text[i:i+1]
		}
		text = text[len(part)+len(end):]
		if formula(strings.TrimLeft(part, "' ")) {
			part = change(part)
		}
		b.WriteString(part + end)
	}
	return b.String()
}

// signs are what a formula begins with.
const signs = "=+-@＝＋－＠"

// formula reports whether a text begins like a formula.
func formula(text string) bool { return strings.IndexAny(text, signs) == 0 }
