/**
 * Operator commands and the bounded ring that brings them into the control thread.
 */
package gaitd.runtime.command;
