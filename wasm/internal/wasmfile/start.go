package wasmfile

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// code is a sequence of WebAssembly instructions.
type code []byte

// The instructions of the start function.
const (
	opLoop     = 0x03
	opIf       = 0x04
	opElse     = 0x05
	opEnd      = 0x0B
	opBranchIf = 0x0D
	opGet      = 0x20
	opSet      = 0x21
	opTee      = 0x22
	opLoad     = 0x28
	opStore    = 0x36
	opConst    = 0x41
	opLess     = 0x49 // unsigned
	opAdd      = 0x6A
	opMultiply = 0x6C
	opAnd      = 0x71
	opShift    = 0x75 // to the right, signed

	typeI32  = 0x7F
	typeNone = 0x40
)

func (c *code) op(ops ...byte)                { *c = append(*c, ops...) }
func (c *code) local(op byte, index uint32)   { *c = binary.AppendUvarint(append(*c, op), uint64(index)) }
func (c *code) constant(n uint32)             { *c = appendInt(append(*c, opConst), int64(int32(n))) }
func (c *code) memory(op byte, offset uint64) { *c = binary.AppendUvarint(append(*c, op, 2), offset) }
func (c *code) times(index uint32, factor uint32) {
	c.local(opGet, index)
	c.constant(factor)
	c.op(opMultiply)
}

// next ends a loop that counts a local up to a bound.
func (c *code) next(index, bound uint32) {
	c.local(opGet, index)
	c.constant(1)
	c.op(opAdd)
	c.local(opTee, index)
	c.constant(bound)
	c.op(opLess, opBranchIf, 0, opEnd)
}

// start returns the function that makes the tables:
//
//	for row < functions:
//		functab[row] = first + row, records + row*recordSize
//		record[row] = first + row, the fields that all have in common, and what stands in the columns, which are cleared
//	for b < buckets:
//		findfunctab[b] = b / 16
func (l *layout) start(records uint64, bases map[*pool]uint32) []byte {
	const row, record, from, value, sequences = 0, 1, 2, 3, 4 // locals; the last are those of the pools
	next := map[*pool]uint32{}
	var c code
	for _, p := range []*pool{l.pcs, l.maps, l.objects, l.calls} {
		next[p] = sequences + uint32(len(next))
		c.constant(bases[p])
		c.local(opSet, next[p])
	}
	field := func(offset uint32) uint64 { return l.functab + records + uint64(offset) }
	entry := func() {
		c.local(opGet, row)
		c.constant(l.first)
		c.op(opAdd)
	}
	c.op(opLoop, typeNone)
	c.times(row, 8)
	entry()
	c.memory(opStore, l.functab)
	c.times(row, 8)
	c.times(row, recordSize)
	c.local(opTee, record)
	c.constant(uint32(records))
	c.op(opAdd)
	c.memory(opStore, l.functab+4)
	c.local(opGet, record)
	entry()
	c.memory(opStore, field(offsetEntry))
	c.local(opGet, record)
	c.constant(recordPcdata)
	c.memory(opStore, field(offsetPcdata))
	c.local(opGet, record)
	c.constant(none)
	c.memory(opStore, field(offsetTables+4*(recordPcdata+funcdataInline)))
	c.times(row, 4)
	c.local(opSet, from)
	for i, column := range l.columns {
		place := l.findfunctab + 4*l.functions*uint64(i)
		c.local(opGet, record)
		c.local(opGet, from)
		c.memory(opLoad, place)
		if column.pool != nil {
			c.local(opTee, value)
			c.constant(1)
			c.op(opAnd, opIf, typeI32)
			c.local(opGet, next[column.pool])
			c.local(opGet, next[column.pool])
			c.local(opGet, value)
			c.constant(1)
			c.op(opShift, opAdd)
			c.local(opSet, next[column.pool])
			c.op(opElse)
			c.local(opGet, value)
			c.constant(1)
			c.op(opShift, opEnd)
		}
		c.memory(opStore, field(column.field))
		c.local(opGet, from)
		c.constant(0)
		c.memory(opStore, place)
	}
	c.next(row, uint32(l.functions))
	c.constant(0)
	c.local(opSet, row)
	c.op(opLoop, typeNone)
	c.times(row, 20)
	c.local(opGet, row)
	c.constant(4)
	c.op(opShift)
	c.memory(opStore, l.findfunctab)
	c.next(row, uint32(l.buckets))
	c.op(opEnd)
	locals := sequences + len(next)
	return append([]byte{1, byte(locals), typeI32}, c...)
}

// withStart adds a function that runs when the file is instantiated.
func withStart(sections []section, body []byte) ([]section, error) {
	var out []section
	var imports, signature, index uint64
	for _, s := range sections {
		r := reader{rest: s.content}
		switch s.id {
		case sectionImport:
			imports = functionImports(&r)
		case sectionType:
			signature = uint64(r.uint())
			s.content = grown(&r, signature, []byte{0x60, 0, 0})
		case sectionFunction:
			n := uint64(r.uint())
			index = imports + n
			s.content = grown(&r, n, binary.AppendUvarint(nil, signature))
		case sectionCode:
			n := uint64(r.uint())
			if n != index-imports {
				r.fail("the functions have other numbers")
			}
			s.content = grown(&r, n, append(binary.AppendUvarint(nil, uint64(len(body))), body...))
		case sectionStart:
			r.fail("it has a start function")
		}
		if r.err != nil {
			return nil, r.err
		}
		if s.id == sectionElement {
			out = append(out, section{sectionStart, binary.AppendUvarint(nil, index)})
		}
		out = append(out, s)
	}
	ids := []byte{}
	for _, s := range out {
		if s.id != sectionCustom && s.id != sectionDataCount {
			ids = append(ids, s.id)
		}
	}
	if !bytes.Equal(ids, []byte{sectionType, sectionImport, sectionFunction, sectionTable, sectionMemory, sectionGlobal, sectionExport,
		sectionStart, sectionElement, sectionCode, sectionData}) {
		return nil, fmt.Errorf("%w: it has the sections %d", ErrFile, ids)
	}
	return out, nil
}

// grown is a list of n things with one more.
func grown(r *reader, n uint64, more []byte) []byte {
	return append(append(binary.AppendUvarint(nil, n+1), r.rest...), more...)
}

// functionImports counts the imports, which are functions alone in a program of Go.
func functionImports(r *reader) uint64 {
	n := r.uint()
	for range n {
		r.bytes()
		r.bytes()
		if r.byte() != 0 {
			r.fail("something else than functions is imported")
		}
		r.uint()
		if r.err != nil {
			break
		}
	}
	return uint64(n)
}
