package pipeline

import (
	"encoding/json"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	beam.RegisterCoder(reflect.TypeFor[Malformed](), encodeMalformed, decodeMalformed)
	beam.RegisterCoder(reflect.TypeFor[MalformedList](), encodeMalformedList, decodeMalformedList)
	beam.RegisterCoder(reflect.TypeFor[ShardLines](), encodeShardLines, decodeShardLines)
	register.Combiner2[MalformedList, Malformed](&malformedFn{})
}

// maxMalformed is how many malformed rows a frame summary lists.
const maxMalformed = 1000

// MalformedList holds the first malformed rows of a claims file.
type MalformedList struct{ Rows []Malformed }

// malformedFn keeps the first malformed rows, whatever the order they come in.
type malformedFn struct{}

func (*malformedFn) AddInput(list MalformedList, m Malformed) MalformedList {
	return MalformedList{keepSmallest(list.Rows, maxMalformed, compareMalformed, m)}
}

func (*malformedFn) MergeAccumulators(a, b MalformedList) MalformedList {
	for _, m := range b.Rows {
		a.Rows = keepSmallest(a.Rows, maxMalformed, compareMalformed, m)
	}
	return a
}

func (*malformedFn) ExtractOutput(list MalformedList) MalformedList {
	return MalformedList{trimSmallest(list.Rows, maxMalformed, compareMalformed)}
}

func compareMalformed(a, b Malformed) int { return a.Place.Compare(b.Place) }

func encodeMalformed(m Malformed) ([]byte, error) { return json.Marshal(m) }

func decodeMalformed(data []byte) (m Malformed, err error) { return m, json.Unmarshal(data, &m) }

func encodeMalformedList(m MalformedList) ([]byte, error) { return json.Marshal(m) }

func decodeMalformedList(data []byte) (m MalformedList, err error) {
	return m, json.Unmarshal(data, &m)
}

func encodeShardLines(s ShardLines) ([]byte, error) { return json.Marshal(s) }

func decodeShardLines(data []byte) (s ShardLines, err error) { return s, json.Unmarshal(data, &s) }
