//go:build js

// Stress makes use of everything that the runtime reads of its tables of functions, and says what came of it.
package main

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"runtime/debug"
	"sort"
	"strings"
	"sync"
)

type node struct {
	left, right *node
	text        string
}

type shape interface{ Area() int }
type square struct{ side int }

func (s square) Area() int { return s.side * s.side }

func grow(depth int, n *node) (int, *node) {
	var room [64]int
	room[depth%64] = depth
	if depth == 0 {
		runtime.GC()
		return 0, n
	}
	sum, m := grow(depth-1, &node{left: n, text: fmt.Sprint(depth)})
	return sum + room[depth%64], m
}

func tree(depth int) *node {
	if depth == 0 {
		return nil
	}
	return &node{tree(depth - 1), tree(depth - 1), strings.Repeat("x", depth)}
}

func (n *node) count() int {
	if n == nil {
		return 0
	}
	return 1 + n.left.count() + n.right.count()
}

func caught(name string, f func()) {
	defer func() {
		p := recover()
		var e runtime.Error
		err, _ := p.(error)
		fmt.Printf("%s: %v %v\n", name, p, errors.As(err, &e))
	}()
	f()
}

func deferred(n int) (text string) {
	for i := range n {
		defer func() { text += fmt.Sprint(i) }()
	}
	defer func() {
		if p := recover(); p != nil {
			text += fmt.Sprint(p)
		}
	}()
	if n > 1 {
		defer func() { panic("second") }()
	}
	panic("first")
}

func main() {
	debug.SetGCPercent(5)
	zero, none, list := len(os.Args)-len(os.Args), []int(nil), map[string]int(nil)
	var empty *node
	shapes := []shape{square{1}, (*square)(nil)}
	var text any = "text"
	caught("nil", func() { println(empty.text) })
	caught("index", func() { println(none[zero+3]) })
	caught("slice", func() { println(len(make([]int, 3)[zero+2 : zero+1])) })
	caught("divide", func() { println(1 / zero) })
	caught("map", func() { list["a"] = 1 })
	caught("assertion", func() { println(text.(int)) })
	caught("interface", func() { println(text.(shape).Area()) })
	for _, s := range shapes {
		caught("wrapper", func() { fmt.Println(s.Area()) })
	}
	caught("panic", func() { panic(errors.New("an error")) })
	caught("reflect", func() { reflect.ValueOf(1).Len() })
	caught("reflect zero", func() { reflect.Value{}.Type() })
	caught("reflect set", func() { reflect.ValueOf(1).SetInt(2) })
	caught("close", func() { var c chan int; close(c) })
	caught("hash", func() { m := map[any]int{}; m[[]int{}] = 1 })
	fmt.Println(deferred(0), deferred(1), deferred(5))
	sum, n := grow(20000, nil)
	depth := 0
	for ; n != nil; n = n.left {
		depth++
	}
	fmt.Println(sum, depth)
	method := reflect.ValueOf(square{7}).MethodByName("Area")
	area := method.Interface().(func() int)
	swapped := reflect.MakeFunc(reflect.TypeFor[func(a, b *node) (*node, *node)](), func(a []reflect.Value) []reflect.Value {
		runtime.GC()
		grow(500, nil)
		return []reflect.Value{a[1], a[0]}
	}).Interface().(func(a, b *node) (*node, *node))
	a, b := swapped(tree(3), tree(4))
	fmt.Println(area(), method.Call(nil)[0].Int(), a.count(), b.count())
	var wait sync.WaitGroup
	results := make([]string, 50)
	for i := range results {
		wait.Add(1)
		go func() {
			defer wait.Done()
			defer func() { results[i] += fmt.Sprint(recover()) }()
			t := tree(10)
			sum, _ := grow(300+i, t)
			runtime.Gosched()
			results[i] = fmt.Sprint(sum, t.count())
			panic(i)
		}()
	}
	wait.Wait()
	fmt.Println(results)
	var keep []*node
	for i := range 300 {
		keep = append(keep, tree(9))
		if i%3 == 0 {
			keep[i/2] = nil
		}
	}
	total := 0
	for _, t := range keep {
		total += t.count()
	}
	words := strings.Fields(strings.Repeat("d c b a ", 100))
	sort.Slice(words, func(i, j int) bool { runtime.GC(); return words[i] < words[j] })
	finalized := make(chan bool)
	func() { runtime.SetFinalizer(&node{text: "gone"}, func(*node) { close(finalized) }) }()
	runtime.GC()
	<-finalized
	fmt.Println(total, strings.Join(words, "")[:5])
	_, _, _, ok := runtime.Caller(0)
	fmt.Println(ok, runtime.NumGoroutine())
	c := make(chan int)
	<-c // a deadlock, which the runtime finds if it knows its own goroutines
}
