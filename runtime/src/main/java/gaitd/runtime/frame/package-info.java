/**
 * The records that leave the control thread, of each tick and of each step of an adapting policy: binary layouts, each defined
 * once. Rings carry them to any number of readers, which the control thread never waits for.
 */
package gaitd.runtime.frame;
