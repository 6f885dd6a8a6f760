/**
 * The commands: flags in, exit code out. Every refusal is one line on standard error and one of four exit codes.
 */
package gaitd.tools.cli;
