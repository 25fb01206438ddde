// Package bridge answers JavaScript with a contract of calculations. A program calls [Serve]; what it exports is described at
// exports.go. JSON texts cross the border in both directions, files as chunks of bytes. Every exported function recovers: a
// panic becomes an error with the code "internal", and the program goes on.
package bridge
