/**
 * Operator commands: the bounded ring that brings them to the control thread, from this process or another, and the gate that
 * lets in only what is whole, in range, new and fresh. A robot whose operator is gone is given no velocity.
 */
package gaitd.runtime.command;
