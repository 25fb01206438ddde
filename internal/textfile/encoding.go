package textfile

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// bom is the byte order mark that some programs write in front of UTF-8 text.
const bom = "\xEF\xBB\xBF"

// TrimBOM takes a byte order mark off the front of UTF-8 text.
func TrimBOM(text []byte) []byte { return bytes.TrimPrefix(text, []byte(bom)) }

// CheckMark refuses the byte order mark of UTF-16 at the front of a file.
func CheckMark(front []byte) error {
	switch {
	case bytes.HasPrefix(front, []byte{0xFF, 0xFE}):
		return notUTF8("a byte order mark of UTF-16 (little endian)")
	case bytes.HasPrefix(front, []byte{0xFE, 0xFF}):
		return notUTF8("a byte order mark of UTF-16 (big endian)")
	}
	return nil
}

func notUTF8(what string) error {
	return fmt.Errorf("%w: %s; save the file as UTF-8", ErrEncoding, what)
}

// CheckEncoding looks at the front of a file, or at a line behind it, and returns the offset of the first byte that plain
// UTF-8 text cannot have there, with an error that says in which encoding the text may be. Of plain text it returns nil.
func CheckEncoding(text []byte) (int, error) {
	if err := CheckMark(text); err != nil {
		return 0, err
	}
	if at := bytes.IndexByte(text, 0); at >= 0 {
		return at, notUTF8("a NUL byte, as text in UTF-16 has" + endian(at))
	}
	if utf8.Valid(text) {
		return 0, nil
	}
	at := 0
	for r, size := rune(0), 0; r != utf8.RuneError || size != 1; r, size = utf8.DecodeRune(text[at:]) {
		at += size
	}
	return at, notUTF8(fmt.Sprintf("the byte 0x%X is not UTF-8; text in Windows-1252 or Latin-1 has such bytes", text[at]))
}

// endian says which of the two bytes of the first character is the NUL of UTF-16.
func endian(at int) string {
	switch at {
	case 0:
		return " (big endian)"
	case 1:
		return " (little endian)"
	}
	return ""
}
