/**
 * A serial line as a stream of bytes: opening a device at an exact speed with short delays, and reading and writing it without a heap
 * byte. What the bytes mean is told by the packages that use it.
 */
package gaitd.hal.serial;
