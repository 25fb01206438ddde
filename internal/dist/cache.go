package dist

import (
	"math/big"
	"sync"

	"github.com/shopspring/decimal"
)

// cacheSize bounds the number of percentiles kept. A review asks for a handful; a service that is asked for arbitrarily
// many levels starts afresh when this many have come together.
const cacheSize = 1024

// percentiles holds what was computed before. Only percentiles of valid arguments get into it.
var percentiles cache

// key is a probability and the degrees of freedom as reduced fractions; those of the normal distribution are 0/0.
// Arguments with longer numerators or denominators are not cached, which bounds the size of a key, too.
type key struct{ pNum, pDen, dfNum, dfDen uint64 }

func normalKey(p *big.Rat) (k key, ok bool) {
	k.pNum, k.pDen, ok = fraction(p)
	return k, ok
}

func studentKey(p, df *big.Rat) (k key, ok bool) {
	if k.dfNum, k.dfDen, ok = fraction(df); !ok {
		return key{}, false
	}
	k.pNum, k.pDen, ok = fraction(p)
	return k, ok
}

// fraction returns numerator and denominator of r if r is there, not negative and both fit.
func fraction(r *big.Rat) (num, den uint64, ok bool) {
	if r == nil || !r.Num().IsUint64() {
		return 0, 0, false
	}
	num, den = r.Num().Uint64(), 1
	if !r.IsInt() {
		d := r.Denom()
		if !d.IsUint64() {
			return 0, 0, false
		}
		den = d.Uint64()
	}
	return num, den, true
}

// cache is a map of bounded size, safe for concurrent use. The zero value is ready.
type cache struct {
	mu sync.RWMutex
	m  map[key]decimal.Decimal
}

func (c *cache) get(k key) (decimal.Decimal, bool) {
	c.mu.RLock()
	d, ok := c.m[k]
	c.mu.RUnlock()
	return d, ok
}

func (c *cache) put(k key, d decimal.Decimal) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.m == nil || len(c.m) >= cacheSize {
		c.m = make(map[key]decimal.Decimal)
	}
	c.m[k] = d
}

// constant holds what is computed once. A variable that sync.OnceValue fills would keep the computation in every program,
// whether it calls it or not.
type constant[T any] struct {
	once  sync.Once
	value T
}

func (c *constant[T]) get(compute func() T) T {
	c.once.Do(func() { c.value = compute() })
	return c.value
}

var (
	piOnce, ln2Once constant[*big.Float]
	stirlingOnce    constant[[]*big.Float]
)
