/**
 * Operator commands: the bounded ring that brings them to the control thread, from this process or another, and the
 * gate that accepts only those that are intact, in range, new and fresh. A robot without an operator has velocity zero.
 */
package gaitd.runtime.command;
