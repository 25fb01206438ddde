package pipeline

import (
	"crypto/sha256"
	"crypto/sha3"
	"encoding/binary"
	"encoding/hex"
	"reflect"
	"strconv"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	beam.RegisterCoder(reflect.TypeFor[SetDigest](), encodeSetDigest, decodeSetDigest)
	register.Combiner2[SetDigest, Claims](&digestFn{})
}

// SetDigest identifies a set of claims whatever their order, which a frame's own digest cannot: that is one hash over
// all claims in the order of their numbers. It is LtHash: each claim is hashed to 1024 numbers of 16 bits, and those of
// all claims are added up, each modulo 2^16. Finding another set with the same sums is a problem of short vectors in
// lattices; adding up plain SHA-256 values would be no protection.
//
// Source: M. Bellare and D. Micciancio, EUROCRYPT 1997; K. Lewi, W. Kim, I. Maykov and S. Weis, "Securing Update
// Propagation with Homomorphic Hashing", IACR ePrint 2019/227 (their lthash16, here with SHAKE128).
type SetDigest struct{ Lanes []uint16 }

const digestLanes = 1024

// Add adds the line
//
//	id TAB payor TAB cents LF
//
// of a claim. Ids and payors have no control characters, so no two claims have one line.
func (d SetDigest) Add(c Claim) SetDigest {
	if d.Lanes == nil {
		d.Lanes = make([]uint16, digestLanes)
	}
	line := append(make([]byte, 0, 64), c.ID...)
	line = append(append(append(line, '\t'), c.Payor...), '\t')
	line = append(strconv.AppendInt(line, c.Cents, 10), '\n')
	for i, h := 0, sha3.SumSHAKE128(line, 2*digestLanes); i < digestLanes; i++ {
		d.Lanes[i] += binary.LittleEndian.Uint16(h[2*i:])
	}
	return d
}

// Merge adds the claims of another digest.
func (d SetDigest) Merge(o SetDigest) SetDigest {
	if d.Lanes == nil {
		d.Lanes = make([]uint16, digestLanes)
	}
	for i, v := range o.Lanes {
		d.Lanes[i] += v
	}
	return d
}

// String is the SHA-256 of the sums behind the name of the method.
func (d SetDigest) String() string {
	sum := sha256.Sum256(encodeSetDigest(d.Merge(SetDigest{})))
	return "lthash16-shake128:" + hex.EncodeToString(sum[:])
}

// digestFn is the digest of all claims of a frame.
type digestFn struct{}

func (*digestFn) AddInput(d SetDigest, c Claims) SetDigest {
	for _, claim := range c.List {
		d = d.Add(claim)
	}
	return d
}

func (*digestFn) MergeAccumulators(a, b SetDigest) SetDigest { return a.Merge(b) }

func encodeSetDigest(d SetDigest) []byte {
	data := make([]byte, 0, 2*len(d.Lanes))
	for _, v := range d.Lanes {
		data = binary.LittleEndian.AppendUint16(data, v)
	}
	return data
}

func decodeSetDigest(data []byte) (SetDigest, error) {
	if len(data) == 0 {
		return SetDigest{}, nil
	}
	if len(data) != 2*digestLanes {
		return SetDigest{}, errCoded
	}
	d := SetDigest{make([]uint16, digestLanes)}
	for i := range d.Lanes {
		d.Lanes[i] = binary.LittleEndian.Uint16(data[2*i:])
	}
	return d, nil
}
