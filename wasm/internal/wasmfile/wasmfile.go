// Package wasmfile makes WebAssembly files of Go's linker smaller: it strips what only tracebacks need and packs data segments.
package wasmfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// ErrFile is returned for what is not a WebAssembly file, or has data segments of another kind than those of Go's linker.
var ErrFile = errors.New("wasmfile: not a WebAssembly file of Go")

// gap is the number of zeros from which on it pays to begin another data segment. Zeros compress to nearly nothing, the
// headers of segments do not; but zeros are loaded with the file.
const gap = 256

// The sections of a file.
const (
	sectionCustom    = 0
	sectionType      = 1
	sectionImport    = 2
	sectionFunction  = 3
	sectionTable     = 4
	sectionMemory    = 5
	sectionGlobal    = 6
	sectionExport    = 7
	sectionStart     = 8
	sectionElement   = 9
	sectionCode      = 10
	sectionData      = 11
	sectionDataCount = 12
)

var magic = []byte("\x00asm\x01\x00\x00\x00")

// Pack returns the file with its data segments joined where no more than 256 zeros lie between them. Go's linker begins
// another one at every run of zeros, up to 100,000 of them. The memory that the file fills stays the same.
func Pack(file []byte) ([]byte, error) {
	sections, err := split(file)
	if err != nil {
		return nil, err
	}
	var out []section
	for _, s := range sections {
		switch s.id {
		case sectionDataCount: // counts the segments; it is optional, and Go's instructions do not need it
			continue
		case sectionData:
			list, err := segments(s.content)
			if err != nil {
				return nil, err
			}
			s.content = dataSection(pack(image(list)))
		}
		out = append(out, s)
	}
	return join(out), nil
}

type section struct {
	id      byte
	content []byte
}

// split returns the sections of a file.
func split(file []byte) ([]section, error) {
	if !bytes.HasPrefix(file, magic) {
		return nil, fmt.Errorf("%w: it does not begin like one", ErrFile)
	}
	r := reader{rest: file[len(magic):]}
	var list []section
	for len(r.rest) > 0 && r.err == nil {
		list = append(list, section{r.byte(), r.bytes()})
	}
	return list, r.err
}

// join is the file of sections.
func join(sections []section) []byte {
	out := bytes.Clone(magic)
	for _, s := range sections {
		out = append(out, s.id)
		out = binary.AppendUvarint(out, uint64(len(s.content)))
		out = append(out, s.content...)
	}
	return out
}

// segment is a part of the memory.
type segment struct {
	start uint32
	data  []byte
}

// maxMemory bounds the memory that segments fill, 1 GiB.
const maxMemory = 1 << 30

// segments reads the data section: those of Go's linker are active, in memory 0, at a constant.
func segments(content []byte) ([]segment, error) {
	r := reader{rest: content}
	var list []segment
	for n := r.uint(); n > 0 && r.err == nil; n-- {
		const i32const, end = 0x41, 0x0B
		if r.byte() != 0 || r.byte() != i32const {
			r.fail("a data segment is not active")
		}
		start := r.int()
		if r.byte() != end {
			r.fail("the place of a data segment is not constant")
		}
		data := r.bytes()
		if start < 0 || start+int64(len(data)) > maxMemory {
			r.fail("a data segment lies outside of the memory")
		}
		list = append(list, segment{uint32(start), data})
	}
	if r.err == nil && len(r.rest) > 0 {
		r.fail("something follows the data segments")
	}
	return list, r.err
}

// image is the memory from 0 that segments fill. A later segment overwrites an earlier one.
func image(list []segment) []byte {
	size := 0
	for _, s := range list {
		size = max(size, int(s.start)+len(s.data))
	}
	memory := make([]byte, size)
	for _, s := range list {
		copy(memory[s.start:], s.data)
	}
	return memory
}

// dataSection writes segments.
func dataSection(list []segment) []byte {
	out := binary.AppendUvarint(nil, uint64(len(list)))
	for _, s := range list {
		out = append(out, 0, 0x41)
		out = appendInt(out, int64(int32(s.start)))
		out = append(out, 0x0B)
		out = binary.AppendUvarint(out, uint64(len(s.data)))
		out = append(out, s.data...)
	}
	return out
}

// pack divides memory at its long runs of zeros.
func pack(memory []byte) []segment {
	var list []segment
	zeros := make([]byte, gap)
	for at := 0; at < len(memory); {
		if memory[at] == 0 {
			at++
			continue
		}
		length := bytes.Index(memory[at:], zeros)
		if length < 0 {
			length = len(bytes.TrimRight(memory[at:], "\x00"))
		}
		list = append(list, segment{uint32(at), memory[at : at+length]})
		at += length
	}
	return list
}

// reader reads the encodings of the format and keeps the first error.
type reader struct {
	rest []byte
	err  error
}

func (r *reader) fail(what string) {
	if r.err == nil {
		r.err = fmt.Errorf("%w: %s", ErrFile, what)
	}
	r.rest = nil
}

func (r *reader) byte() byte {
	if len(r.rest) == 0 {
		r.fail("it ends early")
		return 0
	}
	b := r.rest[0]
	r.rest = r.rest[1:]
	return b
}

// uint reads an unsigned LEB128 number of 32 bits.
func (r *reader) uint() uint32 {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 || n > math.MaxUint32 {
		r.fail("a number cannot be read")
		return 0
	}
	r.rest = r.rest[size:]
	return uint32(n)
}

// int reads a signed LEB128 number of 32 bits.
func (r *reader) int() int64 {
	var n int64
	for shift := 0; shift < 35; shift += 7 {
		b := r.byte()
		n |= int64(b&0x7F) << shift
		if b&0x80 == 0 {
			if b&0x40 != 0 {
				n -= 1 << (shift + 7)
			}
			return n
		}
	}
	r.fail("a number cannot be read")
	return 0
}

// bytes reads a length and as many bytes.
func (r *reader) bytes() []byte {
	n := r.uint()
	if uint64(n) > uint64(len(r.rest)) {
		r.fail("it ends early")
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

// appendInt appends a signed LEB128 number.
func appendInt(b []byte, n int64) []byte {
	for {
		low := byte(n & 0x7F)
		n >>= 7
		if n == 0 && low&0x40 == 0 || n == -1 && low&0x40 != 0 {
			return append(b, low)
		}
		b = append(b, low|0x80)
	}
}
