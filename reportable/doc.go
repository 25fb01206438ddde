// Package reportable holds the dates and deadlines of an agreement with OIG. The determination of reportable events will
// stand here too; it does not exist yet.
package reportable
