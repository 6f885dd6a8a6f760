/**
 * Reading and writing of the two text formats of the project, TOML and JSON, with the limits that hostile files need. Used at
 * start-up and outside the tick only.
 */
package gaitd.policies.text;
