package sampling

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/iromath/iromath/internal/finding"
)

// ticketKey is a ticket number: 80 decimal digits behind the point, 16 in each word. Keys compare like tickets. The
// hash is below 2^256 < 10^78, so 80 digits hold every ticket.
type ticketKey [5]uint64

// ticketWord is the number of tickets' digits in a word, as a power of ten.
const ticketWord = 10_000_000_000_000_000

// newTicketKey takes the decimal digits of the hash, a big-endian integer, from the last one on.
func newTicketKey(hash *[sha256.Size]byte) ticketKey {
	var w [4]uint64
	for i := range w {
		w[i] = binary.BigEndian.Uint64(hash[8*i:])
	}
	var k ticketKey
	for i := range k {
		var rest uint64
		for j := range w {
			w[j], rest = bits.Div64(rest, w[j], ticketWord)
		}
		k[i] = ticketReverse(rest, 16)
	}
	return k
}

// ticketReverse writes the last digits of n from the last to the first.
func ticketReverse(n uint64, digits int) uint64 {
	var r uint64
	for range digits {
		r = r*10 + n%10
		n /= 10
	}
	return r
}

// ticketLeadDigits is how many digits [ticketLead] gives.
const ticketLeadDigits = 8

// ticketLeadShift takes the first digits of a ticket out of the first word of its key.
const ticketLeadShift = ticketWord / 100_000_000

// ticketLead returns the first eight digits of the ticket of a hash without a long division: the hash modulo 10^8 is
// the sum of its eight 32-bit words, each times a power of 2^32 modulo 10^8. The sum is below 8 * 2^32 * 10^8 < 2^62.
func ticketLead(hash *[sha256.Size]byte) uint64 {
	const (
		base = 100_000_000
		p1   = 1 << 32 % base
		p2   = p1 * p1 % base
		p3   = p2 * p1 % base
		p4   = p3 * p1 % base
		p5   = p4 * p1 % base
		p6   = p5 * p1 % base
		p7   = p6 * p1 % base
	)
	word := func(i int) uint64 { return uint64(binary.BigEndian.Uint32(hash[4*i:])) }
	sum := word(0)*p7 + word(1)*p6 + word(2)*p5 + word(3)*p4 + word(4)*p3 + word(5)*p2 + word(6)*p1 + word(7)
	return ticketReverse(sum%base, ticketLeadDigits)
}

func (k ticketKey) compare(o ticketKey) int {
	for i := range k {
		if c := cmp.Compare(k[i], o[i]); c != 0 {
			return c
		}
	}
	return 0
}

// String writes the ticket: at least 64 digits, more where the hash has more.
func (k ticketKey) String() string {
	var b strings.Builder
	b.WriteString("0.")
	for _, w := range k {
		fmt.Fprintf(&b, "%016d", w)
	}
	s := b.String()
	const least = len("0.") + 64
	return s[:least] + strings.TrimRight(s[least:], "0")
}

// ticketPrefix is what every id of a seed stands behind when it is hashed: 64 hexadecimal digits.
func ticketPrefix(seed string) []byte {
	sum := sha256.Sum256([]byte(seed))
	return hex.AppendEncode(make([]byte, 0, 2*sha256.Size+64), sum[:])
}

// ticketHash hashes the prefix with an id behind it.
func ticketHash(text []byte) [sha256.Size]byte { return sha256.Sum256(text) }

// checkTicketText refuses texts that cannot be an id or a seed, with an error that wraps kind.
func checkTicketText[T string | []byte](kind error, text T) error {
	plain := len(text) > 0 && len(text) <= MaxTicketText
	for i := 0; i < len(text) && plain; i++ {
		plain = text[i] >= ' ' && text[i] < 0x7F
	}
	if plain {
		return nil
	}
	refuse := func(rule string) error { return fmt.Errorf("%w %q %s", kind, finding.Clip(string(text)), rule) }
	switch s := string(text); {
	case s == "":
		return refuse("is empty")
	case len(s) > MaxTicketText:
		return refuse(fmt.Sprintf("has more than %d bytes", MaxTicketText))
	case !utf8.ValidString(s):
		return refuse("is not UTF-8")
	case strings.ContainsFunc(s, unicode.IsControl):
		return refuse("has a control character")
	}
	return nil
}
